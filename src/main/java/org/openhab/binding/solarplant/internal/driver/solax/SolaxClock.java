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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ReadBack.Told;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/** The clock of an inverter: second, minute, hour, day, month, year from 2000 on (solax.md §3.0, §3.12). */
@NonNullByDefault
final class SolaxClock {

    private static final int WRITE = 0x0000;
    private static final int READ = 0x0085;
    private static final int COUNT = 6;
    private static final int CENTURY = 2000;
    /** It goes on while it is asked, and slow dongles take seconds for an answer. */
    private static final Duration TOLERANCE = Duration.ofSeconds(15);

    private final BlockWriter blocks;
    private final InstantSource time;
    private final Supplier<ZoneId> zone;

    SolaxClock(BlockWriter blocks, InstantSource time, Supplier<ZoneId> zone) {
        this.blocks = blocks;
        this.time = time;
        this.zone = zone;
    }

    /** Sets it to the time on the wall where the plant stands. */
    Outcome set(RegisterDevice device) throws InterruptedException {
        LocalDateTime now = now();
        return blocks.send(device, () -> new Told(isRight(blocks.read(READ, COUNT)), List.of()), WRITE,
                now.getSecond(), now.getMinute(), now.getHour(), now.getDayOfMonth(), now.getMonthValue(),
                now.getYear() - CENTURY);
    }

    private boolean isRight(int... words) {
        try {
            LocalDateTime told = LocalDateTime.of(CENTURY + words[5], words[4], words[3], words[2], words[1], words[0]);
            return Duration.between(told, now()).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            // what it says is no time at all
            return false;
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(time.instant(), zone.get());
    }
}
