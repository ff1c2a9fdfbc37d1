/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A channel and its state.
 *
 * @param id <code>group#channel</code>
 * @param group label of its group
 * @param state the value without its unit; NULL or UNDEF where there is none
 * @param unit symbol of the unit, may be empty
 * @param text the value as its channel wants it shown, without the unit
 * @param advanced whether few people look at it
 */
@NonNullByDefault
public record ChannelView(String id, String group, String label, String state, String unit, String text,
        boolean advanced) {

    /** The state as a number, if it is one. */
    public OptionalDouble number() {
        try {
            return OptionalDouble.of(Double.parseDouble(state));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
