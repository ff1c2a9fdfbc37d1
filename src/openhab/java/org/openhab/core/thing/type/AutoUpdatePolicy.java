/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.type;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** What becomes of an item's state after a command. */
@NonNullByDefault
public enum AutoUpdatePolicy {
    VETO, DEFAULT, RECOMMEND;

    public static AutoUpdatePolicy parse(@Nullable String input) {
        if (input == null) {
            return DEFAULT;
        }
        for (AutoUpdatePolicy policy : values()) {
            if (policy.name().equalsIgnoreCase(input)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("Unknown auto update policy: '" + input + "'");
    }
}
