/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.thing.ThingUID;

/** How often a device may be set in a day belongs to the device, and outlives all else. */
@NonNullByDefault
@Timeout(60)
class WriteBudgetTest {

    private static void set(ControlRig rig, ThingUID thing, int watts) {
        rig.command(thing, "settings#export-limit", new DecimalType(watts));
        rig.pause();
    }

    @Test
    void aThingThatIsMadeAnewHasNoNewDay() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of("dailyWrites", 2))) {
            set(rig, ControlRig.ROOF, 100);
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "1");
            rig.plant.host.forceRemove(ControlRig.ROOF);
            ThingUID second = rig.plant.addInverter("again", "roof", 502, Map.of());
            rig.plant.awaitShown(second);
            assertEquals("1", rig.plant.text(second, ControlRig.LEFT));
        }
    }

    @Test
    void aSecondPlantSharesTheDay() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of("dailyWrites", 2))) {
            ThingUID other = new ThingUID("solarplant:plant:other");
            ThingUID same = new ThingUID("solarplant:inverter:other:roof");
            rig.plant.host.add(
                    new ThingEntry(other, true, null, "Other", Map.of("allowControl", true, "dailyWrites", 2)));
            rig.plant.host.add(new ThingEntry(same, false, other, "Same", Map.of("host", "roof")));
            rig.plant.awaitOnline(same);
            set(rig, ControlRig.ROOF, 100);
            set(rig, ControlRig.ROOF, 200);
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "0");
            rig.command(same, "settings#export-limit", new DecimalType(300));
            rig.plant.await(() -> !rig.plant.log.with("Same: settings#export-limit was not set to 300").isEmpty());
            rig.await(() -> rig.roof().orders.size() == 2);
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndCountsAsSpentUntilMidnight() throws IOException {
        try (ControlRig rig = new ControlRig(Map.of("allowControl", true))) {
            rig.plant.store.keep(new FakeDriver("SNROOF0001", rig.plant.time).id, WriteBudget.NAME, "2026-06-01 -4");
            rig.add("roof");
            assertEquals("0", rig.text(ControlRig.LEFT));
            set(rig, ControlRig.ROOF, 100);
            assertFalse(rig.plant.log.with("was set 100 times today").isEmpty());
            assertEquals(List.of(), rig.roof().orders);
            assertEquals(1, rig.plant.log.with("How often SNRO…001 was set today cannot be read").size());
            rig.plant.pass(Duration.ofHours(14));
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "100");
        }
    }

    @Test
    void whatAnEarlierVersionCountedStillCounts() throws IOException {
        try (ControlRig rig = ControlRig.allowing(Map.of("dailyWrites", 5))) {
            rig.plant.host.setEnabled(ControlRig.ROOF, false);
            rig.plant.thing(ControlRig.ROOF).setProperty("dailyWrites", "2026-06-01 3");
            rig.plant.host.setEnabled(ControlRig.ROOF, true);
            rig.plant.awaitState(ControlRig.ROOF, ControlRig.LEFT, "2");
            assertEquals("2026-06-01 3", rig.writes());
            assertFalse(rig.plant.thing(ControlRig.ROOF).getProperties().containsKey("dailyWrites"));
        }
    }
}
