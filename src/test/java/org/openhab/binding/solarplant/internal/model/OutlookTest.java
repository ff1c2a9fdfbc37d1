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

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left in the batteries, and for how long. */
@NonNullByDefault
class OutlookTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId B = inverter("B");
    private static final String USABLE = "battery#usable-energy";
    private static final String FULL = "battery#time-to-full";
    private static final String EMPTY = "battery#time-to-empty";

    private final Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());

    private @Nullable Value of(DeviceId id, String metric) {
        Sample sample = plant.snapshot().device(id).orElseThrow().samples().get(metric(metric));
        return sample == null ? null : sample.value();
    }

    private @Nullable Value total(String metric) {
        return plant.addUp().totals().get(metric(metric));
    }

    private void merge(Reading... readings) {
        plant.merge(List.of(readings));
    }

    private static Reading battery(DeviceId id, Object capacity, Object charge, Object power, Object lowest) {
        return reading(id, "battery#capacity", capacity, "battery#state-of-charge", charge, "battery#power", power,
                "settings#min-state-of-charge", lowest);
    }

    private static Reading with(Reading reading, String metric, boolean on) {
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.put(metric(metric), new Value.Switch(on));
        return reading.with(values);
    }

    @Test
    void aBatteryThatDischargesIsEmptyAtItsMinimum() {
        merge(battery(A, 10, 60, 2000, 20));
        assertEquals(amount("4"), of(A, USABLE));
        assertEquals(amount("7200"), of(A, EMPTY), "4 kWh at 2 kW");
        assertNull(of(A, FULL));
    }

    @Test
    void aBatteryThatChargesIsFullAtItsCapacity() {
        merge(battery(A, 10, 60, -3000, 20));
        assertEquals(amount("4800"), of(A, FULL), "4 kWh at 3 kW");
        assertNull(of(A, EMPTY));
        merge(battery(B, 10, 100, -3000, 20));
        assertEquals(amount("0"), of(B, FULL));
    }

    /** 1 % of the capacity in an hour: what inverters use themselves, and what offsets of sensors amount to. */
    @ParameterizedTest
    @CsvSource({"0, , ", "99, , ", "100, , 144000", "-99, , ", "-100, 216000, "})
    void aBatteryAtRestIsNeitherFullNorEmptyAtAnyTime(String power, @Nullable String full, @Nullable String empty) {
        merge(battery(A, 10, 40, power, 0));
        assertEquals(full == null ? null : amount(full), of(A, FULL));
        assertEquals(empty == null ? null : amount(empty), of(A, EMPTY));
        assertEquals(amount("4"), of(A, USABLE));
    }

    @Test
    void belowItsMinimumNothingIsLeft() {
        merge(battery(A, 10, 8, 500, 10));
        assertEquals(amount("0"), of(A, USABLE));
        assertEquals(amount("0"), of(A, EMPTY));
    }

    @Test
    void whatTheDeviceSaysOfItselfGoesBeforeWhatIsCalculated() {
        merge(reading(A, "battery#capacity", 10, "battery#state-of-charge", 50, "battery#remaining-capacity", "4.6",
                "settings#min-state-of-charge", 10));
        assertEquals(amount("3.6"), of(A, USABLE));
        merge(reading(B, "battery#capacity", 10, "battery#state-of-charge", 50, USABLE, "4.1"));
        assertEquals(amount("4.1"), of(B, USABLE));
        assertEquals(amount("7.7"), total(USABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery#capacity", "battery#state-of-charge"})
    void whereTheEnergyIsNotKnownNothingIsSaid(String missing) {
        Map<Metric, Value> values = values("battery#capacity", 10, "battery#state-of-charge", 50, "battery#power", 900);
        values.remove(metric(missing));
        merge(reading(A).with(values));
        assertNull(of(A, USABLE));
        assertNull(of(A, EMPTY));
        assertNull(total(USABLE));
        merge(reading(B, "battery#capacity", 0, "battery#state-of-charge", 50, "battery#power", 900));
        assertNull(of(B, USABLE));
    }

    @Test
    void theHighestOfTheMinimumsCounts() {
        Reading kept = reading(A, "battery#capacity", 10, "battery#state-of-charge", 90,
                "settings#min-state-of-charge", 20, "settings#cutoff-state-of-charge", 4,
                "settings#backup-state-of-charge", 50);
        merge(kept);
        assertEquals(amount("4"), of(A, USABLE));
        merge(with(kept, "settings#backup-enabled", false));
        assertEquals(amount("7"), of(A, USABLE), "nothing is kept for backup");
    }

    @Test
    void offTheGridWhatWasKeptForItIsUsed() {
        Reading kept = reading(A, "battery#capacity", 10, "battery#state-of-charge", 90,
                "settings#min-state-of-charge", 20, "settings#cutoff-state-of-charge", 4,
                "settings#backup-state-of-charge", 50);
        merge(with(kept, "grid#available", false));
        assertEquals(amount("8.6"), of(A, USABLE));
        merge(with(reading(B, "battery#capacity", 10, "battery#state-of-charge", 90, "settings#min-state-of-charge", 20,
                "settings#backup-state-of-charge", 50), "grid#available", false));
        assertEquals(amount("7"), of(B, USABLE));
    }

    @Test
    void thePlantIsTheSumOfItsBatteries() {
        merge(battery(A, 10, 60, 2000, 20), battery(B, 5, 60, 1000, 20), reading(inverter("C"), "pv#power", 1000),
                reading(inverter("D"), "battery#state-of-charge", 50, "battery#power", 3000));
        assertEquals(amount("6"), total(USABLE));
        assertEquals(amount("7200"), total(EMPTY), "one whose energy nobody knows is left out, and its power as well");
        assertNull(total(FULL));
    }

    @Test
    void batteriesThatFeedEachOtherRestTogether() {
        merge(battery(A, 10, 60, 2000, 20), battery(B, 10, 60, -1900, 20));
        assertNull(total(FULL));
        assertNull(total(EMPTY));
        merge(battery(A, 10, 60, 2000, 20), battery(B, 10, 60, -3000, 20));
        assertEquals(amount("28800"), total(FULL), "8 kWh at 1 kW");
    }

    @Test
    void whatTheBatteriesBearIsAddedUp() {
        merge(reading(A, "battery#max-charge-power", 3000, "battery#max-discharge-power", 0),
                reading(B, "battery#max-charge-power", 2500));
        assertEquals(amount("5500"), total("battery#max-charge-power"));
        assertEquals(amount("0"), total("battery#max-discharge-power"));
    }

    @Test
    void whatOnlyTheBatteriesTellIsToldOfTheirInverterToo() {
        Reading first = new Reading(new Device(new DeviceId(DeviceKind.BATTERY, "P1"), A, Map.of()), Readings.NOON,
                Cadence.FULL, values("battery#max-charge-power", 6000, "battery#max-discharge-power", 5000), 0);
        Reading second = new Reading(new Device(new DeviceId(DeviceKind.BATTERY, "P2"), A, Map.of()), Readings.NOON,
                Cadence.FULL, values("battery#max-charge-power", 1000), 0);
        merge(reading(A, "pv#power", 1, "battery#max-discharge-power", 3000), first, second);
        assertEquals(amount("7000"), of(A, "battery#max-charge-power"));
        assertEquals(amount("3000"), of(A, "battery#max-discharge-power"));
        assertEquals(amount("7000"), total("battery#max-charge-power"), "counted once");
        plant.lose(Set.of(new Contribution(A, Source.DIRECT)));
        assertNull(of(A, "battery#max-charge-power"));
    }

    @Test
    void itGoesWithTheDevice() {
        merge(battery(A, 10, 60, 2000, 20), battery(B, 5, 60, 1000, 20));
        plant.lose(Set.of(new Contribution(A, Source.DIRECT)));
        assertNull(of(A, USABLE));
        assertEquals(amount("2"), total(USABLE));
        Instant later = Readings.NOON.plusSeconds(1);
        plant.expire(Set.of(new Contribution(B, Source.DIRECT)), later);
        assertNull(of(B, USABLE));
        assertNull(total(USABLE));
    }

    @Test
    void onlyInvertersHaveIt() {
        DeviceId pack = new DeviceId(DeviceKind.BATTERY, "P");
        merge(battery(pack, 10, 60, 2000, 20));
        assertNull(of(pack, USABLE));
        assertNull(total(USABLE));
    }
}
