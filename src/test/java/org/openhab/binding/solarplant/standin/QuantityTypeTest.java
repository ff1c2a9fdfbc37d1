/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import static org.junit.jupiter.api.Assertions.*;

import java.math.BigDecimal;

import javax.measure.quantity.Power;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.unit.MetricPrefix;
import org.openhab.core.library.unit.SIUnits;
import org.openhab.core.library.unit.Units;

/** What the binding relies on in quantities. */
@NonNullByDefault
class QuantityTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100W | 100 W
            1.5 kWh | 1.5 kWh
            1,5 W | 15 W
            -3 W | -3 W
            42 | 42
            21.0 °C | 21 °C
            55 % | 55 %
            230.1 V | 230.1 V
            50.01 Hz | 50.01 Hz
            3 Ah | 3 Ah
            4 kvarh | 4 kvarh
            5 kVA | 5 kVA
            6 var | 6 var
            7 min | 7 min
            8 °F? | ?
            """)
    void readsTexts(String text, String expected) {
        if ("?".equals(expected)) {
            assertThrows(IllegalArgumentException.class, () -> new QuantityType<>(text));
        } else {
            assertEquals(expected, new QuantityType<>(text).toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            W
            ' 1 W'
            +1 W
            1 parsec/fortnight?
            NaN
            """)
    void refusesTexts(String text) {
        assertThrows(IllegalArgumentException.class, () -> new QuantityType<>(text));
    }

    @Test
    void aTextWithoutNumberIsNoNumber() {
        assertThrows(NumberFormatException.class, () -> new QuantityType<>("W"));
        assertThrows(NumberFormatException.class, () -> new QuantityType<>(Double.NaN, Units.WATT));
    }

    @Test
    void wholeNumbersLoseTheirDecimals() {
        assertEquals("21 °C", new QuantityType<>(21.0, SIUnits.CELSIUS).toString());
        assertEquals("1.5 W", new QuantityType<>(new BigDecimal("1.5"), Units.WATT).toString());
    }

    @Test
    void comparesAcrossUnits() {
        QuantityType<Power> watt = new QuantityType<>(1, Units.WATT);
        assertEquals(watt, new QuantityType<>("1000 mW"));
        assertEquals(watt, new QuantityType<>("1.0 W"));
        assertEquals(new QuantityType<>("1 kWh"), new QuantityType<>(1000, Units.WATT_HOUR));
        assertEquals(0, watt.compareTo(new QuantityType<>(0.001, MetricPrefix.KILO(Units.WATT))));
        assertTrue(watt.compareTo(new QuantityType<>(2, Units.WATT)) < 0);
        assertNotEquals(watt, new QuantityType<>("1 V"));
        assertNotEquals(new QuantityType<>("1"), new DecimalType(1));
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void otherDimensionsCannotBeCompared() {
        QuantityType watt = new QuantityType<>("1 W");
        assertThrows(IllegalArgumentException.class, () -> watt.compareTo(new QuantityType<>("1 V")));
    }

    @Test
    void convertsUnits() {
        assertEquals("1.5 kW", String.valueOf(new QuantityType<>("1500 W").toUnit("kW")));
        assertEquals("294.15 K", String.valueOf(new QuantityType<>("21 °C").toUnit(Units.KELVIN)));
        assertEquals("21 °C", String.valueOf(new QuantityType<>("294.15 K").toUnit(SIUnits.CELSIUS)));
        assertEquals("3.6 kWh", String.valueOf(new QuantityType<>("12960000 J").toUnit(Units.KILOWATT_HOUR)));
        assertEquals("0.5", String.valueOf(new QuantityType<>("50 %").toUnit(Units.ONE)));
        assertEquals("90 min", String.valueOf(new QuantityType<>("1.5 h").toUnit(Units.MINUTE)));
        assertNull(new QuantityType<>("1 W").toUnit(Units.VOLT));
        assertNull(new QuantityType<>("1 W").toUnit("no unit at all"));
    }

    @Test
    void countsInItsOwnUnit() {
        QuantityType<Power> watt = new QuantityType<>(1500, Units.WATT);
        assertEquals("2500 W", watt.add(new QuantityType<>(1, MetricPrefix.KILO(Units.WATT))).toString());
        assertEquals("500 W", watt.subtract(new QuantityType<>(1, MetricPrefix.KILO(Units.WATT))).toString());
        assertEquals("-1500 W", watt.negate().toString());
        assertEquals("6 Wh",
                new QuantityType<>(2, Units.WATT).multiply(new QuantityType<>(3, Units.HOUR)).toString());
        assertEquals("2 W", new QuantityType<>("6 Wh").divide(new QuantityType<>("3 h")).toString());
        assertEquals("3000 W", watt.multiply(new BigDecimal(2)).toString());
    }

    @Test
    void becomesOtherTypes() {
        assertEquals(new DecimalType("1.5"), new QuantityType<>("1.5 W").as(DecimalType.class));
        assertEquals(new PercentType(55), new QuantityType<>("55 %").as(PercentType.class));
        assertEquals(new PercentType(50), new QuantityType<>("0.5").as(PercentType.class));
        assertEquals(OnOffType.OFF, new QuantityType<>("0 W").as(OnOffType.class));
        assertEquals(OnOffType.ON, new QuantityType<>("1 W").as(OnOffType.class));
        assertEquals(OnOffType.ON, new QuantityType<>("20 %").as(OnOffType.class));
        assertNull(new QuantityType<>("2 W").as(OnOffType.class));
    }

    @Test
    void formats() {
        assertEquals("1500 W", new QuantityType<>("1500 W").format("%d %unit%"));
        assertEquals("55 %", new QuantityType<>("55 %").format("%d %unit%"));
        assertEquals("[1.5 W]", new QuantityType<>("1.5 W").format("[%s]"));
        assertEquals("01:30", new QuantityType<>("90 min").format("%1$tH:%1$tM"));
        assertThrows(java.util.IllegalFormatConversionException.class, () -> new QuantityType<>("1.5 W").format("%d"));
    }
}
