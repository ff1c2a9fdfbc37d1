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

import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** What devices say of themselves. Figures: solax.md §2.1 (0x7D to 0x84 = 29, 0, 1, 1, 0, 6, 27, 8) and §8 (15000 W). */
@NonNullByDefault
class IdentificationTest {

    private static final Map<String, Integer> MODEL = Map.of("phases", 3, "generation", 4);

    private final RegisterImage image = new RegisterImage().put(RegisterSpace.HOLDING, 0x007D, 29, 0, 1, 1, 0, 6, 27, 8)
            .put(RegisterSpace.HOLDING, 0x00BA, 15000);
    private final Identification identification = new Identification(image, 1);

    @Test
    void asksForProtocolAndPower() throws Exception {
        Map<String, Integer> facts = identification.variant(profile("hybrid"), MODEL).facts();
        assertEquals(6, facts.get("protocol"));
        assertEquals(15000, facts.get("rated"));
        assertEquals(3, facts.get("phases"));
        assertEquals(0, facts.get("master"));
        image.put(RegisterSpace.HOLDING, 0x0130, 1);
        assertEquals(1, identification.variant(profile("hybrid"), MODEL).facts().get("master"), "of a parallel system");
    }

    @Test
    void believesNeitherAProtocolFrom1000OnNorAnInverterWithoutPower() throws Exception {
        image.put(RegisterSpace.HOLDING, 0x0082, 1000).put(RegisterSpace.HOLDING, 0x00BA, 0);
        Map<String, Integer> facts = identification.variant(profile("hybrid"), MODEL).facts();
        assertEquals(null, facts.get("protocol"));
        assertEquals(null, facts.get("rated"));
    }

    @Test
    void joinsFirmwareVersions() throws Exception {
        assertEquals(Optional.of("DSP 1.29, ARM 1.27"), identification.firmware(profile("hybrid")));
        assertEquals(Optional.of("DSP 29, ARM 27"), identification.firmware(profile("g2")));
        assertEquals(Optional.empty(), identification.firmware(profile("mic")));
    }

    @Test
    void livesWithDevicesThatDoNotTell() throws Exception {
        image.refuse(0x0082, 0x0083, 0x00BA);
        assertEquals(MODEL.get("phases"), identification.variant(profile("hybrid"), MODEL).facts().get("phases"));
        assertEquals(Optional.empty(), identification.firmware(profile("hybrid")));
    }

    private static Profile profile(String id) throws ProfileException {
        return new ProfileStore().profile("solax", id);
    }
}
