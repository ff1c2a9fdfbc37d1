/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.solarplant.internal.model.Readings.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counters of today begin with the day of the plant, whatever its devices think of the time. */
@NonNullByDefault
class DayCounterTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DeviceId A = inverter("A");
    private static final Device DEVICE = new Device(A, null, java.util.Map.of()).rated(5000);

    private final Plant plant = new Plant(() -> ZONE, Optional.empty());

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + "[Europe/Berlin]").toInstant();
    }

    private void tells(String local, String today) {
        plant.merge(List.of(new Reading(DEVICE, at(local), Cadence.FULL,
                java.util.Map.of(metric("energy#pv-today"), amount(today)), 0)));
    }

    /** What the device and the plant show: always the same with one device. */
    private String shown() {
        Optional<BigDecimal> device = plant.snapshot().device(A)
                .flatMap(state -> state.number(metric("energy#pv-today")));
        Value total = plant.snapshot().totals().get(metric("energy#pv-today"));
        assertEquals(device.map(Value.Amount::new).orElse(null), total);
        return device.map(BigDecimal::toPlainString).orElse("");
    }

    private void evening() {
        tells("2026-06-01T23:58:00+02:00", "13");
        plant.tick(at("2026-06-01T23:59:59+02:00"));
        assertEquals("13", shown());
        plant.tick(at("2026-06-02T00:00:00+02:00"));
        assertEquals("0", shown(), "at once");
    }

    @Test
    void aDeviceWhoseClockIsRightBeginsAnew() {
        evening();
        tells("2026-06-02T00:00:30+02:00", "0");
        assertEquals("0", shown());
        tells("2026-06-02T00:10:30+02:00", "0.2");
        assertEquals("0.2", shown());
    }

    @Test
    void yesterdaysNumberIsNotTodays() {
        evening();
        for (int minute = 1; minute <= 40; minute++) {
            tells("2026-06-02T00:%02d:00+02:00".formatted(minute), minute < 20 ? "13" : "13.2");
            assertEquals(minute < 20 ? "0" : "0.2", shown(), "what was gained since midnight is told");
        }
        tells("2026-06-02T00:41:00+02:00", "0");
        assertEquals("0.2", shown(), "and stays when the device begins anew");
        tells("2026-06-02T00:51:00+02:00", "0.4");
        assertEquals("0.6", shown());
        tells("2026-06-02T12:00:00+02:00", "20");
        assertEquals("20.2", shown());
    }

    @Test
    void aDeviceThatIsEarlyTakesNothingFromTheDayThatEnds() {
        tells("2026-06-01T23:19:00+02:00", "13");
        tells("2026-06-01T23:20:00+02:00", "0");
        assertEquals("13", shown());
        tells("2026-06-01T23:59:00+02:00", "0.4");
        assertEquals("13.4", shown());
        plant.tick(at("2026-06-02T00:00:00+02:00"));
        assertEquals("0", shown());
        tells("2026-06-02T00:01:00+02:00", "0.4");
        assertEquals("0", shown(), "that was yesterday");
        tells("2026-06-02T01:00:00+02:00", "1.4");
        assertEquals("1", shown());
    }

    @Test
    void aDeviceThatSleptOverMidnightIsBelieved() {
        tells("2026-06-01T18:00:00+02:00", "13");
        plant.lose(Set.of(new Contribution(A, Source.DIRECT)));
        plant.tick(at("2026-06-02T00:00:00+02:00"));
        assertEquals("", shown());
        tells("2026-06-02T12:00:00+02:00", "15");
        assertEquals("15", shown(), "more than yesterday evening, and all of today");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-02T00:10:00+02:00, 13, ''", "2026-06-02T00:20:01+02:00, 13, 13",
            "2026-06-02T00:10:00+02:00, 1, 1",
            "2026-06-01T12:00:00+02:00, 13, 13"})
    void aStrangersNumberJustAfterMidnightIsLikelyToBeYesterdays(String when, String number, String shown) {
        tells(when, number);
        assertEquals(shown, shown());
    }

    @Test
    void aStrangersFirstNumberMayHaveBeenYesterdays() {
        tells("2026-06-02T00:10:00+02:00", "1");
        tells("2026-06-02T00:11:00+02:00", "0");
        assertEquals(Optional.of(BigDecimal.ZERO),
                plant.snapshot().device(A).orElseThrow().number(metric("energy#pv-today")));
    }

    @Test
    void aClockThatWasWrongLeavesNothingBehind() {
        tells("2026-06-01T23:00:00+02:00", "13");
        plant.tick(at("2026-06-01T23:00:01+02:00"));
        // two hours ahead, over midnight
        plant.tick(at("2026-06-02T01:00:02+02:00"));
        assertEquals("0", shown());
        tells("2026-06-02T01:00:10+02:00", "13.1");
        plant.tick(at("2026-06-01T23:00:20+02:00"));
        assertEquals("", shown(), "nobody has told it in this day");
        tells("2026-06-01T23:00:30+02:00", "13.1");
        assertEquals("13.1", shown());
        plant.tick(at("2026-06-02T00:00:00+02:00"));
        tells("2026-06-02T00:00:30+02:00", "0");
        assertEquals("0", shown());
        tells("2026-06-02T07:00:30+02:00", "0.5");
        assertEquals("0.5", shown());
    }

    @Test
    void measuredValuesOfAFutureThatWasTakenBackAreForgotten() {
        plant.merge(List.of(reading(A, NOON.plusSeconds(7200), "pv#power", 5, "energy#pv-total", 100)));
        plant.tick(NOON.plusSeconds(7201));
        PlantSnapshot after = plant.tick(NOON);
        assertEquals(Set.of(metric("energy#pv-total")), after.device(A).orElseThrow().samples().keySet());
        assertEquals(NOON, after.device(A).orElseThrow().lastUpdate());
        plant.merge(List.of(reading(A, NOON.plusSeconds(5), "pv#power", 7, "energy#pv-total", "100.1")));
        assertEquals(amount("7"), plant.snapshot().totals().get(metric("pv#power")));
        assertEquals(amount("100.1"), plant.snapshot().totals().get(metric("energy#pv-total")));
    }

    /** The days on which clocks change have 23 and 25 hours, and begin at midnight like all others. */
    @ParameterizedTest
    @CsvSource({
            "2026-03-28T23:59:00+01:00, 2026-03-29T00:00:00+01:00, 2026-03-29T23:59:59+02:00, 2026-03-30T00:00:00+02:00",
            "2026-10-24T23:59:00+02:00, 2026-10-25T00:00:00+02:00, 2026-10-25T23:59:59+01:00, 2026-10-26T00:00:00+01:00"})
    void daysMayBeShortOrLong(String evening, String midnight, String last, String next) {
        tells(evening, "9");
        plant.tick(at(midnight));
        assertEquals("0", shown());
        tells(midnight, "0");
        tells(last, "8");
        plant.tick(at(last));
        assertEquals("8", shown());
        plant.tick(at(next));
        assertEquals("0", shown());
    }

    @Test
    void whatWasReadBeforeMidnightAndComesAfterItIsYesterdays() {
        evening();
        tells("2026-06-01T23:59:59+02:00", "13.1");
        assertEquals("0", shown());
        tells("2026-06-02T00:01:00+02:00", "0.2");
        assertEquals("0.2", shown());
    }

    @Test
    void aDeviceThatWasLateAndThenSilentHasBegunAnewMeanwhile() {
        tells("2026-06-01T23:58:00+02:00", "3");
        tells("2026-06-02T00:00:10+02:00", "3");
        assertEquals("0", shown());
        plant.lose(Set.of(new Contribution(A, Source.DIRECT)));
        tells("2026-06-02T06:00:00+02:00", "4");
        assertEquals("4", shown());
    }

    @Test
    void aDeviceThatIsVeryLateIsNotBelievedInBetween() {
        evening();
        for (int minute = 1; minute <= 119; minute++) {
            tells("2026-06-02T%02d:%02d:00+02:00".formatted(minute / 60, minute % 60), "13");
            assertEquals("0", shown());
        }
    }
}
