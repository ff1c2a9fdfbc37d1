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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ReadBack;
import org.openhab.binding.solarplant.internal.driver.ReadBack.Told;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** Writes blocks of registers that are taken as a whole, with function 16 (solax.md §3.13). */
@NonNullByDefault
final class BlockWriter {

    private final RegisterTransport transport;
    private final int unit;

    BlockWriter(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    int[] read(int start, int count) throws TransportException, InterruptedException {
        return transport.read(unit, RegisterSpace.HOLDING, start, count);
    }

    /** Writes, and nothing else. */
    void write(int start, int... words) throws TransportException, InterruptedException {
        transport.write(unit, WriteFunction.MULTIPLE, start, words);
    }

    /** Unlocks the device, writes the block once, and looks whether it was taken. */
    Outcome send(RegisterDevice device, Session session, Session.Question<Told> question, int start, int... words)
            throws InterruptedException {
        try {
            if (!device.unlocks(session)) {
                return new Outcome.Refused(Refusal.Kind.LOCKED);
            }
        } catch (TransportException.Refused refusal) {
            return new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail());
        } catch (TransportException e) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        return ReadBack.after(session, () -> session.send(() -> write(start, words)), question);
    }
}
