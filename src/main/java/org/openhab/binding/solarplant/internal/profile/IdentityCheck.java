/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Asks on a new connection whether it is still the same device that answers: addresses get swapped. */
@FunctionalInterface
@NonNullByDefault
public interface IdentityCheck {

    /** For devices that nobody can tell from others. */
    IdentityCheck NEVER = () -> false;

    /**
     * Whether the device that answers now is the one that was detected.
     *
     * @throws TransportException if nobody answers properly
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    boolean passes() throws TransportException, InterruptedException;
}
