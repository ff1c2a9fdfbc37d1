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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.Meaning;

/** Lines of a capture as what happened on a wire; the other way round than {@link LineEncoder}. */
@NonNullByDefault
final class LineDecoder {

    /** No capture is longer than a day, in ms. */
    private static final long MOST_TIME = Duration.ofDays(1).toMillis();
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;
    private static final int WORD = 0xFFFF;
    private static final int MOST_CODE = 99_999;
    private static final int LONGEST_SERIAL = 20;
    private static final int PLACE_NUMBERS = 4;

    private long connection;
    private long time;

    /**
     * What this line says.
     *
     * @throws IllegalArgumentException if it is no line of a capture
     */
    CaptureLine decode(Fields line) {
        long at = line.number("at", MOST_TIME);
        if (at < time) {
            throw new IllegalArgumentException("\"at\" runs backwards");
        }
        time = at;
        return new CaptureLine(at, heard(line));
    }

    private Heard heard(Fields line) {
        if (line.has("begin")) {
            return new Heard.Begin(constant(Heard.Occasion.class, line.text("begin")));
        } else if (line.has("end")) {
            return new Heard.End(line.text("end"));
        } else if (line.has("read")) {
            Place place = place(line, "read");
            connection = line.has("connection") ? line.number("connection", Integer.MAX_VALUE) : connection;
            return new Heard.Read(place, line.has("failed")
                    ? new Reply.Failed<>(trouble(line))
                    : new Reply.Got<>(new Registers(words(line, place), serial(line))), connection);
        } else if (line.has("write")) {
            Place place = place(line, "write");
            return new Heard.Written(place, words(line, place),
                    line.has("failed") ? Optional.of(trouble(line)) : Optional.empty());
        } else if (line.has("call")) {
            return new Heard.Called(line.text("call"), line.inner("parameters"), line.has("failed")
                    ? new Reply.Failed<>(trouble(line))
                    : new Reply.Got<>(answer(line)));
        }
        throw new IllegalArgumentException("nothing that a capture knows");
    }

    private static Answer answer(Fields line) {
        if (line.has("ahead")) {
            return new Answer.ClockOff(Duration.ofSeconds(line.number("ahead", -WORD * WORD, WORD * WORD)));
        }
        int code = code(line);
        if (line.has("data")) {
            return new Answer.Payload(line.object().get("data"));
        }
        return code == LineEncoder.SUCCESS ? new Answer.NoData() : new Answer.Refused(Meaning.of(code), code);
    }

    private static Trouble trouble(Fields line) {
        return new Trouble(constant(Trouble.Kind.class, line.text("failed")), line.has("code") ? code(line) : 0);
    }

    private static int code(Fields line) {
        return line.number("code", 0, MOST_CODE);
    }

    private static Place place(Fields line, String name) {
        List<Integer> numbers = line.numbers(name, WORD);
        if (numbers.size() != PLACE_NUMBERS) {
            throw new IllegalArgumentException("\"" + name + "\" must be unit, function, start, count");
        }
        return new Place(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static List<Integer> words(Fields line, Place place) {
        String hex = line.text("words");
        if (hex.length() != place.count() * HEX_DIGITS || !hex.matches("[0-9A-Fa-f]+")) {
            throw new IllegalArgumentException("\"words\" must be four hexadecimal digits for each register");
        }
        List<Integer> words = new ArrayList<>();
        for (int at = 0; at < hex.length(); at += HEX_DIGITS) {
            words.add(Integer.parseInt(hex.substring(at, at + HEX_DIGITS), HEX));
        }
        return words;
    }

    private static String serial(Fields line) {
        String serial = line.has("serial") ? line.text("serial") : "";
        if (serial.length() > LONGEST_SERIAL) {
            throw new IllegalArgumentException("\"serial\" is too long");
        }
        return serial;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String id) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(id)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("an unknown word where " + type.getSimpleName() + " is expected");
    }
}
