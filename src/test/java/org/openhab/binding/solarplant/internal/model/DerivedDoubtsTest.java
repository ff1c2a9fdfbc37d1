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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** What is made of values that are not believed is not believed. */
@NonNullByDefault
class DerivedDoubtsTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId METER = new DeviceId(DeviceKind.METER, "A-meter-2");

    private final Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());

    private void tells(Instant at, Map<Metric, Value> own, Map<Metric, Value> ofMeter) {
        plant.merge(List.of(
                new Reading(new Device(A, null, Map.of()).rated(5000), Source.DIRECT, at, Cadence.FULL, own, 0,
                        Map.of(metric("energy#load-total"),
                                List.of(new Origin(A, metric("energy#export-total")),
                                        new Origin(METER, metric("meter#import-total"))),
                                metric("load#power"), List.of(new Origin(A, metric("grid#power"))),
                                metric("backup#power"), List.of(new Origin(A, metric("load#power"))))),
                new Reading(new Device(METER, A, Map.of()).rated(5000), at, Cadence.FULL, ofMeter, 0)));
    }

    private Value value(String id) {
        return plant.snapshot().device(A).orElseThrow().samples().get(metric(id)).value();
    }

    @Test
    void aSumDoesNotMoveByACounterThatIsRefused() {
        tells(NOON, values("energy#export-total", 100, "energy#load-total", 500), values("meter#import-total", 7));
        tells(NOON.plusSeconds(5), values("energy#export-total", 150, "energy#load-total", "500.1"),
                values("meter#import-total", 7));
        assertEquals(amount("100"), value("energy#export-total"));
        assertEquals(amount("500"), value("energy#load-total"));
        assertEquals(1, plant.snapshot().device(A).orElseThrow().rejected(), "one value was wrong");
        tells(NOON.plusSeconds(10), values("energy#export-total", 100, "energy#load-total", "500.1"),
                values("meter#import-total", 7));
        assertEquals(amount("500.1"), value("energy#load-total"));
    }

    @Test
    void norByOneOfAnotherDevice() {
        tells(NOON, values("energy#load-total", 500), values("meter#import-total", 700));
        tells(NOON.plusSeconds(5), values("energy#load-total", "500.1"), values("meter#import-total", 70));
        assertEquals(amount("500"), value("energy#load-total"));
    }

    @Test
    void doubtGoesOnFromSumToSumAndToTheirParts() {
        tells(NOON, values("grid#power", 500, "load#power", 700, "backup#power", 100), Map.of());
        tells(NOON.plusSeconds(5), values("grid#power", 30_000, "load#power", 800, "backup#power", 110), Map.of());
        assertEquals(amount("500"), value("grid#power"));
        assertEquals(amount("500"), value("grid#import-power"));
        assertEquals(amount("0"), value("grid#export-power"));
        assertEquals(amount("700"), value("load#power"));
        assertEquals(amount("100"), value("backup#power"));
    }

    @Test
    void severalImpossibleValuesAtOnceAreAGarbledAnswer() {
        Map<Metric, Value> good = values("battery#voltage", "52.4", "battery#temperature", 22, "status#temperature", 35,
                "grid#power", 800);
        Map<Metric, Value> garbled = values("battery#voltage", 0, "battery#temperature", 0, "status#temperature", 0,
                "grid#power", 0);
        tells(NOON, good, Map.of());
        for (int i = 1; i <= 2; i++) {
            tells(NOON.plusSeconds(15 * i), garbled, Map.of());
            assertEquals(amount("800"), value("grid#power"));
            assertEquals(amount("52.4"), value("battery#voltage"));
            // with the two parts of the grid's power
            assertEquals(6 * i, plant.snapshot().device(A).orElseThrow().rejected());
        }
        tells(NOON.plusSeconds(45), garbled, Map.of());
        assertEquals(amount("0"), value("grid#power"), "the device means it");
    }

    @Test
    void oneThatIsColdAlreadyIsNothingOfTheKind() {
        tells(NOON, values("battery#temperature", 20, "status#temperature", 20, "battery#voltage", 50, "grid#power", 5),
                Map.of());
        tells(NOON.plusSeconds(15),
                values("battery#temperature", 0, "status#temperature", 0, "battery#voltage", 0, "grid#power", 7),
                Map.of());
        assertEquals(amount("7"), value("grid#power"));
    }
}
