/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * Writes registers next to each other with the function that the device takes: one by function 6, several by 16
 * (alphaess.md §4.1). Where 6 is refused, or not answered and not carried out either, as by SMILE-B3, 16 goes in its
 * place; where 16 is refused for several, each goes by itself. What was found out is remembered.
 */
@NonNullByDefault
final class EmsWriter {

    private final RegisterTransport transport;
    private final int unit;
    private boolean singleFails;
    private boolean severalFail;

    /**
     * What became of a request.
     *
     * @param lost what was wrong with its answer
     * @param doubt why it is unknown whether it was carried out, or why it was not
     * @param isKnown whether the registers say that it was not
     */
    private record Sent(Optional<Failure> lost, Optional<Failure> doubt, boolean isKnown) {

        boolean isSilent() {
            return lost.filter(why -> why.kind() == Failure.Kind.TIMEOUT).isPresent();
        }

        /** Whether nobody answered, and nothing happened. */
        boolean isInVain() {
            return isSilent() && isKnown;
        }
    }

    EmsWriter(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /** Whether several registers cannot be written with one request. */
    boolean writesOneByOne() {
        return severalFail;
    }

    /**
     * Writes these registers.
     *
     * @param turns in which order they go if each goes by itself, counted from the first
     * @return why it ended before all was written; nothing if all was
     * @throws TransportException.Refused if nothing was written
     */
    Optional<Failure> write(int start, List<Integer> words, List<Integer> turns, Session session)
            throws TransportException.Refused, InterruptedException {
        if (words.size() > 1 && !severalFail) {
            try {
                return send(WriteFunction.MULTIPLE, start, words, session).doubt;
            } catch (TransportException.Refused refusal) {
                if (refusal.code() != RegisterTransport.ILLEGAL_FUNCTION) {
                    throw refusal;
                }
                severalFail = true;
            }
        }
        boolean isFirst = true;
        for (int turn : turns) {
            try {
                Optional<Failure> doubt = writeOne(start + turn, words.get(turn), session);
                if (doubt.isPresent()) {
                    return doubt;
                }
            } catch (TransportException.Refused refusal) {
                if (isFirst) {
                    throw refusal;
                }
                return Optional.of(WireFailure.of(refusal));
            }
            isFirst = false;
        }
        return Optional.empty();
    }

    private Optional<Failure> writeOne(int at, int word, Session session)
            throws TransportException.Refused, InterruptedException {
        if (!singleFails) {
            try {
                Sent sent = send(WriteFunction.SINGLE, at, List.of(word), session);
                singleFails = sent.isSilent();
                if (!sent.isInVain()) {
                    return sent.doubt;
                }
            } catch (TransportException.Refused refusal) {
                if (refusal.code() != RegisterTransport.ILLEGAL_FUNCTION) {
                    throw refusal;
                }
                singleFails = true;
            }
        }
        return send(WriteFunction.MULTIPLE, at, List.of(word), session).doubt;
    }

    /** Sends it once; where the answer is lost, what the registers hold decides. */
    private Sent send(WriteFunction function, int at, List<Integer> words, Session session)
            throws TransportException.Refused, InterruptedException {
        int[] raw = words.stream().mapToInt(Integer::intValue).toArray();
        Optional<Failure> lost = session.send(() -> transport.write(unit, function, at, raw));
        if (lost.isEmpty()) {
            return new Sent(lost, lost, false);
        }
        try {
            int[] now = session.ask(() -> transport.read(unit, RegisterSpace.HOLDING, at, raw.length));
            boolean isSo = Arrays.equals(raw, now);
            return new Sent(lost, isSo ? Optional.empty() : lost, !isSo);
        } catch (TransportException e) {
            return new Sent(lost, lost, false);
        }
    }
}
