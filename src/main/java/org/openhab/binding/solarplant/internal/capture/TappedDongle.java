/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Answer;
import org.openhab.binding.solarplant.internal.transport.givenergy.BlockKey;
import org.openhab.binding.solarplant.internal.transport.givenergy.DongleStatistics;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;

/** A wire to a dongle that can be listened to. */
@NonNullByDefault
public final class TappedDongle implements ProbingTransport {

    private final ProbingTransport wire;
    private final TapPoint point;
    private final RegisterEar ear;

    /**
     * @param wire the wire, which is closed with this
     * @param point where it can be listened to
     */
    public TappedDongle(ProbingTransport wire, TapPoint point) {
        this.wire = wire;
        this.point = point;
        this.ear = new RegisterEar(point, wire);
    }

    @Override
    public Answer ask(BlockKey block, Effort effort) throws TransportException, InterruptedException {
        return point.isIdle()
                ? wire.ask(block, effort)
                : ear.read(new Place(block.unit(), block.function().code(), block.start(), block.count()),
                        () -> wire.ask(block, effort), answer -> new Registers(answer.values(), answer.serial()));
    }

    @Override
    public void writeOne(int unit, int register, int value) throws TransportException, InterruptedException {
        if (point.isIdle()) {
            wire.writeOne(unit, register, value);
        } else {
            ear.write(new Place(unit, RegisterEar.WRITE_ONE, register, 1), new int[]{value},
                    () -> wire.writeOne(unit, register, value));
        }
    }

    @Override
    public DongleStatistics statistics() {
        return wire.statistics();
    }

    @Override
    public long connection() {
        return wire.connection();
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void close() {
        wire.close();
    }
}
