/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Firmware that answers part of its registers to function 4 only, or not at all (alphaess.md §4.1). */
@NonNullByDefault
@Timeout(30)
class EitherFunctionTest {

    /** A system whose battery is to be had with function 4 only. */
    private static MapImage split() {
        return EmsRig.system().remove(Space.HOLDING, 0x0100, 0x0147).zeros(Space.INPUT, 0x0100, 0x0147)
                .put(Space.INPUT, 0x0100, 528, 31, 736).put(Space.INPUT, 0x0126, 163);
    }

    @Test
    void isTriedOnceWithTheOtherFunctionAndRemembered() throws Exception {
        try (EmsRig rig = EmsRig.of(split())) {
            Reading reading = rig.full();
            assertEquals("73.6", EmsRig.text(reading, "battery#state-of-charge"));
            assertEquals("163", EmsRig.text(reading, "battery#power"));
            rig.requests();
            rig.full();
            List<String> first = rig.requests();
            assertTrue(first.containsAll(List.of("3:0100+19", "4:0100+19", "3:0119+14", "4:0119+14")),
                    "the areas of a battery that is known: " + first);
            rig.full();
            List<String> second = rig.requests();
            assertTrue(second.containsAll(List.of("4:0100+19", "4:0119+14")), second.toString());
            assertTrue(second.stream().noneMatch(request -> request.startsWith("3:01")), second.toString());
            assertTrue(second.contains("3:0010+27"), "the others stay with function 3");
            rig.driver.poll(Cadence.FAST);
            assertEquals(List.of("3:001B+8", "3:00A1+2", "4:0100+3", "4:0126+1", "3:040C+17", "3:0440+1"),
                    rig.requests(),
                    "what lies within is known too");
        }
    }

    @Test
    void isForgottenWithTheConnection() throws Exception {
        try (EmsRig rig = EmsRig.of(split())) {
            rig.full();
            rig.dropConnections();
            assertEquals(Failure.Kind.UNREACHABLE, assertThrows(PollException.class, rig::full).failure().kind());
            rig.requests();
            assertEquals("163", EmsRig.text(rig.full(), "battery#power"));
            List<String> requests = rig.requests();
            assertTrue(requests.containsAll(List.of("3:0100+19", "4:0100+19")),
                    "what was seen of the battery is still known: " + requests);
        }
    }

    @Test
    void serialMayComeByTheOtherFunction() throws Exception {
        MapImage image = EmsRig.system().remove(Space.HOLDING, 0x0743, 0x074D).putText(Space.INPUT, 0x0743, 8,
                EmsRig.SERIAL);
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals(EmsRig.SERIAL, rig.full().device().id().key());
            assertEquals(List.of("3:0743+8", "4:0743+8"), rig.requests().subList(0, 2), "each once");
        }
    }

    @Test
    void whatNeitherAnswersIsSoughtNoFurther() throws Exception {
        // the register of the run mode alone
        MapImage image = EmsRig.system().remove(Space.HOLDING, 0x0440, 0x0440);
        try (EmsRig rig = EmsRig.of(image)) {
            assertEquals("none", EmsRig.text(rig.full(), "status#run-mode"));
            assertEquals("0", EmsRig.text(rig.full(), "grid#power"));
            rig.requests();
            rig.full();
            List<String> requests = rig.requests();
            assertTrue(requests.stream().noneMatch(request -> request.contains("0440")), requests.toString());
        }
    }

    @Test
    void everythingRefused() throws Exception {
        try (EmsRig rig = EmsRig.of(EmsRig.identity(new MapImage()))) {
            assertEquals(new Failure(Failure.Kind.REFUSED, "2"),
                    assertThrows(PollException.class, rig::full).failure());
        }
    }
}
