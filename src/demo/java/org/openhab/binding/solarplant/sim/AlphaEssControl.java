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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What of an AlphaESS system can be written: its timers, and dispatch, which goes back to what was before when its time
 * is over (alphaess.md §4.7).
 */
@NonNullByDefault
final class AlphaEssControl {
    private static final int TIMERS = 0x084F;
    private static final int TIMER_REGISTERS = 19;
    private static final int DISPATCH = 0x0880;
    private static final int DISPATCH_REGISTERS = 9;
    private static final int NEUTRAL = 32_000;
    private static final int STATE_OF_CHARGE = 2;
    private static final double PERCENT_PER_BIT = 0.4;
    /** What the registers of the timers may hold at most: windows, limit, hours, limit, hours, minutes. */
    private static final List<Integer> MOST = List.of(3, 100, 23, 23, 23, 23, 100, 23, 23, 23, 23, 59, 59, 59, 59, 59,
            59,
            59, 59);

    private final Clock clock;
    /** Charging from 02:30 to 05:00, down to 10 %, up to 95 %. */
    private volatile List<Integer> timers = List.of(1, (int) Site.LOWEST_CHARGE, 0, 0, 0, 0, 95, 2, 5, 0, 0, 0, 0, 0, 0,
            30, 0, 0, 0);
    private volatile List<Integer> dispatch = List.of(0, 0, NEUTRAL, 0, NEUTRAL, 0, 0, 0, 90);
    private volatile Instant until = Instant.MIN;

    AlphaEssControl(Clock clock) {
        this.clock = clock;
    }

    /** The house with a battery that does as it is told; only mode 2 is known. */
    HouseState obey(HouseState house) {
        double watts = (dispatch.get(1) << 16 | dispatch.get(2)) - NEUTRAL;
        double target = dispatch.get(6) * PERCENT_PER_BIT;
        boolean isThere = watts < 0 ? house.charge() >= target : house.charge() <= target;
        return isActive() && dispatch.get(5) == STATE_OF_CHARGE && !isThere
                ? new HouseState(house.strings(), house.garage(), house.load(), watts, house.charge(), house.today(),
                        house.total())
                : house;
    }

    void fill(MapImage image) {
        for (int i = 0; i < TIMER_REGISTERS; i++) {
            image.put(Space.HOLDING, TIMERS + i, timers.get(i));
        }
        for (int i = 0; i < DISPATCH_REGISTERS; i++) {
            image.put(Space.HOLDING, DISPATCH + i, dispatch.get(i));
        }
        image.put(Space.HOLDING, DISPATCH, isActive() ? 1 : 0);
    }

    Optional<ExceptionCode> write(Request request) {
        int at = request.start() - TIMERS;
        if (at >= 0 && at + request.count() <= TIMER_REGISTERS) {
            return writeTimers(at, request.values());
        }
        if (request.start() != DISPATCH || request.count() != DISPATCH_REGISTERS) {
            return Optional.of(ExceptionCode.ILLEGAL_ADDRESS);
        }
        dispatch = request.values();
        until = dispatch.getFirst() == 1
                ? clock.instant().plusSeconds((long) dispatch.get(7) << 16 | dispatch.get(8))
                : Instant.MIN;
        return Optional.empty();
    }

    private Optional<ExceptionCode> writeTimers(int at, List<Integer> values) {
        List<Integer> others = new ArrayList<>(timers);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) > MOST.get(at + i)) {
                return Optional.of(ExceptionCode.ILLEGAL_VALUE);
            }
            others.set(at + i, values.get(i));
        }
        timers = List.copyOf(others);
        return Optional.empty();
    }

    private boolean isActive() {
        return clock.instant().isBefore(until);
    }
}
