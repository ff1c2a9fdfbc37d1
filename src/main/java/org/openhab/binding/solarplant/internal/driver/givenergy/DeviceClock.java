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

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ReadBack;
import org.openhab.binding.solarplant.internal.driver.ReadBack.Told;
import org.openhab.binding.solarplant.internal.driver.WallClock;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
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
    private static final int LAST_SECOND = 59;

    private final RegisterTransport wire;
    private final int unit;
    private final WallClock wall;

    /**
     * @param wire the wire to the device
     * @param unit its address on the wire
     * @param wall the right time
     */
    DeviceClock(RegisterTransport wire, int unit, WallClock wall) {
        this.wire = wire;
        this.unit = unit;
        this.wall = wall;
    }

    /** Sets it right, unless it is, and looks whether it is then. */
    Outcome set(Session session) throws InterruptedException {
        int[] before;
        try {
            before = session.ask(this::fields);
        } catch (TransportException nothingSent) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        return wall.isRight(shown(before))
                ? new Outcome.Unchanged()
                : ReadBack.after(session, () -> write(before, session),
                        () -> new Told(wall.isSet(shown(fields())), List.of()));
    }

    private Optional<Failure> write(int[] before, Session session)
            throws TransportException.Refused, InterruptedException {
        LocalDateTime target = wall.now();
        int[] fields = {target.getYear() - WallClock.CENTURY, target.getMonthValue(), target.getDayOfMonth(),
                target.getHour(), target.getMinute(), target.getSecond()};
        boolean sent = false;
        for (int i = 0; i < FIELDS; i++) {
            boolean isSecond = i == FIELDS - 1;
            int register = FIRST + i;
            int value = isSecond ? second(target) : fields[i];
            if (isSecond || value != before[i]) {
                try {
                    Optional<Failure> doubt = session
                            .send(() -> wire.write(unit, WriteFunction.SINGLE, register, value));
                    // whether one whose answer was lost was taken shows at the end, if the device can still be asked
                    if (doubt.isPresent() && !answers(session)) {
                        return doubt;
                    }
                    sent = true;
                } catch (TransportException.Refused refusal) {
                    if (!sent) {
                        throw refusal;
                    }
                    return Optional.of(WireFailure.of(refusal));
                }
            }
        }
        return Optional.empty();
    }

    private boolean answers(Session session) throws InterruptedException {
        try {
            return session.ask(this::fields).length == FIELDS;
        } catch (TransportException e) {
            return false;
        }
    }

    /** The second of now, within the minute that is set: what the writes took must not begin another one. */
    private int second(LocalDateTime target) {
        long passed = Duration.between(target, wall.now()).toSeconds();
        return Math.clamp(target.getSecond() + passed, 0, LAST_SECOND);
    }

    private int[] fields() throws TransportException, InterruptedException {
        int[] page = wire.read(unit, RegisterSpace.HOLDING, 0, PAGE);
        int[] fields = new int[FIELDS];
        System.arraycopy(page, FIRST, fields, 0, FIELDS);
        return fields;
    }

    private static Optional<LocalDateTime> shown(int[] fields) {
        return WallClock.shown(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
    }
}
