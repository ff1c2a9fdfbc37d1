/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.library.types;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Reads and writes plain numbers. */
@NonNullByDefault
final class Numbers {

    private Numbers() {}

    /** A number in the notation of a language: "1,000" is a thousand in English. */
    static BigDecimal decimal(String text, Locale locale) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(locale);
            format.setParseBigDecimal(true);
            ParsePosition position = new ParsePosition(0);
            if (format.parse(text, position) instanceof BigDecimal number && position.getIndex() == text.length()) {
                return number;
            }
            throw new NumberFormatException("Invalid number: " + text);
        }
    }

    /** %d is for whole numbers, as everywhere in openHAB. */
    static String format(String pattern, BigDecimal value) {
        return pattern.contains("%d") && isWhole(value)
                ? String.format(pattern, value.toBigInteger())
                : String.format(pattern, value);
    }

    static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
