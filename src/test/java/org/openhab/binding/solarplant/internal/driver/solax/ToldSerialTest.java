/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** Inverters that tell no usable serial number, as behind a data hub, of which the user says what they are. */
@NonNullByDefault
@Timeout(30)
class ToldSerialTest {

    private static MapImage blank(String serial) {
        return new MapImage().zeros(Space.HOLDING, 0, 0x18F).zeros(Space.INPUT, 0, 0x3FF)
                .putText(Space.HOLDING, 0, 7, serial);
    }

    private static Failure failure(SolaxRig rig) {
        return assertThrows(PollException.class, () -> rig.driver.poll(Cadence.FULL)).failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SunSolax Hub 2"})
    void whoSaysModelAndSerialNumberKnowsWhatIsThere(String told) throws Exception {
        MapImage image = blank(told).put(Space.INPUT, 0x0002, 1243).put(Space.HOLDING, 0x00BA, 10_000);
        SolaxSettings both = new SolaxSettings(1, Optional.of("H34A10DEMO0001"), Optional.of("x3-hybrid-g4"),
                Optional.empty(), Optional.empty(), Optional.empty());
        try (SolaxRig rig = SolaxRig.of(image, both)) {
            Reading reading = rig.driver.poll(Cadence.FULL).getFirst();
            assertEquals("H34A10DEMO0001", reading.device().id().key());
            assertEquals("1243", SolaxRig.text(reading, "output#power"));
        }
        for (SolaxSettings one : List.of(
                new SolaxSettings(1, Optional.of("H34A10DEMO0001"), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty()),
                new SolaxSettings(1, Optional.empty(), Optional.of("x3-hybrid-g4"), Optional.empty(), Optional.empty(),
                        Optional.empty()))) {
            try (SolaxRig rig = SolaxRig.of(image, one)) {
                assertEquals(new Failure(Failure.Kind.NO_SERIAL), failure(rig), "whose values they are is not known");
            }
        }
        try (SolaxRig rig = SolaxRig.of(blank("H34A10DEMO0002"), both)) {
            assertEquals(Failure.Kind.WRONG_DEVICE, failure(rig).kind());
        }
    }
}
