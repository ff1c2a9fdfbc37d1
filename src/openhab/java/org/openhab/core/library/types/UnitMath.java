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
import java.math.MathContext;

import javax.measure.Quantity;
import javax.measure.Unit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.unit.SIUnits;
import org.openhab.core.library.unit.Units;

import tech.units.indriya.AbstractUnit;
import tech.units.indriya.format.SimpleUnitFormat;
import tech.units.indriya.function.RationalNumber;

/** Conversions between units, and what the type system cannot say about them. */
@NonNullByDefault
final class UnitMath {

    static {
        // the units' labels must be known before a text is read or written
        Units.getInstance();
        SIUnits.getInstance();
    }

    private UnitMath() {}

    @SuppressWarnings("unchecked")
    static <Q extends Quantity<Q>> Unit<Q> cast(Unit<?> unit) {
        return (Unit<Q>) unit;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    static QuantityType<?> of(BigDecimal value, Unit<?> unit) {
        return new QuantityType(value, unit);
    }

    @SuppressWarnings("rawtypes")
    static QuantityType<?> parse(String text) {
        return new QuantityType(text);
    }

    static @Nullable Unit<?> unit(String symbol) {
        if (symbol.isBlank()) {
            return AbstractUnit.ONE;
        }
        try {
            return SimpleUnitFormat.getInstance().parse(symbol);
        } catch (RuntimeException e) {
            // the parser of the library fails in several ways
            return null;
        }
    }

    static boolean compatible(Unit<?> one, Unit<?> other) {
        return one.isCompatible(other);
    }

    static BigDecimal convert(BigDecimal value, Unit<?> from, Unit<?> to) {
        try {
            return decimal(from.getConverterToAny(to).convert(value));
        } catch (javax.measure.IncommensurableException e) {
            throw new IllegalArgumentException(from + " cannot be converted to " + to, e);
        }
    }

    static double inSystemUnit(QuantityType<?> quantity) {
        Unit<?> unit = quantity.getUnit();
        return convert(quantity.toBigDecimal(), unit, unit.getSystemUnit()).doubleValue();
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof RationalNumber rational) {
            return new BigDecimal(rational.getDividend()).divide(new BigDecimal(rational.getDivisor()),
                    MathContext.DECIMAL128);
        }
        return new BigDecimal(number.toString());
    }
}
