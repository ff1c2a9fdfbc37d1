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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** One inverter seen directly, through an EMS, and both ways (givenergy.md §7.2). */
@NonNullByDefault
class ReconciliationTest {

    private static final DeviceId A = inverter("A");
    private static final DeviceId EMS = new DeviceId(DeviceKind.EMS, "E");
    private static final Contribution DIRECT = new Contribution(A, Source.DIRECT);
    private static final Contribution ROLL_UP = new Contribution(A, Source.ROLL_UP);
    private static final Instant LATER = NOON.plusSeconds(60);

    private final Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());

    private static Reading direct(Instant at, int rejected, Object... values) {
        return new Reading(new Device(A, null, Map.of("modelId", "AC")), at, Cadence.FULL, values(values), rejected);
    }

    private static Reading rollUp(Instant at, int rejected, Object... values) {
        return new Reading(new Device(A, EMS, Map.of()), Source.ROLL_UP, at, Cadence.FULL, values(values), rejected);
    }

    private DeviceState state() {
        assertEquals(Set.of(A), plant.snapshot().devices().keySet(), "one and the same");
        return plant.snapshot().device(A).orElseThrow();
    }

    private String number(String metric) {
        return state().number(metric(metric)).map(BigDecimal::toPlainString).orElse("");
    }

    private void both() {
        plant.merge(List.of(direct(NOON, 1, "battery#power", 5, "energy#charge-total", 10)));
        plant.merge(List.of(rollUp(LATER, 2, "battery#power", 7, "output#power", 6, "energy#discharge-total", 20)));
    }

    @Test
    void seenOneWayItIsWhatThisWayTells() {
        plant.merge(List.of(rollUp(NOON, 2, "output#power", 6)));
        assertEquals(Set.of(Source.ROLL_UP), state().sources());
        assertEquals(EMS, state().device().owner());
        assertEquals(2, state().rejected());
        plant.lose(Set.of(ROLL_UP));
        assertFalse(state().connected());
    }

    @Test
    void seenBothWaysDirectValuesWinAndGapsAreFilled() {
        both();
        assertEquals(Set.of(Source.DIRECT, Source.ROLL_UP), state().sources());
        assertEquals(Map.of("modelId", "AC"), state().device().properties());
        assertEquals("5", number("battery#power"));
        assertEquals("6", number("output#power"));
        assertEquals(NOON, state().lastUpdate());
        assertEquals(3, state().rejected());
    }

    @Test
    void aDirectValueThatIsStaleGivesWay() {
        both();
        plant.expire(Set.of(DIRECT), LATER);
        assertEquals("7", number("battery#power"));
        assertEquals("10", number("energy#charge-total"));
    }

    @Test
    void withoutItsOwnConnectionItIsBlindedAndComesBack() {
        both();
        plant.lose(Set.of(DIRECT));
        assertTrue(state().connected());
        assertEquals(Set.of(Source.ROLL_UP), state().sources());
        assertEquals("7", number("battery#power"));
        assertEquals("10", number("energy#charge-total"), "its counters stand still");
        assertEquals(LATER, state().lastUpdate());
        assertEquals(Map.of("modelId", "AC"), state().device().properties());
        assertEquals(3, state().rejected());
        plant.merge(List.of(direct(LATER, 0, "battery#power", 8)));
        assertEquals(Set.of(Source.DIRECT, Source.ROLL_UP), state().sources());
        assertEquals("8", number("battery#power"));
    }

    @Test
    void withoutTheEmsItIsDirect() {
        both();
        plant.lose(Set.of(ROLL_UP));
        assertTrue(state().connected());
        assertEquals(Set.of(Source.DIRECT), state().sources());
        assertEquals("5", number("battery#power"));
        assertEquals("", number("output#power"));
        assertEquals("20", number("energy#discharge-total"), "counters are kept, whoever told them");
        assertEquals(3, state().rejected());
    }

    @Test
    void withoutBothItIsLost() {
        both();
        plant.lose(Set.of(ROLL_UP, DIRECT));
        assertFalse(state().connected());
        assertEquals(Set.of(metric("energy#charge-total"), metric("energy#discharge-total")),
                state().samples().keySet());
    }
}
