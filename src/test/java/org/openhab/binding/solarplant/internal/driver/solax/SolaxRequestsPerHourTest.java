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

import static org.openhab.binding.solarplant.internal.driver.HourOfPolls.assertDocumented;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.HourOfPolls;
import org.openhab.binding.solarplant.sim.SolaxModel;

/** How many requests the default intervals cost a SolaX inverter. */
@NonNullByDefault
@Timeout(120)
class SolaxRequestsPerHourTest {

    private static int requests(SolaxModel model, boolean garage) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(SolaxRig.NOON);
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(model, garage), SolaxRig.PLAIN, now::get)) {
            HourOfPolls.pass(rig.driver::poll, rig::requests,
                    seconds -> now.updateAndGet(time -> time.plusSeconds(seconds)));
            return rig.requests().size();
        }
    }

    @Test
    void asTheDocumentSays() throws Exception {
        assertDocumented("X1-Hybrid-G4", requests(SolaxModel.x1(), false));
        assertDocumented("X3-Hybrid-G4", requests(SolaxModel.x3(), false));
        assertDocumented("X3-Hybrid-G4 with a second meter", requests(SolaxModel.x3(), true));
    }
}
