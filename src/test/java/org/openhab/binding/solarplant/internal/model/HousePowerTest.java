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
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

/** What the house uses without its EV chargers. */
@NonNullByDefault
class HousePowerTest {

    private static final DeviceId FIRST = new DeviceId(DeviceKind.EV_CHARGER, "C1");
    private static final DeviceId SECOND = new DeviceId(DeviceKind.EV_CHARGER, "C2");
    private static final Reading HOUSE = reading(inverter("A"), "pv#power", 1000, "grid#power", 7000);

    private final Plant plant = new Plant(() -> ZoneOffset.UTC, Optional.empty());

    private @Nullable Value power(Reading... readings) {
        plant.merge(List.of(readings));
        return plant.addUp().totals().get(metric("load#house-power"));
    }

    @Test
    void withoutChargersItIsTheLoadAndNotSaidTwice() {
        assertNull(power(HOUSE));
    }

    @Test
    void whatFlowsIntoCarsIsTakenOff() {
        assertEquals(amount("1000"), power(HOUSE, reading(FIRST, "charger#power", 7000)));
        assertEquals(amount("0"), power(reading(SECOND, "charger#power", 1500)), "they are not measured at once");
    }

    @Test
    void aChargerThatTellsNoPowerIsLeftOut() {
        assertEquals(amount("8000"), power(HOUSE, reading(FIRST, "charger#energy-today", 3)));
        assertEquals(amount("1000"), power(reading(SECOND, "charger#power", 7000)));
        plant.lose(Set.of(new Contribution(SECOND, Source.DIRECT)));
        assertEquals(amount("8000"), plant.addUp().totals().get(metric("load#house-power")));
    }

    @Test
    void itNeedsALoad() {
        assertNull(power(reading(FIRST, "charger#power", 7000)));
    }
}
