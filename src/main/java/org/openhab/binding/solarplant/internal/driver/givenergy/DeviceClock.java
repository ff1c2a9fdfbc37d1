/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * The clock of an inverter or a gateway, by which its slots go: six registers, from the year to the second, on the wall of
 * the plant (givenergy.md §1.10, §4.3).
 */
@NonNullByDefault
final class DeviceClock {

    private static final int PAGE = 60;
    private static final int FIRST = 35;
    private static final int FIELDS = 6;
    private static final int CENTURY = 2000;
    private static final int LAST_SECOND = 59;
    /** So near is as good as right: nothing is written for it. */
    private static final Duration RIGHT = Duration.ofSeconds(5);
    /** Six writes and two reads take some seconds. */
    private static final Duration SET = Duration.ofSeconds(15);

    private final RegisterTransport wire;
    private final int unit;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /**
     * @param wire the wire to the device
     * @param unit its address on the wire
     * @param clock the right time
     * @param zone where the plant stands
     */
    DeviceClock(RegisterTransport wire, int unit, InstantSource clock, Supplier<ZoneId> zone) {
        this.wire = wire;
        this.unit = unit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Sets it right, and looks whether it is. */
    Outcome set() throws InterruptedException {
        int[] before;
        try {
            before = fields();
        } catch (TransportException nothingSent) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        if (differs(before, RIGHT)) {
            return write(before);
        }
        return new Outcome.Unchanged();
    }

    private Outcome write(int[] before) throws InterruptedException {
        LocalDateTime target = now();
        int[] fields = {target.getYear() - CENTURY, target.getMonthValue(), target.getDayOfMonth(), target.getHour(),
                target.getMinute(), target.getSecond()};
        int sent = 0;
        try {
            for (int i = 0; i < FIELDS; i++) {
                boolean isSecond = i == FIELDS - 1;
                int value = isSecond ? second(target) : fields[i];
                if (isSecond || value != before[i]) {
                    wire.write(unit, WriteFunction.SINGLE, FIRST + i, value);
                    sent++;
                }
            }
            return differs(fields(), SET)
                    ? new Outcome.Unverified(new Failure(Failure.Kind.NOT_TAKEN), List.of())
                    : new Outcome.Verified(List.of());
        } catch (TransportException.Refused refusal) {
            return sent == 0
                    ? new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail())
                    : new Outcome.Unverified(Failures.of(refusal).failure(), List.of());
        } catch (TransportException e) {
            return new Outcome.Unverified(Failures.of(e).failure(), List.of());
        }
    }

    /** The second of now, within the minute that is set: what the writes took must not begin another one. */
    private int second(LocalDateTime target) {
        long passed = Duration.between(target, now()).toSeconds();
        return Math.clamp(target.getSecond() + passed, 0, LAST_SECOND);
    }

    private int[] fields() throws TransportException, InterruptedException {
        int[] page = wire.read(unit, RegisterSpace.HOLDING, 0, PAGE);
        int[] fields = new int[FIELDS];
        System.arraycopy(page, FIRST, fields, 0, FIELDS);
        return fields;
    }

    private boolean differs(int[] fields, Duration tolerance) {
        return time(fields).filter(time -> Duration.between(time, now()).abs().compareTo(tolerance) <= 0).isEmpty();
    }

    /** Nothing if the device shows what is no time, as some do at new year. */
    private static Optional<LocalDateTime> time(int[] fields) {
        try {
            return Optional.of(LocalDateTime.of(CENTURY + fields[0], fields[1], fields[2], fields[3], fields[4],
                    fields[5]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone.get());
    }
}
