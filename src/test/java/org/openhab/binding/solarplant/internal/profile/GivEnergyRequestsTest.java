/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.profile.ReadPlanner.Request;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;

/** How many requests each GivEnergy device costs; the table of docs/benchmarks.md. */
@NonNullByDefault
class GivEnergyRequestsTest {

    private static final int PAGE = 60;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', nullValues = "-", textBlock = """
            single-phase | trackers=2 generation=1              | 0+60                    | 0+60
            single-phase | trackers=2 generation=1 unwraps=1    | 0+60                    | 0+60, 180+60
            single-phase | trackers=2 generation=2              | 0+60                    | 0+60
            single-phase | trackers=2 generation=4 wide-totals=1| 0+60                    | 0+60, 180+60
            single-phase | trackers=2 ac=1                      | 0+60                    | 0+60
            single-phase | trackers=2 aio=1                     | 0+60                    | 0+60
            single-phase | trackers=2 aio=1 wide-totals=1       | 0+60                    | 0+60, 180+60
            three-phase  | trackers=0                           | 1060+60, 1120+60        | 1060+60, 1120+60, 1180+60, 1300+60, 1360+54
            three-phase  | trackers=2                           | 1000+60, 1060+60, 1120+60 | 1000+60, 1060+60, 1120+60, 1180+60, 1300+60, 1360+54
            three-phase  | trackers=2 pv-meter=1                | 1000+60, 1060+60, 1120+60, 1240+60 | 1000+60, 1060+60, 1120+60, 1180+60, 1240+60, 1300+60, 1360+54
            three-phase  | trackers=0 pv-meter=1                | 1060+60, 1120+60, 1240+60 | 1060+60, 1120+60, 1180+60, 1240+60, 1300+60, 1360+54
            lv-battery   | unwraps=1                            | -                       | 60+60
            hv-stack     | modules=4                            | -                       | 60+60, 120+23
            hv-module    | sensors=24                           | -                       | 60+60
            meter        | owner-ems=1                          | -                       | 60+30
            ems          | inverter-1=1 inverter-4=1 meter-8=1  | 2040+55                 | 2040+55
            gateway      | layout=1                             | 1600+60                 | 1600+60, 1660+60
            gateway      | layout=1 aio-1=1 aio-2=1 aio-3=1     | 1600+60, 1780+60        | 1600+60, 1660+60, 1720+60, 1780+60
            """)
    void asksForTheFewestPages(String profile, String model, @Nullable String fast, String full)
            throws ProfileException {
        RegisterMap map = new ProfileStore().profile("givenergy", profile).variant(TestInverter.facts(model.strip()));
        assertEquals(fast == null ? "" : fast, plan(map, Cadence.FAST));
        assertEquals(full, plan(map, Cadence.FULL));
        assertTrue(requests(map, Cadence.FULL).size() >= least(map),
                "no way of cutting needs fewer than the least possible");
        assertTrue(requests(map, Cadence.FULL).size() <= least(map) + 1, "fixed pages cost at most one request more");
    }

    /** The requests if the device let itself be asked for any 60 registers. */
    private static int least(RegisterMap map) {
        return new ReadPlanner(PAGE, PAGE, List.of()).plan(map.wanted(Cadence.FULL), RegisterTransport.MOST_REGISTERS)
                .size();
    }

    private static String plan(RegisterMap map, Cadence cadence) {
        return String.join(", ", requests(map, cadence).stream().map(Request::block)
                .map(block -> block.start() + "+" + block.count()).toList());
    }

    private static List<Request> requests(RegisterMap map, Cadence cadence) {
        return ReadPlanner.of(map.profile()).plan(map.wanted(cadence), RegisterTransport.MOST_REGISTERS);
    }

    /** No request may end where a page does not: the devices answer only what they know. */
    @ParameterizedTest
    @CsvSource({"single-phase", "three-phase", "lv-battery", "hv-stack", "hv-module", "meter", "ems", "gateway"})
    void hasPagesThatBeginAtMultiplesOf60(String id) throws ProfileException {
        Profile profile = new ProfileStore().profile("givenergy", id);
        TreeSet<Integer> odd = new TreeSet<>(profile.pages().stream().map(page -> page.block().start())
                .filter(start -> start % PAGE != 0).toList());
        // banks that begin at a round thousand go on from there in steps of 60
        odd.removeIf(
                start -> start >= 1000 && (start - 1000) % PAGE == 0 || start >= 1600 && (start - 1600) % PAGE == 0);
        assertEquals(List.of(), List.copyOf(odd));
    }
}
