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

import static org.openhab.core.library.unit.CustomUnits.labelled;

import javax.measure.Unit;
import javax.measure.quantity.Area;
import javax.measure.quantity.Length;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Pressure;
import javax.measure.quantity.Speed;
import javax.measure.quantity.Temperature;
import javax.measure.quantity.Volume;
import javax.measure.spi.SystemOfUnits;

import org.eclipse.jdt.annotation.NonNullByDefault;

import tech.units.indriya.unit.Units;

/** The units of the metric system that differ from the imperial ones. */
@NonNullByDefault
public final class SIUnits extends CustomUnits {

    public static final String MEASUREMENT_SYSTEM_NAME = "SI";
    public static final Unit<Temperature> CELSIUS = labelled(Units.CELSIUS, "°C");
    public static final Unit<Speed> KILOMETRE_PER_HOUR = labelled(Units.KILOMETRE_PER_HOUR, "km/h");
    public static final Unit<Length> METRE = Units.METRE;
    public static final Unit<Mass> KILOGRAM = Units.KILOGRAM;
    public static final Unit<Mass> GRAM = Units.GRAM;
    public static final Unit<Area> SQUARE_METRE = labelled(Units.SQUARE_METRE, "m²");
    public static final Unit<Volume> CUBIC_METRE = labelled(Units.CUBIC_METRE, "m³");
    public static final Unit<Pressure> PASCAL = Units.PASCAL;

    private static final SIUnits INSTANCE = new SIUnits();

    private SIUnits() {}

    public static SystemOfUnits getInstance() {
        return INSTANCE;
    }

    @Override
    public String getName() {
        return MEASUREMENT_SYSTEM_NAME;
    }
}
