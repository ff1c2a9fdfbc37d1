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

import static org.openhab.binding.solarplant.internal.driver.HourOfPolls.assertDocumented;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.HourOfPolls;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;

/** How many requests the default intervals cost an AlphaESS system over Modbus. */
@NonNullByDefault
@Timeout(120)
class EmsRequestsPerHourTest {

    @Test
    void asTheDocumentSays() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(EmsRig.NOON);
        AlphaEssImage image = new AlphaEssImage(EmsRig.SERIAL, new DayCurve(Site.home(ZoneOffset.UTC)),
                Clock.fixed(EmsRig.NOON, ZoneOffset.UTC));
        try (EmsRig rig = EmsRig.of(image, EmsRig.PLAIN, now::get, ZoneOffset.UTC)) {
            HourOfPolls.pass(rig.driver::poll, rig::requests,
                    seconds -> now.updateAndGet(time -> time.plusSeconds(seconds)));
            assertDocumented("AlphaESS over Modbus TCP", rig.requests().size());
        }
    }
}
