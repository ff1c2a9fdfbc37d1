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
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.measure.Unit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.library.unit.Units;

import tech.units.indriya.AbstractUnit;

/** A quantity as people write it. */
@NonNullByDefault
record QuantityText(Number number, Unit<?> unit) {

    private static final String UNIT_PLACEHOLDER = "%unit%";
    private static final Pattern TIME = Pattern.compile("%(?:1\\$)?[tT]");

    static QuantityText parse(String text, Locale locale) {
        if (text.isEmpty()) {
            throw new NumberFormatException("No number in ''");
        }
        if (Character.isWhitespace(text.charAt(0)) || text.charAt(0) == '+') {
            throw new IllegalArgumentException("Invalid quantity: '" + text + "'");
        }
        ParsePosition position = new ParsePosition(0);
        Number number = NumberFormat.getInstance(locale).parse(text, position);
        if (number == null || !Double.isFinite(number.doubleValue())) {
            throw new NumberFormatException("No number in '" + text + "'");
        }
        String symbol = text.substring(position.getIndex()).strip();
        Unit<?> unit = UnitMath.unit(symbol);
        if (unit == null) {
            throw new IllegalArgumentException("Unknown unit '" + symbol + "' in '" + text + "'");
        }
        return new QuantityText(number, unit);
    }

    static String format(QuantityType<?> quantity, String pattern) {
        Unit<?> unit = quantity.getUnit();
        String symbol = AbstractUnit.ONE.equals(unit) ? "" : unit.toString().replace("%", "%%");
        String filled = pattern.replace(UNIT_PLACEHOLDER, symbol);
        if (UnitMath.compatible(unit, Units.SECOND) && TIME.matcher(filled).find()) {
            BigDecimal millis = UnitMath.convert(quantity.toBigDecimal(), unit, Units.SECOND).movePointRight(3);
            return String.format(filled, Instant.ofEpochMilli(millis.longValue()).atZone(ZoneOffset.UTC));
        }
        return filled.contains("%s")
                ? String.format(filled, quantity)
                : Numbers.format(filled, quantity.toBigDecimal());
    }
}
