/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How much an answer is worth waiting for; {@link GivEnergyEndpoint} says what that is in seconds. */
@NonNullByDefault
public enum Effort {
    /** What is polled again soon anyway. */
    REFRESH,
    /** What must be there, and on which much depends: identity, configuration. */
    DETECTION,
    /** What is usually absent; silence is an answer, and says nothing about the connection. */
    PROBE,
    /** What is asked a single time, since asking again may do it again. One silence says nothing about the connection. */
    ONCE
}
