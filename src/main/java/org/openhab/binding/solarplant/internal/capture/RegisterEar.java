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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Tells a tap point what is asked and answered on a wire to registers. */
@NonNullByDefault
final class RegisterEar {

    /** The function codes of writes; a dongle knows the first alone. */
    static final int WRITE_ONE = 0x06;
    static final int WRITE_SEVERAL = 0x10;

    private final TapPoint point;
    private final RegisterTransport wire;

    RegisterEar(TapPoint point, RegisterTransport wire) {
        this.point = point;
        this.wire = wire;
    }

    /** A request for registers. */
    interface Question<T> {
        T ask() throws TransportException, InterruptedException;
    }

    /** A write of registers. */
    interface Command {
        void send() throws TransportException, InterruptedException;
    }

    /** What a device answers to a question, as registers. */
    interface Content<T> {
        Registers of(T answer);
    }

    /** Asks, and tells what came of it. */
    <T> T read(Place place, Question<T> question, Content<T> content)
            throws TransportException, InterruptedException {
        try {
            T answer = question.ask();
            point.heard(new Heard.Read(place, new Reply.Got<>(content.of(answer)), wire.connection()));
            return answer;
        } catch (TransportException e) {
            point.heard(new Heard.Read(place, new Reply.Failed<>(Trouble.of(e)), wire.connection()));
            throw e;
        }
    }

    /** Writes these words, and tells what came of it. */
    void write(Place place, int[] words, Command command) throws TransportException, InterruptedException {
        try {
            command.send();
            point.heard(new Heard.Written(place, boxed(words), Optional.empty()));
        } catch (TransportException e) {
            point.heard(new Heard.Written(place, boxed(words), Optional.of(Trouble.of(e))));
            throw e;
        }
    }

    private static List<Integer> boxed(int[] words) {
        return Arrays.stream(words).boxed().toList();
    }
}
