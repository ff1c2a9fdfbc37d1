/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Remote control and the clock of a SolaX G4, which are written as blocks (solax.md §3.12, §3.13). Of the modes it knows
 * the one that speaks of the battery; when its time is over it goes back to what it did before.
 */
@NonNullByDefault
final class SolaxRemote {
    private static final int CLOCK = 0x0000;
    private static final int CLOCK_REGISTERS = 6;
    private static final int CONTROL = 0x007C;
    private static final int CONTROL_REGISTERS = 15;
    private static final int OFF = 0;
    private static final int PUSH_POWER = 4;

    private record Target(int mode, int watts, Instant until) {}

    private final Clock clock;
    private volatile Target target = new Target(OFF, 0, Instant.MIN);
    private volatile Duration clockError = Duration.ZERO;

    SolaxRemote(Clock clock) {
        this.clock = clock;
    }

    /** What the inverter takes for the time. */
    Instant now() {
        return clock.instant().plus(clockError);
    }

    /** The house with a battery that does as it is told, as far as it is told. */
    HouseState obey(HouseState house) {
        return isActive()
                ? new HouseState(house.strings(), house.garage(), house.load(), target.watts, house.charge(),
                        house.today(), house.total())
                : house;
    }

    void fill(MapImage image, HouseState house) {
        image.put(Space.INPUT, 0x0100, isActive() ? target.mode : OFF);
        image.putLong(Space.INPUT, 0x0102, isActive() ? Math.round(-house.output()) : 0);
    }

    /** Takes a block that it knows. */
    Optional<ExceptionCode> write(Request request, ZoneId zone) {
        List<Integer> words = request.values();
        if (request.start() == CLOCK && request.count() == CLOCK_REGISTERS) {
            Instant told = LocalDateTime.of(2000 + words.get(5), words.get(4), words.get(3), words.get(2),
                    words.get(1), words.get(0)).atZone(zone).toInstant();
            clockError = Duration.between(clock.instant(), told);
            return Optional.empty();
        }
        if (request.start() != CONTROL || request.count() != CONTROL_REGISTERS) {
            return Optional.of(ExceptionCode.ILLEGAL_ADDRESS);
        }
        int mode = words.getFirst();
        if (mode != OFF && mode != PUSH_POWER) {
            return Optional.of(ExceptionCode.DEVICE_FAILURE);
        }
        target = new Target(mode, words.get(13) | words.get(14) << 16, clock.instant().plusSeconds(words.get(12)));
        return Optional.empty();
    }

    private boolean isActive() {
        return target.mode != OFF && clock.instant().isBefore(target.until);
    }
}
