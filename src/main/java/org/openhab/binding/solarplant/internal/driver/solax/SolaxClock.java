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

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ReadBack.Told;
import org.openhab.binding.solarplant.internal.driver.WallClock;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** The clock of an inverter, at places that its register map names: second, minute, hour, day, month, year from 2000 on (solax.md §3.0, §3.12). */
@NonNullByDefault
final class SolaxClock {

    private static final int COUNT = 6;

    private final BlockWriter blocks;
    private final WallClock wall;

    SolaxClock(BlockWriter blocks, WallClock wall) {
        this.blocks = blocks;
        this.wall = wall;
    }

    /** Sets it to the time on the wall where the plant stands, unless it shows that already. */
    Outcome set(RegisterDevice device) throws InterruptedException {
        Session session = device.session();
        try {
            if (wall.isRight(session.ask(() -> shown(device)))) {
                return new Outcome.Unchanged();
            }
        } catch (TransportException nothingSent) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        LocalDateTime now = wall.now();
        return blocks.send(device, session, () -> new Told(wall.isSet(shown(device)), List.of()),
                device.fact("clock-write"), now.getSecond(), now.getMinute(), now.getHour(), now.getDayOfMonth(),
                now.getMonthValue(),
                now.getYear() - WallClock.CENTURY);
    }

    private Optional<LocalDateTime> shown(RegisterDevice device) throws TransportException, InterruptedException {
        int[] words = blocks.read(device.fact("clock-read"), COUNT);
        return WallClock.shown(words[5], words[4], words[3], words[2], words[1], words[0]);
    }
}
