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
        return plant.merge(List.of(readings)).totals().get(metric(metric)) instanceof Value.Amount amount
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
}
