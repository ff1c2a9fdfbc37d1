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

import java.math.BigDecimal;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.State;

/**
 * A state as a program and as a person reads it.
 *
 * @param state the value alone; NULL or UNDEF where there is none
 * @param unit symbol of the unit, may be empty
 * @param text the value as its channel wants it shown, without the unit
 */
@NonNullByDefault
record StateText(String state, String unit, String text) {
    /** A channel that has never said anything. */
    static final StateText NONE = plain("NULL");

    static StateText plain(String text) {
        return new StateText(text, "", text);
    }

    /**
     * Describes a state.
     *
     * @param unit in which quantities are wanted, may be empty
     * @param pattern as in openHAB, may be empty
     * @param options texts for values
     */
    static StateText of(@Nullable State state, String unit, String pattern, Map<String, String> options) {
        return switch (state) {
            case null -> NONE;
            case QuantityType<?> quantity -> {
                QuantityType<?> wanted = unit.isEmpty() ? quantity : quantity.toUnit(unit);
                QuantityType<?> shown = wanted == null ? quantity : wanted;
                String symbol = shown.getUnit().toString();
                yield number(shown.toBigDecimal(), "one".equals(symbol) ? "" : symbol, pattern);
            }
            case DecimalType decimal -> number(decimal.toBigDecimal(), unit, pattern);
            case DateTimeType time -> plain(time.getInstant().toString());
            default -> {
                String text = state.toString();
                yield new StateText(text, "", options.getOrDefault(text, text));
            }
        };
    }

    private static StateText number(BigDecimal value, String unit, String pattern) {
        return new StateText(value.toPlainString(), unit, formatted(value, pattern));
    }

    private static String formatted(BigDecimal value, String pattern) {
        String format = pattern.strip().split(" ")[0];
        try {
            return format.endsWith("d")
                    ? String.format(Locale.ROOT, format, value.toBigInteger())
                    : format.endsWith("f") ? String.format(Locale.ROOT, format, value) : plainly(value);
        } catch (IllegalFormatException e) {
            return plainly(value);
        }
    }

    private static String plainly(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
