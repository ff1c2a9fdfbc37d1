/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.alert.AlertRig.TestThing;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Whatever devices say: each alert is raised before it is cleared, never twice in a row, and never in a storm. */
@NonNullByDefault
class RandomWalkTest {

    private static final int MINUTES = 6 * 60;
    /** So many minutes after one another the user sets other thresholds. */
    private static final int CHANGE_OF_MIND = 100;
    /**
     * For each kind and thing: one takes five minutes to be cleared, and a minute to be raised once more; and one more may
     * be ended, and begin, by another threshold.
     */
    private static final int MOST_IN_AN_HOUR = 2 * 60 / 6 + 3;
    private static final List<String> TEXTS = List.of("none", "none", "fan", "grid lost");

    @Property(tries = 60)
    void alertsTakeTurnsAndNeverStorm(@ForAll Random random) {
        AlertRig rig = new AlertRig();
        List<TestThing> things = new ArrayList<>();
        for (String name : List.of("roof", "barn", "shed")) {
            TestThing inverter = rig.inverter(name).hasPanels("5");
            things.add(inverter);
            things.add(rig.battery(name + "-pack", inverter));
        }
        Set<String> raised = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        // some plants are calm, others mad
        int calm = 1 + random.nextInt(100);
        for (int minute = 0; minute < MINUTES; minute++) {
            if (minute % CHANGE_OF_MIND == 0) {
                rig.configure(new Thresholds(random.nextInt(3) * 10, random.nextInt(2) * 5, 50, 80,
                        random.nextInt(2) * 60));
            }
            things.forEach(thing -> {
                if (random.nextInt(calm) == 0) {
                    happen(random, thing);
                }
            });
            rig.polls(1);
            for (String event : rig.events()) {
                String[] words = event.split(" ");
                assertEquals(3, words.length, event);
                String alert = words[0] + " " + words[2];
                assertTrue(words[1].equals("raised") ? raised.add(alert) : raised.remove(alert), event);
                counts.merge(alert + " in hour " + minute / 60, 1, Integer::sum);
            }
            assertEquals(raised, Set.copyOf(rig.active()));
        }
        counts.forEach((alert, count) -> assertTrue(count <= MOST_IN_AN_HOUR, alert + ": " + count));
        Statistics.label("events").collect(counts.isEmpty() ? "none" : "some");
    }

    private static void happen(Random random, TestThing thing) {
        switch (random.nextInt(9)) {
            case 0 -> thing.tells("battery#state-of-charge", Integer.toString(random.nextInt(30)));
            case 1 -> thing.tells("battery#temperature", Integer.toString(40 + random.nextInt(20)));
            case 2 -> thing.tells("status#temperature", Integer.toString(70 + random.nextInt(20)));
            case 3 -> thing.says("status#fault", TEXTS.get(random.nextInt(TEXTS.size())));
            case 4 -> thing.tells("pv#power", Integer.toString(random.nextInt(5000)));
            case 5 -> thing.keepsSilentOf("battery#state-of-charge");
            case 6 -> thing.is(Contact.values()[random.nextInt(Contact.values().length)]);
            case 7 -> thing.is("grid#available", random.nextBoolean());
            default -> thing.keepsSilentOf("status#fault").keepsSilentOf("grid#available").keepsSilentOf("pv#power");
        }
    }
}
