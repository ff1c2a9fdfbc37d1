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

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.ChannelOwner;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;

/** The page of channels knows what a system tells over Modbus, and promises nothing beyond. */
@NonNullByDefault
@Timeout(30)
class EmsChannelsTest {

    /** Within the hour in which what was counted at midnight is learned. */
    private static final Clock AFTER_MIDNIGHT = Clock.fixed(Instant.parse("2026-06-21T00:01:00Z"), ZoneOffset.UTC);

    @Test
    void thePageKnowsWhatItTells() throws Exception {
        AlphaEssImage image = new AlphaEssImage(EmsRig.SERIAL, new DayCurve(Site.workshop(ZoneOffset.UTC)),
                AFTER_MIDNIGHT);
        try (EmsRig rig = EmsRig.of(image, EmsRig.PLAIN, AFTER_MIDNIGHT, ZoneOffset.UTC)) {
            // some registers are believed once a fact about the system has been seen
            rig.driver.poll(Cadence.FULL);
            ChannelOwner.assertKnown(
                    ChannelOwner.told("AlphaESS", device -> "modbus", rig.driver.poll(Cadence.WHOLE)));
        }
    }
}
