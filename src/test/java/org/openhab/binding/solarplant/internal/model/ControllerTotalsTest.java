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

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** What a plant does that an EMS or a gateway controls: each flow is counted once. */
@NonNullByDefault
class ControllerTotalsTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId B = inverter("B");
    private static final DeviceId EMS = new DeviceId(DeviceKind.EMS, "E");
    private static final DeviceId GATEWAY = new DeviceId(DeviceKind.GATEWAY, "G");

    private static Reading managed(DeviceId id, Object... values) {
        return new Reading(new Device(id, EMS, Map.of()), Source.ROLL_UP, NOON, Cadence.FULL, values(values), 0);
    }

    private static String total(String metric, Optional<DeviceId> gridMeter, Reading... readings) {
        Plant plant = new Plant(() -> ZoneOffset.UTC, gridMeter);
        plant.merge(List.of(readings));
        return plant.addUp().totals().get(metric(metric)) instanceof Value.Amount amount
                ? amount.number().toPlainString()
                : "";
    }

    private static String total(String metric, Reading... readings) {
        return total(metric, Optional.empty(), readings);
    }

    @Test
    void blindedInvertersDeliverWhatTheirBatteriesGive() {
        Reading[] plant = {reading(EMS, "ems#grid-power", -1834, "ems#generation-power", 0, "ems#battery-power", 2511),
                managed(A, "output#power", 1042), managed(B, "output#power", 1469)};
        assertEquals("2511", total("battery#power", plant));
        assertEquals("-1834", total("grid#power", plant));
        assertEquals("677", total("load#power", plant));
        assertEquals("0", total("pv#power", plant));
    }

    @Test
    void aDirectInverterIsNoBattery() {
        assertEquals("", total("battery#power", reading(EMS, "ems#grid-power", 5), reading(A, "output#power", 1042)));
    }

    @Test
    void aGatewayGoesBeforeAnEms() {
        Reading[] plant = {reading(EMS, "ems#grid-power", 100, "ems#generation-power", 7),
                reading(GATEWAY, "gateway#grid-power", 90, "gateway#pv-power", 5)};
        assertEquals("90", total("grid#power", plant));
        assertEquals("5", total("pv#power", plant));
    }

    @Test
    void aMergedInvertersOwnWordIsTaken() {
        Reading[] plant = {reading(EMS, "ems#grid-power", 100, "ems#generation-power", 0),
                managed(A, "output#power", 1042), reading(A, "battery#power", 1000, "pv#power", 30)};
        assertEquals("1000", total("battery#power", plant));
        assertEquals("30", total("pv#power", plant), "no meter of the EMS tells of generation");
    }

    @Test
    void aMeterOfTheGenerationIsCountedOnce() {
        for (Reading controller : List.of(reading(EMS, "ems#grid-power", 100, "ems#generation-power", 2000),
                reading(GATEWAY, "gateway#grid-power", 100, "gateway#pv-power", 2000))) {
            Reading[] plant = {controller, managed(A, "battery#power", 5), reading(A, "pv#power", 1990)};
            assertEquals("2000", total("pv#power", plant));
            Reading[] strings = {controller, managed(A, "battery#power", 5),
                    reading(A, "pv#power", 1990, "pv#string-1-voltage", 300)};
            assertEquals("3990", total("pv#power", strings), "strings of its own are no meter");
            Reading[] alone = {controller, reading(A, "pv#power", 1990)};
            assertEquals("3990", total("pv#power", alone), "nobody manages it");
        }
    }

    @Test
    void anotherGridMeterLeavesTheGenerationAlone() {
        Reading[] plant = {reading(GATEWAY, "gateway#grid-power", 100, "gateway#pv-power", 2000, "gateway#pv-today", 7,
                "gateway#import-today", 9), reading(A, "grid#power", 90, "energy#import-today", 8)};
        assertEquals("90", total("grid#power", Optional.of(A), plant));
        assertEquals("2000", total("pv#power", Optional.of(A), plant));
        assertEquals("7", total("energy#pv-today", Optional.of(A), plant));
        assertEquals("8", total("energy#import-today", Optional.of(A), plant));
        assertEquals("9", total("energy#import-today", plant));
    }

    @Test
    void whatTheControllerMeasuresIsNoGeneratorFromElsewhere() {
        Reading[] plant = {reading(GATEWAY, "gateway#grid-power", -1000, "gateway#pv-power", 2000),
                managed(A, "battery#power", 0),
                reading(A, "battery#power", 0, "grid#power", -1000, "load#power", 1000)};
        assertEquals("1000", total("load#power", plant));
        assertEquals("1000", total("load#power", Optional.of(A), plant));
    }

    @Test
    void theGatewaysCountersAreThePlants() {
        Reading[] plant = {
                reading(GATEWAY, "gateway#import-today", 1, "gateway#export-today", 2, "gateway#pv-today", 8,
                        "gateway#charge-today", 4, "gateway#discharge-today", 3),
                managed(A, "energy#charge-today", 3, "energy#discharge-today", "2.5"),
                managed(B, "energy#charge-today", 1, "energy#discharge-today", "0.5")};
        assertEquals("4", total("energy#charge-today", plant));
        assertEquals("3", total("energy#discharge-today", plant));
        assertEquals("6", total("energy#load-today", plant), "8 + 1 - 2 + 3 - 4");
    }

    /** A balance that closes only with what the gateway itself counts: 3.1 + 28.0 - 0.9 - 23.9 + 1.5 is 7.8. */
    private static Reading[] wholeHouse() {
        return new Reading[]{
                reading(GATEWAY, "gateway#pv-power", 1997, "gateway#grid-power", -676, "gateway#battery-power", -212,
                        "gateway#load-power", 1109, "gateway#pv-today", "3.1", "gateway#import-today", 28,
                        "gateway#export-today", "0.9", "gateway#charge-today", "23.9", "gateway#discharge-today", "1.5",
                        "gateway#load-today", "7.7", "gateway#load-total", "12006.4"),
                managed(A, "battery#power", -76, "energy#charge-today", 10, "energy#discharge-today", 1),
                reading(A, "battery#power", -161, "output#power", -180, "energy#charge-today", "19.1",
                        "energy#discharge-today", 2, "energy#output-today", 3, "energy#grid-charge-today", 21)};
    }

    @Test
    void aGatewaySpeaksForAllThatLiesBehindIt() {
        assertEquals("1109", total("load#power", wholeHouse()));
        assertEquals("-212", total("battery#power", wholeHouse()));
        assertEquals("1997", total("pv#power", wholeHouse()));
        assertEquals("7.7", total("energy#load-today", wholeHouse()));
        assertEquals("12006.4", total("energy#load-total", wholeHouse()));
        assertEquals("23.9", total("energy#charge-today", wholeHouse()));
        assertEquals("1.5", total("energy#discharge-today", wholeHouse()));
    }

    @Test
    void whatDoesNotLieBehindItAddsItself() {
        Reading[] more = Stream.concat(Stream.of(wholeHouse()),
                Stream.of(reading(B, "pv#power", 900, "battery#power", -300, "output#power", 550, "energy#pv-today", 5,
                        "energy#charge-today", 2, "energy#discharge-today", 1, "energy#output-today", 4,
                        "energy#grid-charge-today", "0.5")))
                .toArray(Reading[]::new);
        assertEquals("1659", total("load#power", more), "its AC power");
        assertEquals("-512", total("battery#power", more));
        assertEquals("2897", total("pv#power", more));
        assertEquals("-676", total("grid#power", more));
        assertEquals("11.2", total("energy#load-today", more));
        assertEquals("25.9", total("energy#charge-today", more));
    }

    @Test
    void anEmsCountsTheStringsBehindItAsBatteries() {
        Reading[] plant = {
                reading(EMS, "ems#grid-power", -500, "ems#generation-power", 0, "ems#battery-power", 2000,
                        "ems#load-power", 1500),
                managed(A, "output#power", 2000),
                reading(A, "pv#power", 1800, "pv#string-1-voltage", 300, "battery#power", 250)};
        assertEquals("1800", total("pv#power", plant));
        assertEquals("200", total("battery#power", plant), "what came out of it on the AC side");
        assertEquals("1500", total("load#power", plant));
    }

    @Test
    void withoutItsControllerAPlantDoesNotGuess() {
        Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());
        plant.merge(List.of(wholeHouse()));
        PlantSnapshot lost = plant.lose(Set.of(new Contribution(GATEWAY, Source.DIRECT)));
        assertFalse(lost.totals().containsKey(metric("load#power")));
        assertFalse(lost.totals().containsKey(metric("grid#power")));
        assertEquals(amount("7.7"), lost.totals().get(metric("energy#load-today")), "what was counted is counted");
    }
}
