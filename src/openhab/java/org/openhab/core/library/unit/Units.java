/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.library.unit;

import javax.measure.Unit;
import javax.measure.quantity.Angle;
import javax.measure.quantity.Dimensionless;
import javax.measure.quantity.ElectricCapacitance;
import javax.measure.quantity.ElectricCharge;
import javax.measure.quantity.ElectricCurrent;
import javax.measure.quantity.ElectricPotential;
import javax.measure.quantity.ElectricResistance;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Illuminance;
import javax.measure.quantity.Power;
import javax.measure.quantity.Pressure;
import javax.measure.quantity.Speed;
import javax.measure.quantity.Temperature;
import javax.measure.quantity.Time;
import javax.measure.quantity.Volume;
import javax.measure.spi.SystemOfUnits;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.library.dimension.DataAmount;
import org.openhab.core.library.dimension.EmissionIntensity;
import org.openhab.core.library.dimension.Intensity;
import org.openhab.core.library.dimension.VolumetricFlowRate;

import tech.units.indriya.AbstractUnit;
import tech.units.indriya.function.MultiplyConverter;
import tech.units.indriya.unit.AlternateUnit;
import tech.units.indriya.unit.TransformedUnit;

/** The units that are the same everywhere: those that a binding for energy needs. */
@NonNullByDefault
public final class Units extends CustomUnits {

    public static final Unit<Dimensionless> ONE = AbstractUnit.ONE;
    public static final Unit<Dimensionless> PERCENT = labelled(tech.units.indriya.unit.Units.PERCENT, "%");
    public static final Unit<Dimensionless> PARTS_PER_MILLION = part("ppm", 1_000_000);
    public static final Unit<Dimensionless> PARTS_PER_BILLION = part("ppb", 1_000_000_000);

    public static final Unit<Time> SECOND = tech.units.indriya.unit.Units.SECOND;
    public static final Unit<Time> MINUTE = tech.units.indriya.unit.Units.MINUTE;
    public static final Unit<Time> HOUR = tech.units.indriya.unit.Units.HOUR;
    public static final Unit<Time> DAY = labelled(tech.units.indriya.unit.Units.DAY, "d");
    public static final Unit<Time> WEEK = labelled(tech.units.indriya.unit.Units.WEEK, "wk");
    public static final Unit<Time> MONTH = labelled(tech.units.indriya.unit.Units.MONTH, "mo");
    public static final Unit<Time> YEAR = labelled(tech.units.indriya.unit.Units.YEAR, "yr");

    public static final Unit<ElectricCurrent> AMPERE = tech.units.indriya.unit.Units.AMPERE;
    public static final Unit<ElectricPotential> VOLT = tech.units.indriya.unit.Units.VOLT;
    public static final Unit<ElectricResistance> OHM = labelled(tech.units.indriya.unit.Units.OHM, "Ω");
    public static final Unit<ElectricCapacitance> FARAD = tech.units.indriya.unit.Units.FARAD;
    public static final Unit<ElectricCharge> COULOMB = tech.units.indriya.unit.Units.COULOMB;
    public static final Unit<ElectricCharge> AMPERE_HOUR = labelled(
            AMPERE.multiply(HOUR).asType(ElectricCharge.class), "Ah");
    public static final Unit<ElectricCharge> MILLIAMPERE_HOUR = labelled(MetricPrefix.MILLI(AMPERE_HOUR), "mAh");

    public static final Unit<Power> WATT = tech.units.indriya.unit.Units.WATT;
    public static final Unit<Power> VAR = labelled(new AlternateUnit<>(WATT, "var"), "var");
    public static final Unit<Power> KILOVAR = labelled(MetricPrefix.KILO(VAR), "kvar");
    public static final Unit<Power> VOLT_AMPERE = labelled(new AlternateUnit<>(WATT, "VA"), "VA");
    public static final Unit<Power> KILOVOLT_AMPERE = labelled(MetricPrefix.KILO(VOLT_AMPERE), "kVA");

    public static final Unit<Energy> JOULE = tech.units.indriya.unit.Units.JOULE;
    public static final Unit<Energy> WATT_SECOND = labelled(WATT.multiply(SECOND).asType(Energy.class), "Ws");
    public static final Unit<Energy> WATT_HOUR = labelled(WATT.multiply(HOUR).asType(Energy.class), "Wh");
    public static final Unit<Energy> KILOWATT_HOUR = labelled(MetricPrefix.KILO(WATT_HOUR), "kWh");
    public static final Unit<Energy> MEGAWATT_HOUR = labelled(MetricPrefix.MEGA(WATT_HOUR), "MWh");
    public static final Unit<Energy> VAR_HOUR = labelled(VAR.multiply(HOUR).asType(Energy.class), "varh");
    public static final Unit<Energy> KILOVAR_HOUR = labelled(MetricPrefix.KILO(VAR_HOUR), "kvarh");
    public static final Unit<Energy> VOLT_AMPERE_HOUR = labelled(VOLT_AMPERE.multiply(HOUR).asType(Energy.class),
            "VAh");

    public static final Unit<Frequency> HERTZ = tech.units.indriya.unit.Units.HERTZ;
    public static final Unit<Frequency> RPM = labelled(
            ONE.divide(MINUTE).asType(Frequency.class), "rpm");
    public static final Unit<Temperature> KELVIN = tech.units.indriya.unit.Units.KELVIN;
    public static final Unit<?> MIRED = MetricPrefix.MEGA(KELVIN).inverse();
    public static final Unit<Illuminance> LUX = tech.units.indriya.unit.Units.LUX;
    public static final Unit<Angle> RADIAN = tech.units.indriya.unit.Units.RADIAN;
    public static final Unit<Angle> DEGREE_ANGLE = labelled(new TransformedUnit<>(RADIAN,
            MultiplyConverter.ofPiExponent(1).concatenate(MultiplyConverter.ofRational(1, 180))), "°");
    public static final Unit<Speed> METRE_PER_SECOND = labelled(tech.units.indriya.unit.Units.METRE_PER_SECOND, "m/s");
    public static final Unit<Volume> LITRE = tech.units.indriya.unit.Units.LITRE;
    public static final Unit<VolumetricFlowRate> LITRE_PER_MINUTE = labelled(
            LITRE.divide(MINUTE).asType(VolumetricFlowRate.class), "l/min");
    public static final Unit<Pressure> BAR = labelled(
            tech.units.indriya.unit.Units.PASCAL.multiply(100_000), "bar");
    public static final Unit<Intensity> IRRADIANCE = labelled(
            WATT.divide(tech.units.indriya.unit.Units.SQUARE_METRE).asType(Intensity.class), "W/m²");
    public static final Unit<EmissionIntensity> GRAM_PER_KILOWATT_HOUR = labelled(
            tech.units.indriya.unit.Units.GRAM.divide(KILOWATT_HOUR).asType(EmissionIntensity.class), "g/kWh");
    public static final Unit<DataAmount> BIT = labelled(new AlternateUnit<>(ONE, "bit"), "bit");
    public static final Unit<DataAmount> BYTE = labelled(BIT.multiply(8), "B");

    private static final Units INSTANCE = new Units();

    private Units() {}

    private static Unit<Dimensionless> part(String symbol, long of) {
        return labelled(new TransformedUnit<>(ONE, MultiplyConverter.ofRational(1, of)), symbol);
    }

    public static SystemOfUnits getInstance() {
        return INSTANCE;
    }

    @Override
    public String getName() {
        return Units.class.getSimpleName();
    }
}
