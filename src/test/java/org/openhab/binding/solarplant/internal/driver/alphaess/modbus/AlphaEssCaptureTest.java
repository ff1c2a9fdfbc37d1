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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.ScriptedPeer;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Replays what real systems answered. The captures are other people's data and stay where they are: the system property
 * {@code captures} names the folder.
 */
@NonNullByDefault
@Timeout(30)
class AlphaEssCaptureTest {

    private static final Path FOLDER = Path.of(System.getProperty("captures", "../shared/protocols"),
            "alphaess-captures", "modbus");

    /** What the registers of the frames feed; the dispatch time has no channel. */
    private static final Map<String, String> FRAMES = Map.of("0x00A1", "pv#power", "0x0102",
            "battery#state-of-charge", "0x0887", "none");

    /** What the block of the battery expects, by the metric that shows it. */
    private static final Map<String, String> BATTERY = Map.of("voltage_V", "battery#voltage", "current_A",
            "battery#current", "soc_pct", "battery#state-of-charge", "minCell_V", "cells#min-voltage", "maxCell_V",
            "cells#max-voltage", "minCellTemp_C", "cells#min-temperature", "maxCellTemp_C", "cells#max-temperature",
            "capacity_kWh", "battery#capacity", "power_W", "battery#power");
    private static final Map<String, String> TOTALS = Map.of("charge_kWh", "energy#charge-total", "discharge_kWh",
            "energy#discharge-total");
    private static final Set<String> WITHOUT_METRIC = Set.of("status", "relay", "maxCharge_A", "modules", "type",
            "chargeFromGrid_kWh", "maxCharge_W");

    @BeforeAll
    static void needsCaptures() {
        assumeTrue(Files.isDirectory(FOLDER),
                () -> "no captures in " + FOLDER + ": give their folder as -Dcaptures=DIR");
    }

    @Test
    void knowsEveryModbusCapture() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    Set.of("dispatch-examples.computed.json", "frames.json", "smile-b3.battery-block.json"),
                    new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()),
                    "a new capture needs its replay here");
        }
    }

    @Test
    void asksByteForByteAndUnderstandsTheAnswer() throws Exception {
        List<JsonObject> frames = objects(capture("frames.json"), "frames");
        assertEquals(FRAMES.keySet(), new TreeSet<>(frames.stream().map(frame -> string(frame, "register")).toList()));
        for (JsonObject frame : frames) {
            int register = Integer.decode(string(frame, "register"));
            byte[] request = bytes(frame, "tcpRequest");
            int[] words = exchange(Framing.TCP, request, bytes(frame, "tcpResponse"), register);
            assertArrayEquals(words,
                    exchange(Framing.RTU, bytes(frame, "rtuRequest"), bytes(frame, "rtuResponse"), register));
            assertValue(frame, register, words);
        }
    }

    /** Reads so many registers from there as the request asks for, from a peer that answers with these bytes. */
    private static int[] exchange(Framing framing, byte[] request, byte[] response, int register) throws Exception {
        List<byte[]> asked = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedPeer peer = new ScriptedPeer(framing, (socket, received) -> {
            asked.add(received.clone());
            byte[] answer = response.clone();
            if (framing == Framing.TCP) {
                // the transaction id is the request's
                System.arraycopy(received, 0, answer, 0, 2);
            }
            ScriptedPeer.write(socket, answer);
        });
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(Duration.ofSeconds(2)),
                        Ticker.SYSTEM)) {
            int count = request[framing == Framing.TCP ? request.length - 1 : request.length - 3];
            int[] words = transport.read(EmsRig.UNIT, RegisterSpace.HOLDING, register, count);
            HexFormat hex = HexFormat.ofDelimiter(" ");
            int from = framing == Framing.TCP ? 2 : 0;
            assertEquals(1, asked.size());
            assertEquals(hex.formatHex(request, from, request.length),
                    hex.formatHex(asked.getFirst(), from, request.length));
            return words;
        }
    }

    private static void assertValue(JsonObject frame, int register, int[] words) throws Exception {
        MapImage image = EmsRig.system().put(Space.HOLDING, 0x0100, 528);
        for (int i = 0; i < words.length; i++) {
            image.put(Space.HOLDING, register + i, words[i]);
        }
        String metric = FRAMES.getOrDefault(string(frame, "register"), "");
        try (EmsRig rig = EmsRig.of(image)) {
            if (metric.equals("none")) {
                assertEquals(frame.get("value").getAsLong(), (long) words[0] << 16 | words[1]);
            } else {
                assertEquals(ours(frame, "value"), EmsRig.text(rig.full(), metric));
            }
        }
    }

    @Test
    void readsTheBatteryOfASmileB3() throws Exception {
        JsonObject capture = capture("smile-b3.battery-block.json");
        MapImage image = EmsRig.identity(new MapImage());
        for (JsonObject block : objects(capture, "blocks")) {
            int address = Integer.decode(string(block, "start"));
            for (JsonElement word : block.getAsJsonArray("registers")) {
                image.put(Space.HOLDING, address++, word.getAsInt());
            }
        }
        JsonObject expected = capture.getAsJsonObject("expect");
        Set<String> known = new TreeSet<>(BATTERY.keySet());
        known.addAll(TOTALS.keySet());
        known.addAll(WITHOUT_METRIC);
        known.add("direction");
        assertEquals(known, new TreeSet<>(expected.keySet()), "every expectation is held against a metric");
        try (EmsRig rig = EmsRig.of(image)) {
            Reading self = rig.full();
            Reading battery = rig.part("battery-1");
            BATTERY.forEach(
                    (name, metric) -> assertEquals(ours(expected, name), EmsRig.text(battery, metric), name));
            TOTALS.forEach((name, metric) -> assertEquals(ours(expected, name), EmsRig.text(self, metric), name));
            assertEquals("discharging", string(expected, "direction"));
            assertEquals(ours(expected, "power_W"), EmsRig.text(self, "battery#discharge-power"));
            assertEquals("0.01", EmsRig.text(battery, "cells#spread"), "the scale of 0.01 V was found");
            assertEquals("none", EmsRig.text(battery, "battery#state-of-health"), "0 is not known");
            assertEquals("none", EmsRig.text(self, "grid#power"), "the dump has the battery alone");
        }
    }

    @Test
    void takesARefusalAsSuch() throws Exception {
        JsonObject refusal = objects(capture("dispatch-examples.computed.json"), "writes").getLast();
        byte[] response = bytes(refusal, "rtuResponse");
        try (ScriptedPeer peer = new ScriptedPeer(Framing.RTU,
                (socket, request) -> ScriptedPeer.write(socket, response));
                ModbusTcpTransport transport = new ModbusTcpTransport(peer.endpoint(Duration.ofSeconds(2)),
                        Ticker.SYSTEM)) {
            TransportException.Refused refused = assertThrows(
                    TransportException.Refused.class,
                    () -> transport.read(EmsRig.UNIT, RegisterSpace.HOLDING, 0x085E, 4));
            assertTrue(refused.concernsAddress());
        }
    }

    /** The number as we show it. */
    private static String ours(JsonObject object, String name) {
        BigDecimal number = object.get(name).getAsBigDecimal();
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static JsonObject capture(String file) throws IOException {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(file))).getAsJsonObject();
    }

    private static List<JsonObject> objects(JsonObject capture, String name) {
        return StreamSupport.stream(capture.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject).toList();
    }

    private static String string(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static byte[] bytes(JsonObject object, String name) {
        return HexFormat.of().parseHex(string(object, name).replace(" ", ""));
    }
}
