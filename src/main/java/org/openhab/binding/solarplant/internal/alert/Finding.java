/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a thing fares in one respect.
 *
 * @param at when that was so: the same reading may be looked at many times, and is news only once
 */
@NonNullByDefault
record Finding(Side side, Instant at) {

    /** On which side of its limits something is. */
    enum Side {
        /** Beyond the limit at which an alert begins. */
        WRONG,
        /** Between the limits: an alert neither begins nor ends. */
        BETWEEN,
        /** Beyond the limit at which an alert ends. */
        RIGHT
    }
}
