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

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What an honest device answers: a pure function of its registers and the request. */
@NonNullByDefault
final class Responder {
    private static final int MAX_READ = 125;
    private static final int MAX_WRITE = 120;

    private Responder() {}

    static byte[] answer(RegisterImage image, Request request) {
        return switch (request.function()) {
            case Request.READ_HOLDING -> read(image.frozen(), Space.HOLDING, request);
            case Request.READ_INPUT -> read(image.frozen(), Space.INPUT, request);
            case Request.WRITE_ONE -> write(image, request, request.values().getFirst());
            case Request.WRITE_MANY -> write(image, request, request.count());
            default -> refuse(request, ExceptionCode.ILLEGAL_FUNCTION);
        };
    }

    static byte[] refuse(Request request, ExceptionCode code) {
        return Frame.exception(request.function(), code.code());
    }

    private static byte[] read(RegisterImage image, Space space, Request request) {
        if (request.count() < 1 || request.count() > MAX_READ) {
            return refuse(request, ExceptionCode.ILLEGAL_VALUE);
        }
        ByteBuffer answer = ByteBuffer.allocate(2 + 2 * request.count()).put((byte) request.function())
                .put((byte) (2 * request.count()));
        for (int i = 0; i < request.count(); i++) {
            OptionalInt value = image.read(space, request.start() + i);
            if (value.isEmpty()) {
                return refuse(request, ExceptionCode.ILLEGAL_ADDRESS);
            }
            answer.putShort((short) value.getAsInt());
        }
        return answer.array();
    }

    private static byte[] write(RegisterImage image, Request request, int echo) {
        if (request.count() < 1 || request.count() > MAX_WRITE || request.values().size() != request.count()) {
            return refuse(request, ExceptionCode.ILLEGAL_VALUE);
        }
        Optional<ExceptionCode> refusal = image.write(request);
        return refusal.map(code -> refuse(request, code)).orElseGet(() -> ByteBuffer.allocate(5)
                .put((byte) request.function()).putShort((short) request.start()).putShort((short) echo).array());
    }
}
