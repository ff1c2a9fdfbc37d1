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

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** What happens on a wire as lines of a capture (docs/captures.md). */
@NonNullByDefault
final class LineEncoder {

    /** The code of an answer, with data or without (alphaess.md §1.3). */
    static final int SUCCESS = 200;

    private long connection = -1;

    JsonObject encode(CaptureLine line) {
        JsonObject json = new JsonObject();
        json.addProperty("at", line.at());
        switch (line.heard()) {
            case Heard.Begin(Heard.Occasion occasion) -> json.addProperty("begin", occasion.id());
            case Heard.End(String outcome) -> json.addProperty("end", outcome);
            case Heard.Read read -> read(json, read);
            case Heard.Written written -> {
                json.add("write", place(written.place()));
                json.addProperty("words", hex(written.words()));
                written.trouble().ifPresent(trouble -> trouble(json, trouble));
            }
            case Heard.Called(String endpoint, JsonObject parameters, Reply<Answer> reply) -> {
                json.addProperty("call", endpoint);
                json.add("parameters", parameters);
                switch (reply) {
                    case Reply.Got<Answer>(Answer answer) -> answer(json, answer);
                    case Reply.Failed<Answer>(Trouble trouble) -> trouble(json, trouble);
                }
            }
        }
        return json;
    }

    private void read(JsonObject json, Heard.Read read) {
        json.add("read", place(read.place()));
        if (read.connection() != connection) {
            // once for all lines that follow
            connection = read.connection();
            json.addProperty("connection", connection);
        }
        switch (read.reply()) {
            case Reply.Got<Registers>(Registers registers) -> {
                json.addProperty("words", hex(registers.words()));
                if (!registers.serial().isEmpty()) {
                    json.addProperty("serial", registers.serial());
                }
            }
            case Reply.Failed<Registers>(Trouble trouble) -> trouble(json, trouble);
        }
    }

    private static void answer(JsonObject json, Answer answer) {
        switch (answer) {
            case Answer.Payload payload -> {
                json.addProperty("code", SUCCESS);
                json.add("data", payload.data());
            }
            case Answer.NoData nothing -> json.addProperty("code", SUCCESS);
            case Answer.Refused refusal -> json.addProperty("code", refusal.code());
            case Answer.ClockOff clock -> json.addProperty("ahead", clock.ahead().toSeconds());
        }
    }

    private static void trouble(JsonObject json, Trouble trouble) {
        json.addProperty("failed", trouble.kind().id());
        if (trouble.code() != 0) {
            json.addProperty("code", trouble.code());
        }
    }

    private static JsonArray place(Place place) {
        JsonArray array = new JsonArray();
        array.add(place.unit());
        array.add(place.function());
        array.add(place.start());
        array.add(place.count());
        return array;
    }

    private static String hex(List<Integer> words) {
        return words.stream().map("%04X"::formatted).collect(Collectors.joining());
    }
}
