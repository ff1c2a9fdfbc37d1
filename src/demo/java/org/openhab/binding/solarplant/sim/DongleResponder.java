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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** What the devices behind a dongle answer (givenergy.md §1.4, §1.6). */
@NonNullByDefault
final class DongleResponder {
    private static final int MOST_REGISTERS = 60;
    private static final int METER_PRODUCT = 0x16;

    private final DongleOptions options;
    private final DongleFrames frames;

    DongleResponder(DongleOptions options) {
        this.options = options;
        frames = new DongleFrames(options.serial());
    }

    DongleFrames frames() {
        return frames;
    }

    /** What a client asks, or nothing where real dongles stay silent: a wrong length field or checksum. */
    static Optional<Request> request(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        if (body.length != 28 || bytes.getLong(12) != 8) {
            return Optional.empty();
        }
        byte[] covered = Arrays.copyOfRange(body, 20, 26);
        if (!Arrays.equals(DongleFrames.sealed(covered), Arrays.copyOfRange(body, 20, 28))) {
            return Optional.empty();
        }
        return Optional.of(Request.parse(covered[0] & 0xFF, Arrays.copyOfRange(covered, 1, 6)))
                .map(parsed -> parsed.function() == METER_PRODUCT
                        ? Request.read(parsed.unit(), METER_PRODUCT, bytes.getShort(22), bytes.getShort(24))
                        : parsed);
    }

    /** The honest answer; some faults keep it from having an effect. */
    Optional<byte[]> answer(Request request, Optional<DongleFault> fault) {
        @Nullable
        DongleDevice device = options.devices().get(request.unit());
        return device == null ? Optional.empty() : Optional.of(answer(device, request, fault));
    }

    /** The answer as the fault leaves it; faults of timing and delivery leave it alone. */
    byte[] spoilt(byte[] answer, Request request, DongleFault fault) {
        String serial = Optional.ofNullable(options.devices().get(request.unit())).map(DongleDevice::serial)
                .orElse(options.serial());
        return switch (fault) {
            case DongleFault.BadChecksum bad -> {
                byte[] bytes = answer.clone();
                bytes[bytes.length - 1] ^= 0x55;
                yield bytes;
            }
            case DongleFault.ZeroTail tail -> Arrays.copyOf(Arrays.copyOf(answer, tail.after()), answer.length);
            case DongleFault.Refuse refuse -> frames.refused(request.unit(), request.function(), serial,
                    request.start(), refuse.withCount() ? second(request) : 0);
            case DongleFault.OtherEcho echo -> frames.written(request.unit(), serial, echo.register(), echo.value());
            case DongleFault.Zeros zeros -> frames.read(request.unit(), request.function(), serial, request.start(),
                    Collections.nCopies(request.count(), 0));
            case DongleFault.Null nothing -> frames.nothing(request.unit());
            case DongleFault.Truncated cut -> Arrays.copyOf(answer, cut.bytes());
            case DongleFault.Preceded preceded -> joined(preceded.bytes(), answer);
            case DongleFault.Repeated again -> joined(answer, answer);
            default -> answer;
        };
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private byte[] answer(DongleDevice device, Request request, Optional<DongleFault> fault) {
        byte[] refusal = frames.refused(request.unit(), request.function(), device.serial(), request.start(),
                second(request));
        return switch (request.function()) {
            case Request.READ_HOLDING -> read(device, device.registers(), Space.HOLDING, request).orElse(refusal);
            case Request.READ_INPUT -> read(device, device.registers(), Space.INPUT, request).orElse(refusal);
            case METER_PRODUCT -> read(device, device.product(), Space.INPUT, request).orElse(refusal);
            case Request.WRITE_ONE -> refused(device, request, fault).map(reason -> refusal)
                    .orElseGet(() -> frames.written(request.unit(), device.serial(), request.start(),
                            request.values().getFirst()));
            default -> refusal;
        };
    }

    private static Optional<ExceptionCode> refused(DongleDevice device, Request request,
            Optional<DongleFault> fault) {
        return fault.filter(DongleFault::preventsWrites).isPresent()
                ? Optional.empty()
                : device.registers().write(request);
    }

    /** The second word of a request: a count, or the value that is written. */
    private static int second(Request request) {
        return request.function() == Request.WRITE_ONE ? request.values().getFirst() : request.count();
    }

    private Optional<byte[]> read(DongleDevice device, RegisterImage image, Space space, Request request) {
        RegisterImage frozen = image.frozen();
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < request.count(); i++) {
            OptionalInt value = frozen.read(space, request.start() + i);
            value.ifPresent(values::add);
        }
        return values.size() < request.count() || request.count() < 1 || request.count() > MOST_REGISTERS
                ? Optional.empty()
                : Optional.of(frames.read(request.unit(), request.function(), device.serial(), request.start(),
                        values));
    }
}
