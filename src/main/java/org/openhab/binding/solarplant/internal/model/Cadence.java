/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How much a poll asks for. */
@NonNullByDefault
public enum Cadence {
    /** What changes by the second: power, state of charge, mode. */
    FAST,
    /** All that is measured. */
    FULL,
    /** All that is measured, and what the device is set to, which changes seldom. */
    WHOLE;

    /** Whether it asks for all that is measured. */
    public boolean isFull() {
        return this != FAST;
    }
}
