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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Every frame and every stream of frames_basic.json among the captures. */
@NonNullByDefault
class BasicFramesTest {

    @BeforeEach
    void needsCaptures() {
        Captures.need();
    }

    static Stream<Arguments> frames() throws IOException {
        return Captures.named("frames_basic", "frames");
    }

    static Stream<Arguments> streams() throws IOException {
        return Captures.named("frames_basic", "streams");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void stream(String name, JsonObject json) {
        FrameStream stream = new FrameStream();
        List<Frame> frames = new ArrayList<>();
        strings(json, "chunks").forEach(chunk -> frames.addAll(Wire.feed(stream, Wire.bytes(chunk))));
        assertEquals(strings(json, "expectedFrames").stream().map(Wire::decode).toList(), frames);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void frame(String name, JsonObject json) {
        String hex = json.get("hex").getAsString();
        FrameStream stream = new FrameStream();
        List<Frame> frames = Wire.feed(stream, Wire.bytes(hex));
        assertEquals(1, frames.size());
        assertEquals(0, stream.pending());
        switch (json.get("kind").getAsString()) {
            case "request" -> {
                Frame.Request request = (Frame.Request) frames.getFirst();
                assertEquals(words(json), List.of(request.unit(), request.function(), request.first(),
                        request.second()));
                assertEquals(hex, Wire.hex(FrameEncoder.encode(request)));
                assertTrue(!json.has("crc") || hex.endsWith(json.get("crc").getAsString()));
            }
            case "heartbeat" -> {
                Frame.Heartbeat heartbeat = (Frame.Heartbeat) frames.getFirst();
                assertEquals(json.get("serial").getAsString(), heartbeat.adapter());
                assertEquals(json.get("adapterType").getAsInt(), heartbeat.type());
                assertEquals(json.get("reply").getAsString(), Wire.hex(FrameEncoder.encode(heartbeat)));
            }
            case "readResponse", "readResponseSuspicious" -> {
                Frame.ReadResponse response = (Frame.ReadResponse) frames.getFirst();
                BlockKey block = response.block();
                assertEquals(words(json), List.of(block.unit(), block.function().code(), block.start(),
                        block.count()));
                if (json.has("values")) {
                    assertEquals(json.getAsJsonArray("values").asList().stream().map(JsonElement::getAsInt).toList(),
                            response.registers());
                }
                if (json.has("serial")) {
                    assertEquals(json.get("serial").getAsString(), response.serial());
                }
            }
            case "writeResponse" -> {
                Frame.WriteResponse write = (Frame.WriteResponse) frames.getFirst();
                assertEquals(words(json), List.of(write.unit(), 6, write.register(), write.value()));
            }
            case "errorResponse" -> {
                Frame.ErrorResponse error = (Frame.ErrorResponse) frames.getFirst();
                assertEquals(words(json), List.of(error.unit(), error.function(), error.start(), error.count()));
            }
            case "ignored" -> assertTrue(
                    frames.getFirst() instanceof Frame.NullResponse || frames.getFirst() instanceof Frame.LanBroadcast);
            case "rejectedCrc" -> assertTrue(frames.getFirst() instanceof Frame.BadChecksum);
            default -> throw new AssertionError("a kind that this test does not know");
        }
    }

    /** Address, function, and the two words of a read or a write. */
    private static List<Integer> words(JsonObject json) {
        boolean write = json.has("register");
        return List.of(Integer.decode(json.get("address").getAsString()), json.get("function").getAsInt(),
                json.get(write ? "register" : "base").getAsInt(), json.get(write ? "value" : "count").getAsInt());
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList();
    }
}
