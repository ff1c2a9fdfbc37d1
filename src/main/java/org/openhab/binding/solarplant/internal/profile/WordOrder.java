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

/** Which word of a 32-bit value stands at the lower address. Inside a word the high byte always comes first. */
@NonNullByDefault
public enum WordOrder {
    LOW_FIRST, HIGH_FIRST;

    long join(int first, int second) {
        return this == LOW_FIRST ? (long) second << 16 | first : (long) first << 16 | second;
    }

    int[] split(long raw) {
        int high = (int) (raw >> 16) & 0xFFFF;
        int low = (int) raw & 0xFFFF;
        return this == LOW_FIRST ? new int[]{low, high} : new int[]{high, low};
    }
}
