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
import java.util.Locale;

import javax.measure.Dimension;
import javax.measure.Quantity;
import javax.measure.Unit;
import javax.measure.quantity.Dimensionless;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.unit.Units;
import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

import tech.units.indriya.AbstractUnit;

/** A number with a unit. */
@NonNullByDefault
public class QuantityType<T extends Quantity<T>> extends Number
        implements
            PrimitiveType,
            State,
            Command,
            Comparable<QuantityType<T>> {

    private static final long serialVersionUID = 1L;

    public static final QuantityType<Dimensionless> ZERO = new QuantityType<>(0, AbstractUnit.ONE);
    public static final QuantityType<Dimensionless> ONE = new QuantityType<>(1, AbstractUnit.ONE);

    private final Number value;
    private final transient Unit<T> unit;

    @SuppressWarnings("unchecked")
    public QuantityType() {
        this(0, (Unit<T>) AbstractUnit.ONE);
    }

    public QuantityType(String value) {
        this(value, Locale.ENGLISH);
    }

    public QuantityType(String value, Locale locale) {
        QuantityText text = QuantityText.parse(value, locale);
        this.value = text.number();
        this.unit = UnitMath.cast(text.unit());
    }

    public QuantityType(Number value, Unit<T> unit) {
        BigDecimal exact = new BigDecimal(value.toString());
        this.value = Numbers.isWhole(exact) ? exact.setScale(0) : exact;
        this.unit = unit;
    }

    public static <T extends Quantity<T>> QuantityType<T> valueOf(double value, Unit<T> unit) {
        return new QuantityType<>(value, unit);
    }

    public static QuantityType<? extends Quantity<?>> valueOf(String value) {
        return UnitMath.parse(value);
    }

    @Override
    public String toString() {
        return toFullString();
    }

    @Override
    public String toFullString() {
        return AbstractUnit.ONE.equals(unit) ? value.toString() : value + " " + unit;
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return this == obj || obj instanceof QuantityType<?> other && UnitMath.compatible(unit, other.unit)
                && Double.compare(UnitMath.inSystemUnit(this), UnitMath.inSystemUnit(other)) == 0;
    }

    @Override
    public int compareTo(QuantityType<T> o) {
        if (!UnitMath.compatible(unit, o.unit)) {
            throw new IllegalArgumentException("Unable to compare " + this + " with " + o);
        }
        return Double.compare(UnitMath.inSystemUnit(this), UnitMath.inSystemUnit(o));
    }

    public Unit<T> getUnit() {
        return unit;
    }

    public Dimension getDimension() {
        return unit.getDimension();
    }

    /** This quantity in another unit, or null if that unit measures something else. */
    public @Nullable QuantityType<T> toUnit(Unit<?> targetUnit) {
        if (targetUnit.equals(unit)) {
            return this;
        }
        return UnitMath.compatible(unit, targetUnit)
                ? new QuantityType<>(UnitMath.convert(toBigDecimal(), unit, targetUnit), UnitMath.<T>cast(targetUnit))
                : null;
    }

    public @Nullable QuantityType<T> toUnit(String targetUnit) {
        Unit<?> parsed = UnitMath.unit(targetUnit);
        return parsed == null ? null : toUnit(parsed);
    }

    /** This quantity in a unit of the same or of the inverse dimension. */
    public @Nullable QuantityType<?> toInvertibleUnit(Unit<?> targetUnit) {
        return !UnitMath.compatible(unit, targetUnit) && UnitMath.compatible(unit.inverse(), targetUnit)
                ? inverse().toUnit(targetUnit)
                : toUnit(targetUnit);
    }

    public @Nullable QuantityType<?> toInvertibleUnit(String targetUnit) {
        Unit<?> parsed = UnitMath.unit(targetUnit);
        return parsed == null ? null : toInvertibleUnit(parsed);
    }

    /** This difference in another unit: without the offsets of the scales. */
    public @Nullable QuantityType<T> toUnitRelative(Unit<T> targetUnit) {
        if (!UnitMath.compatible(unit, targetUnit)) {
            return null;
        }
        BigDecimal zero = UnitMath.convert(BigDecimal.ZERO, unit, targetUnit);
        return new QuantityType<>(UnitMath.convert(toBigDecimal(), unit, targetUnit).subtract(zero), targetUnit);
    }

    public @Nullable QuantityType<T> toUnitRelative(String targetUnit) {
        Unit<?> parsed = UnitMath.unit(targetUnit);
        return parsed == null ? null : toUnitRelative(UnitMath.<T>cast(parsed));
    }

    public BigDecimal toBigDecimal() {
        return new BigDecimal(value.toString());
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + Double.hashCode(value.doubleValue());
    }

    @Override
    public String format(String pattern) {
        return QuantityText.format(this, pattern);
    }

    @Override
    public int intValue() {
        return value.intValue();
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public float floatValue() {
        return value.floatValue();
    }

    @Override
    public double doubleValue() {
        return value.doubleValue();
    }

    @Override
    public <U extends State> @Nullable U as(@Nullable Class<U> target) {
        if (target == DecimalType.class) {
            return target.cast(new DecimalType(toBigDecimal()));
        } else if (target == PercentType.class) {
            QuantityType<T> percent = toUnit(Units.PERCENT);
            return percent == null ? null : target.cast(new PercentType(percent.toBigDecimal()));
        } else if (target == OnOffType.class) {
            BigDecimal number = toBigDecimal();
            if (number.signum() == 0) {
                return target.cast(OnOffType.OFF);
            }
            boolean on = unit.equals(Units.PERCENT) ? number.signum() > 0 : number.compareTo(BigDecimal.ONE) == 0;
            return on ? target.cast(OnOffType.ON) : null;
        }
        return State.super.as(target);
    }

    public QuantityType<T> add(QuantityType<T> state) {
        return new QuantityType<>(toBigDecimal().add(inThisUnit(state)), unit);
    }

    public QuantityType<T> negate() {
        return new QuantityType<>(toBigDecimal().negate(), unit);
    }

    public QuantityType<T> subtract(QuantityType<T> state) {
        return new QuantityType<>(toBigDecimal().subtract(inThisUnit(state)), unit);
    }

    private BigDecimal inThisUnit(QuantityType<T> state) {
        QuantityType<T> converted = state.toUnitRelative(unit);
        if (converted == null) {
            throw new IllegalArgumentException(state + " cannot be converted to " + unit);
        }
        return converted.toBigDecimal();
    }

    public QuantityType<?> multiply(BigDecimal value) {
        return new QuantityType<>(toBigDecimal().multiply(value, MathContext.DECIMAL128), unit);
    }

    public QuantityType<?> multiply(QuantityType<?> state) {
        return UnitMath.of(toBigDecimal().multiply(state.toBigDecimal(), MathContext.DECIMAL128),
                unit.multiply(state.unit));
    }

    public QuantityType<?> divide(BigDecimal value) {
        return new QuantityType<>(toBigDecimal().divide(value, MathContext.DECIMAL128), unit);
    }

    public QuantityType<?> divide(QuantityType<?> state) {
        return UnitMath.of(toBigDecimal().divide(state.toBigDecimal(), MathContext.DECIMAL128),
                unit.divide(state.unit));
    }

    public QuantityType<?> inverse() {
        return UnitMath.of(BigDecimal.ONE.divide(toBigDecimal(), MathContext.DECIMAL128), unit.inverse());
    }
}
