/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** The invented day obeys the balance of a house and counts like a meter. */
@NonNullByDefault
class DayCurveTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double ROUNDING = 1e-9;

    private final DayCurve curve = new DayCurve(Site.home(ZONE));

    @Test
    void powersBalanceAtEveryMinute() {
        Instant midnight = at("2026-06-01T00:00");
        for (int minute = 0; minute < 1440; minute++) {
            HouseState house = curve.at(midnight.plusSeconds(60L * minute));
            assertEquals(house.load(), house.roof() + house.garage() + house.grid() + house.battery(), 1e-6);
            assertTrue(house.charge() >= 9.9 && house.charge() <= 100.01, () -> "charge " + house.charge());
            assertTrue(house.output() >= -1e-6, "the battery is never charged from the grid");
        }
    }

    @Test
    void energiesBalanceAtTheEndOfTheDay() {
        Energies day = curve.at(at("2026-06-01T23:59:59")).today();
        assertEquals(day.load() + day.exported() + day.charged(),
                day.roof() + day.garage() + day.imported() + day.discharged(), 1e-3);
        assertEquals(day.charged(), day.discharged(), 0.05, "what goes in comes out");
        assertTrue(day.roof() > 15 && day.roof() < 70, () -> "roof " + day.roof());
        assertTrue(day.exported() > 1 && day.charged() > 3);
    }

    @Test
    void totalsNeverStepBack() {
        Instant start = at("2026-10-24T00:00");
        Energies before = Energies.NONE;
        // over the night in which the clocks go back
        for (int quarter = 0; quarter < 3 * 96; quarter++) {
            Energies now = curve.at(start.plusSeconds(900L * quarter)).total();
            assertTrue(now.roof() >= before.roof() - ROUNDING && now.imported() >= before.imported() - ROUNDING
                    && now.exported() >= before.exported() - ROUNDING && now.load() > before.load());
            before = now;
        }
    }

    @Test
    void nightIsDarkAndNoonIsBright() {
        assertEquals(0, curve.at(at("2026-06-01T02:00")).roof(), 0);
        assertTrue(curve.at(at("2026-06-01T13:00")).roof() > 2000);
        assertEquals(0, new DayCurve(Site.home(ZONE).withoutGarage()).at(at("2026-06-01T13:00")).garage(), 0);
    }

    @Test
    void aHouseCanBeAheadOfTheClock() {
        DayCurve evening = curve.ahead(Duration.ofHours(9));
        assertEquals(curve.at(at("2026-06-01T19:30")), evening.at(at("2026-06-01T10:30")));
        assertEquals(curve.site(), evening.site());
    }

    private static Instant at(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }
}
