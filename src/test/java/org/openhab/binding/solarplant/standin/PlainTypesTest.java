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

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.types.TimeSeries;

/** Numbers, moments, texts and switches. */
@NonNullByDefault
class PlainTypesTest {

    @Test
    void decimals() {
        assertEquals("1000", new DecimalType("1,000").toString());
        assertEquals("1.50", new DecimalType("1.50").toString());
        assertEquals(new DecimalType("1.5"), new DecimalType("1.50"));
        assertEquals(new DecimalType(50), new PercentType(50));
        assertThrows(NumberFormatException.class, () -> new DecimalType(""));
        assertEquals("3", new DecimalType("3").format("%d"));
        assertEquals(OnOffType.ON, new DecimalType(7).as(OnOffType.class));
    }

    @Test
    void percents() {
        assertThrows(IllegalArgumentException.class, () -> new PercentType(101));
        assertThrows(IllegalArgumentException.class, () -> new PercentType("-1"));
        assertEquals("0.55000000", String.valueOf(new PercentType(55).as(DecimalType.class)));
        assertEquals(OnOffType.OFF, PercentType.ZERO.as(OnOffType.class));
    }

    @Test
    void moments() {
        Instant instant = Instant.parse("2026-01-02T03:04:05Z");
        DateTimeType moment = new DateTimeType(instant);
        assertEquals("2026-01-02T04:04:05.000+0100", moment.toFullString(ZoneId.of("Europe/Berlin")));
        assertEquals(moment, new DateTimeType(moment.toString()));
        assertEquals(instant, new DateTimeType("2026-01-02T04:04:05+01:00").getInstant());
        assertEquals(instant, new DateTimeType("2026-01-02T03:04:05Z").getInstant());
        assertEquals(instant, new DateTimeType("2026-01-02T04:04:05.000+0100").getInstant());
        assertEquals(instant, new DateTimeType(String.valueOf(instant.getEpochSecond())).getInstant());
        assertEquals(instant, new DateTimeType(String.valueOf(instant.toEpochMilli())).getInstant());
        assertEquals(LocalDateTime.of(2026, 1, 2, 3, 4, 5).atZone(ZoneId.systemDefault()).toInstant(),
                new DateTimeType("2026-01-02T03:04:05").getInstant());
        assertEquals(LocalDate.of(2026, 1, 2).atStartOfDay(ZoneId.systemDefault()).toInstant(),
                new DateTimeType("2026-01-02").getInstant());
        assertThrows(IllegalArgumentException.class, () -> new DateTimeType("this is no moment at all"));
        assertThrows(StringIndexOutOfBoundsException.class, () -> new DateTimeType("abc"));
    }

    @Test
    void textsAndSwitches() {
        assertEquals("", new StringType(null).toString());
        assertTrue(new StringType("a").equals((Object) "a"));
        assertEquals(OnOffType.ON, OnOffType.from("1"));
        assertEquals(OnOffType.OFF, OnOffType.from("true"));
        assertEquals(PercentType.HUNDRED, OnOffType.ON.as(PercentType.class));
    }

    @Test
    void timeSeriesAreSortedAndHaveEachMomentOnce() {
        TimeSeries series = new TimeSeries(TimeSeries.Policy.REPLACE);
        assertEquals(Instant.MAX, series.getBegin());
        assertEquals(Instant.MIN, series.getEnd());
        Instant now = Instant.EPOCH;
        series.add(now.plusSeconds(1), OnOffType.ON);
        series.add(now, OnOffType.OFF);
        series.add(now, OnOffType.ON);
        assertEquals(2, series.size());
        assertEquals(List.of(OnOffType.OFF, OnOffType.ON), series.getStates().map(TimeSeries.Entry::state).toList());
    }
}
