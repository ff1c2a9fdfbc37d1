/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What occupies a wire for a while. */
@NonNullByDefault
sealed interface Ride permits Poll, Errand {

    /** Whose driver is at work. */
    PollTarget target();

    /** When it fell due, in nanoseconds of the schedule. */
    long due();

    /** It was begun, and nobody waits for its end. */
    void abandon();
}
