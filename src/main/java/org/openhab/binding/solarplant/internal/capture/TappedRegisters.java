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
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;
import org.openhab.binding.solarplant.internal.transport.givenergy.ReadFunction;

/** A wire to registers that can be listened to. */
@NonNullByDefault
public final class TappedRegisters implements RegisterTransport {

    private final RegisterTransport wire;
    private final TapPoint point;
    private final RegisterEar ear;

    /**
     * @param wire the wire, which is closed with this
     * @param point where it can be listened to
     */
    public TappedRegisters(RegisterTransport wire, TapPoint point) {
        this.wire = wire;
        this.point = point;
        this.ear = new RegisterEar(point, wire);
    }

    @Override
    public int[] read(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        return point.isIdle()
                ? wire.read(unit, space, start, count)
                : ear.read(new Place(unit, ReadFunction.of(space).code(), start, count),
                        () -> wire.read(unit, space, start, count), Registers::of);
    }

    @Override
    public void write(int unit, WriteFunction function, int start, int... words)
            throws TransportException, InterruptedException {
        if (point.isIdle()) {
            wire.write(unit, function, start, words);
        } else {
            int code = function == WriteFunction.SINGLE ? RegisterEar.WRITE_ONE : RegisterEar.WRITE_SEVERAL;
            ear.write(new Place(unit, code, start, words.length), words,
                    () -> wire.write(unit, function, start, words));
        }
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
