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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the plant as a whole does. */
@NonNullByDefault
class TotalsTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId B = inverter("B");
    private static final DeviceId METER = new DeviceId(DeviceKind.METER, "M");
    private static final DeviceId EMS = new DeviceId(DeviceKind.EMS, "E");

    private static Plant plant(Optional<DeviceId> gridMeter, Reading... readings) {
        Plant plant = new Plant(() -> ZoneOffset.UTC, gridMeter);
        plant.merge(List.of(readings));
        return plant;
    }

    private static Map<Metric, Value> totals(Reading... readings) {
        return plant(Optional.empty(), readings).snapshot().totals();
    }

    private static @Nullable Value total(Map<Metric, Value> totals, String id) {
        return totals.get(metric(id));
    }

    @Test
    void whereNobodyContributesNothingIsTold() {
        assertEquals(Map.of(), totals());
        assertEquals(Map.of(), totals(reading(A, "output#power", 5)));
        assertEquals(Map.of(), totals(reading(METER, "meter#power", 5), reading(new DeviceId(DeviceKind.BATTERY, "X"),
                "battery#power", 5, "battery#state-of-charge", 50, "battery#capacity", 10)));
    }

    @Test
    void powersAreAddedUpAndSplit() {
        assertEquals(
                values("pv#power", 3000, "battery#power", -1000, "battery#charge-power", 1000,
                        "battery#discharge-power", 0, "grid#power", -500, "grid#import-power", 0, "grid#export-power",
                        500, "load#power", 1500),
                totals(reading(A, "pv#power", 1000, "battery#power", -1000, "grid#power", 500),
                        reading(B, "pv#power", 2000, "grid#power", -1000)));
    }

    @Test
    void anInverterOfWhichOnlyItsAcPowerIsToldCountsWithThat() {
        Reading ems = reading(EMS, "ems#grid-power", 300, "ems#generation-power", 1000);
        Reading direct = reading(A, "battery#power", -400, "output#power", -390);
        Reading told = new Reading(new Device(B, EMS, Map.of()), Source.ROLL_UP, Readings.NOON, Cadence.FULL,
                values("output#power", -200), 0);
        Map<Metric, Value> totals = totals(ems, direct, told);
        assertEquals(amount("-600"), total(totals, "battery#power"));
        assertEquals(amount("710"), total(totals, "load#power"), "by the AC side");
    }

    @Test
    void theLoadNeedsTheGridAndAGeneratorThatIsMeasured() {
        assertNull(total(totals(reading(A, "pv#power", 1000)), "load#power"));
        assertNull(total(totals(reading(A, "grid#power", 1000)), "load#power"));
        assertNull(total(totals(reading(A, "grid#power", 500, "battery#power", 200)), "load#power"),
                "a roof of another make may be there");
        assertEquals(amount("700"), total(
                totals(reading(A, "grid#power", 500, "battery#power", 200, "pv#power", 0)), "load#power"));
        assertEquals(amount("1700"), total(totals(reading(A, "grid#power", 500, "battery#power", 200),
                reading(B, "pv#power", 1050, "output#power", 1000)), "load#power"), "it is in the plant");
    }

    @Test
    void lossesOfAnInverterAreNoLoadOfTheHouse() {
        Reading hybrid = reading(A, "pv#power", 3000, "battery#power", -1000, "output#power", 1900, "grid#power",
                -1500);
        assertEquals(amount("400"), total(totals(hybrid), "load#power"));
        Reading other = reading(B, "pv#power", 500, "battery#power", 0, "grid#power", 0);
        assertEquals(amount("900"), total(totals(hybrid, other), "load#power"), "whose AC power is not known");
    }

    @ParameterizedTest
    @CsvSource({"-1090, 0", "-1100, 0", "-1101, ", "-3000, "})
    void aLoadBelowZeroIsNoLoad(int grid, @Nullable String load) {
        assertEquals(load == null ? null : amount(load),
                total(totals(reading(A, "pv#power", 1000, "grid#power", grid)), "load#power"));
    }

    /** A cloud may tell the power at the grid and of the battery, and in total the yield alone. */
    @Test
    void whoDoesNotTellTheEnergyOfAFlowIsLeftOut() {
        Reading whole = reading(A, "pv#power", 1, "grid#power", 1, "energy#pv-total", 100, "energy#import-total", 50,
                "energy#export-total", 20);
        assertEquals(amount("130"), total(totals(whole), "energy#load-total"));
        assertEquals(amount("130"), total(totals(whole, reading(B, "grid#power", 5, "energy#pv-total", 70)),
                "energy#load-total"));
        assertEquals(amount("130"), total(totals(whole, reading(B, "battery#power", 5, "energy#pv-total", 70)),
                "energy#load-total"));
        assertEquals(amount("200"), total(totals(whole, reading(B, "pv#power", 5, "energy#pv-total", 70)),
                "energy#load-total"), "a string inverter has no other flow");
    }

    @Test
    void theLoadStandsStillUntilItsPartsHaveCaughtUp() {
        Plant plant = plant(Optional.empty());
        plant.merge(List.of(day(0, "5", "2")));
        assertEquals(amount("4"), total(plant.snapshot().totals(), "energy#load-today"));
        plant.merge(List.of(day(60, "5.02", "2.1")));
        assertEquals(amount("4"), total(plant.snapshot().totals(), "energy#load-today"));
        plant.merge(List.of(day(120, "5.2", "2.1")));
        assertEquals(amount("4.1"), total(plant.snapshot().totals(), "energy#load-today"));
    }

    private static Reading day(int seconds, String pv, String charge) {
        return reading(A, Readings.NOON.plusSeconds(seconds), "energy#pv-today", pv, "energy#import-today", 1,
                "energy#export-today", 0, "energy#charge-today", charge, "energy#discharge-today", 0);
    }

    @Test
    void theSumsOfAnInverterStandStillAsWell() {
        Plant plant = plant(Optional.empty());
        plant.merge(List.of(reading(A, "energy#load-total", "100.5")));
        plant.merge(List.of(reading(A, Readings.NOON.plusSeconds(60), "energy#load-total", "100.4")));
        DeviceState state = plant.snapshot().device(A).orElseThrow();
        assertEquals("100.5", state.number(Metrics.of("energy#load-total")).orElseThrow().toPlainString());
        assertEquals(0, state.rejected(), "which is nobody's fault");
    }

    @Test
    void invertersOnOneConnectionAreNotCountedTwice() {
        Reading first = reading(A, "pv#power", 1000, "battery#power", 500, "grid#power", 2000, "load#power", 3500,
                "energy#import-today", 4, "energy#export-today", 1, "energy#pv-today", 10, "energy#charge-today", 2,
                "energy#discharge-today", 2);
        Reading second = reading(B, "pv#power", 800, "grid#power", 1990, "load#power", 2790, "energy#import-today", 4,
                "energy#export-today", 1, "energy#pv-today", 8);
        Map<Metric, Value> totals = plant(Optional.of(A), first, second).snapshot().totals();
        assertEquals(amount("2000"), total(totals, "grid#power"));
        assertEquals(amount("4300"), total(totals, "load#power"));
        assertEquals(amount("4"), total(totals, "energy#import-today"));
        assertEquals(amount("21"), total(totals, "energy#load-today"));
        assertEquals(amount("3990"), total(totals(first, second), "grid#power"), "without a grid meter: the sum");
    }

    @Test
    void aMeterMayBeTheGridMeter() {
        Map<Metric, Value> totals = plant(Optional.of(METER), reading(A, "pv#power", 1000, "grid#power", 7),
                reading(METER, "meter#power", -400, "meter#import-today", 2, "meter#export-total", 90)).snapshot()
                .totals();
        assertEquals(amount("-400"), total(totals, "grid#power"));
        assertEquals(amount("400"), total(totals, "grid#export-power"));
        assertEquals(amount("600"), total(totals, "load#power"));
        assertEquals(amount("2"), total(totals, "energy#import-today"));
        assertEquals(amount("90"), total(totals, "energy#export-total"));
    }

    @Test
    void withoutItsGridMeterThePlantDoesNotGuess() {
        Reading reading = reading(A, "pv#power", 1000, "grid#power", 7, "energy#import-today", 4);
        assertEquals(values("pv#power", 1000), plant(Optional.of(METER), reading).snapshot().totals());
        Plant plant = plant(Optional.of(METER), reading, reading(METER, "meter#power", -400));
        assertEquals(values("pv#power", 1000), plant.lose(Set.of(direct(METER))).totals());
    }

    @Test
    void anEmsMeasuresTheGridWhereNothingElseIsSet() {
        for (DeviceKind kind : List.of(DeviceKind.EMS, DeviceKind.GATEWAY)) {
            DeviceId controller = new DeviceId(kind, "E");
            Reading inverter = reading(A, "pv#power", 1000, "grid#power", 7);
            Reading ems = reading(controller, "grid#power", 300, "pv#power", 5000);
            Plant plant = plant(Optional.empty(), inverter, ems);
            assertEquals(amount("300"), total(plant.snapshot().totals(), "grid#power"));
            assertEquals(amount("1000"), total(plant.snapshot().totals(), "pv#power"), "it is no inverter");
            assertNull(total(plant.lose(Set.of(direct(controller))).totals(), "grid#power"));
            assertEquals(amount("7"), total(plant(Optional.of(A), inverter, ems).snapshot().totals(), "grid#power"));
        }
    }

    @ParameterizedTest
    @CsvSource({"today", "total"})
    void energiesAreAddedUp(String period) {
        Map<Metric, Value> totals = totals(
                reading(A, "energy#pv-" + period, 10, "energy#charge-" + period, 3, "energy#discharge-" + period, 2,
                        "energy#import-" + period, 4, "energy#export-" + period, 0, "energy#output-" + period, 9),
                reading(B, "energy#pv-" + period, 5, "energy#import-" + period, 0, "energy#export-" + period, 1,
                        "energy#backup-" + period, 2));
        assertEquals(amount("15"), total(totals, "energy#pv-" + period));
        assertEquals(amount("9"), total(totals, "energy#output-" + period));
        assertEquals(amount("2"), total(totals, "energy#backup-" + period));
        assertEquals(amount("17"), total(totals, "energy#load-" + period), "15 + 4 - 1 + 2 - 3");
    }

    @Test
    void theEnergyUsedNeedsBothDirectionsOfTheGrid() {
        assertNull(total(totals(reading(A, "energy#pv-today", 10, "energy#import-today", 1)), "energy#load-today"));
        assertNull(total(totals(reading(A, "energy#export-today", 10, "energy#import-today", 1)), "energy#load-today"));
        assertEquals(amount("6"), total(totals(reading(A, "energy#pv-today", 5, "energy#import-today", 3,
                "energy#export-today", 2, "energy#charge-today", 7)), "energy#load-today"));
        assertEquals(amount("0"), total(
                totals(reading(A, "energy#pv-today", 5, "energy#import-today", 0, "energy#export-today", 9)),
                "energy#load-today"), "counters of devices are not quite in step");
    }

    @ParameterizedTest
    @CsvSource({"10, 2, 6, 66.7, 40", "10, 0, 10, 0, 0", "10, 0, 0, 100, 100", "10, 0, 12, , 0", "0, 5, 0, 0, ",
            "1, 9, 0.004, 10, 99.6"})
    void ratiosAreOfToday(String pv, String in, String out, @Nullable String sufficiency, String consumption) {
        Map<Metric, Value> totals = totals(reading(A, "energy#pv-today", pv, "energy#import-today", in,
                "energy#export-today", out));
        if (out.equals("10")) {
            sufficiency = null; // nothing was used
        }
        assertEquals(sufficiency == null ? null : amount(sufficiency), total(totals, "ratio#self-sufficiency"));
        assertEquals(consumption == null ? null : amount(consumption), total(totals, "ratio#self-consumption"));
    }

    @Test
    void ratiosStayWithinTheirBounds() {
        // the battery was charged from the grid: more came in than was used
        Map<Metric, Value> totals = totals(reading(A, "energy#pv-today", 1, "energy#import-today", 20,
                "energy#export-today", 0, "energy#charge-today", 15, "energy#discharge-today", 0));
        assertEquals(amount("0"), total(totals, "ratio#self-sufficiency"));
        Map<Metric, Value> negative = totals(reading(A, "energy#pv-today", 5, "energy#import-today", -1,
                "energy#export-today", -1));
        assertEquals(amount("100"), total(negative, "ratio#self-sufficiency"));
        assertEquals(amount("100"), total(negative, "ratio#self-consumption"));
        assertNull(total(totals(reading(A, "energy#pv-today", 5)), "ratio#self-consumption"));
    }

    @Test
    void theStateOfChargeIsWeightedByCapacity() {
        Map<Metric, Value> totals = totals(reading(A, "battery#state-of-charge", 90, "battery#capacity", 10),
                reading(B, "battery#state-of-charge", 30, "battery#capacity", 5),
                reading(inverter("C"), "pv#power", 1));
        assertEquals(amount("70"), total(totals, "battery#state-of-charge"));
        assertEquals(amount("15"), total(totals, "battery#capacity"));
        assertEquals(amount("66.7"), total(totals(reading(A, "battery#state-of-charge", 100, "battery#capacity", 2),
                reading(B, "battery#state-of-charge", 0, "battery#capacity", 1)), "battery#state-of-charge"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-5"})
    void whereACapacityIsNotKnownTheMeanIsPlain(int capacity) {
        Reading first = reading(A, "battery#state-of-charge", 90, "battery#capacity", 10);
        assertEquals(amount("60"),
                total(totals(first, reading(B, "battery#state-of-charge", 30)), "battery#state-of-charge"));
        assertEquals(amount("60"),
                total(totals(first, reading(B, "battery#state-of-charge", 30, "battery#capacity", capacity)),
                        "battery#state-of-charge"));
        assertNull(total(totals(reading(A, "battery#capacity", 10)), "battery#state-of-charge"));
    }

    @Test
    void theEmptyPlantHasNoEms() {
        assertEquals(Map.of(), totals(reading(EMS, "status#fault-code", 0)));
    }

    private static Contribution direct(DeviceId id) {
        return new Contribution(id, Source.DIRECT);
    }
}
