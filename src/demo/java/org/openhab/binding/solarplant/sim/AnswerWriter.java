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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Puts answers on the wire, spoilt by the faults that they meet. */
@NonNullByDefault
final class AnswerWriter {
    private final OutputStream out;
    private final Framing framing;
    private final Closing closing;

    AnswerWriter(OutputStream out, Framing framing, Closing closing) {
        this.out = out;
        this.framing = framing;
        this.closing = closing;
    }

    /** Sends the answer; of several faults only the first that is no latency counts. */
    void send(Frame answer, List<Fault> faults) throws IOException {
        for (Fault fault : faults) {
            if (fault instanceof Fault.Latency latency) {
                closing.pause(latency.delay());
            }
        }
        var spoiling = faults.stream().filter(fault -> !(fault instanceof Fault.Latency)).findFirst();
        if (spoiling.isPresent()) {
            spoil(answer, spoiling.get());
        } else {
            write(framing.bytes(answer));
        }
    }

    private void spoil(Frame answer, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Latency latency -> closing.pause(latency.delay());
            case Fault.Silence silence -> {
            }
            case Fault.Drop drop -> throw new IOException("dropped on purpose");
            case Fault.Refuse refuse ->
                write(framing.bytes(answer.answer(Frame.exception(answer.function(), refuse.code().code()))));
            case Fault.Garbage garbage -> write(garbage.bytes());
            case Fault.WrongTransaction wrong ->
                write(framing.bytes(answer.withTransaction(answer.transaction() + wrong.offset())));
            case Fault.WrongLength wrong -> write(framing.bytes(answer.answer(resized(answer, wrong.registers()))));
            case Fault.Truncated cut -> {
                byte[] bytes = framing.bytes(answer);
                write(Arrays.copyOf(bytes, Math.min(cut.bytes(), bytes.length)));
            }
            case Fault.OtherUnit other -> write(framing.bytes(answer.withUnit(other.unit())));
            case Fault.OtherFunction other -> write(framing.bytes(answer.answer(renamed(answer, other.function()))));
            case Fault.Dribble dribble -> {
                for (byte one : framing.bytes(answer)) {
                    write(one);
                    closing.pause(dribble.gap());
                }
            }
            case Fault.EmptyHeader empty ->
                write(ByteBuffer.allocate(6).putShort((short) answer.transaction()).array());
            case Fault.ForeignFrames foreign -> {
                // ends when the other side has closed the connection, or with the simulator
                for (int i = 1; true; i++) {
                    write(framing
                            .bytes(answer.withTransaction(answer.transaction() + i).withUnit(answer.unit() ^ 0x40)));
                    closing.pause(foreign.gap());
                }
            }
        }
    }

    private static byte[] resized(Frame answer, int registers) {
        byte[] pdu = Arrays.copyOf(answer.pdu(), 2 + 2 * registers);
        pdu[1] = (byte) (2 * registers);
        return pdu;
    }

    private static byte[] renamed(Frame answer, int function) {
        byte[] pdu = answer.pdu().clone();
        pdu[0] = (byte) function;
        return pdu;
    }

    private void write(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
