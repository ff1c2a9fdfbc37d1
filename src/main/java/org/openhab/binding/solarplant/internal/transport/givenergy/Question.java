/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What is asked of a device, and by which frames it is answered (givenergy.md §1.8). */
@NonNullByDefault
sealed interface Question {

    /** The frame that asks it. */
    Frame.Request request(String adapter);

    /** The answer that a frame brings; nothing if it is none to this question. */
    Optional<Answer> answer(Frame frame);

    /** Whether this is the refusal of it; the second word may be left out there (§1.6). */
    default boolean isRefused(Frame.ErrorResponse refusal) {
        Frame.Request request = request("");
        return refusal.unit() == request.unit() && refusal.function() == request.function()
                && refusal.start() == request.first() && (refusal.count() == request.second() || refusal.count() == 0);
    }

    /** For the registers of a block. */
    record Read(BlockKey block) implements Question {
        @Override
        public Frame.Request request(String adapter) {
            return Frame.Request.read(adapter, block);
        }

        @Override
        public Optional<Answer> answer(Frame frame) {
            return frame instanceof Frame.ReadResponse response && response.block().equals(block)
                    ? Optional.of(Answer.of(response, false))
                    : Optional.empty();
        }
    }

    /**
     * To take this value. What another client wrote to the same register meanwhile is no answer; an echo that names register
     * 0, where no device can be written, is corrupt (§5.1) and answers nothing either.
     */
    record Write(int unit, int register, int value) implements Question {
        @Override
        public Frame.Request request(String adapter) {
            return new Frame.Request(adapter, unit, Layout.WRITE_ONE, register, value);
        }

        @Override
        public Optional<Answer> answer(Frame frame) {
            return frame instanceof Frame.WriteResponse echo && echo.unit() == unit && echo.register() == register
                    && register != 0 && echo.value() == value
                            ? Optional.of(new Answer(new BlockKey(unit, ReadFunction.HOLDING, register, 1),
                                    Answer.trimmed(echo.serial()), List.of(value), false))
                            : Optional.empty();
        }
    }
}
