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
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Refusal;

/**
 * What stands against orders as long as a device is in a certain state.
 *
 * @param line the line in the profile's file, for messages
 * @param orders those that it stands against
 * @param refusal what users are told
 * @param when the state of the device
 */
@NonNullByDefault
record Obstacle(int line, Orders orders, Refusal.Kind refusal, Condition when) {

    /** Kinds of orders. */
    enum Orders {
        ALL {
            @Override
            boolean include(Order order) {
                return true;
            }
        },
        /** Those that give the battery a power. */
        POWER {
            @Override
            boolean include(Order order) {
                return order instanceof Order.ForcePower || order instanceof Order.Release;
            }
        };

        abstract boolean include(Order order);
    }

    /** {@code {"orders": "power", "when": "slave=1", "refusal": "slave"}}. */
    static Obstacle read(int line, JsonFields fields) {
        Refusal.Kind kind = ProfileHead.constant(Refusal.Kind.class, fields.text("refusal"));
        if (kind != Refusal.Kind.SLAVE && kind != Refusal.Kind.UPDATING) {
            throw new IllegalArgumentException("\"refusal\" is slave or updating");
        }
        Condition when = LineReader.condition(fields);
        if (when.facts().isEmpty()) {
            throw new IllegalArgumentException("an obstacle has a \"when\", or nothing could ever be set");
        }
        return new Obstacle(line, ProfileHead.constant(Orders.class, fields.text("orders")), kind, when);
    }
}
