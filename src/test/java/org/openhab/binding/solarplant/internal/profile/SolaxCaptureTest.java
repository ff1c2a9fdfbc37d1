/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Replays what real devices answered. The captures are other people's data and stay where they are: the system property
 * {@code captures} names the folder.
 */
@NonNullByDefault
class SolaxCaptureTest {

    private static final Path FOLDER = Path.of(System.getProperty("captures", "../shared/protocols"), "solax-captures");

    /** What the full dump expects, by the metric that shows it; {@code -} turns the sign to ours. */
    private static final Map<String, String> METRICS = Map.ofEntries(Map.entry("gridVoltage_V", "grid#l1-voltage"),
            Map.entry("acPowerTotal_W", "output#power"), Map.entry("acPowerL1_W", "output#l1-power"),
            Map.entry("acPowerL2_W", "output#l2-power"), Map.entry("acPowerL3_W", "output#l3-power"),
            Map.entry("gridFrequency_Hz", "grid#frequency"), Map.entry("pv1Voltage_V", "pv#string-1-voltage"),
            Map.entry("pv2Voltage_V", "pv#string-2-voltage"), Map.entry("pv1Current_A", "pv#string-1-current"),
            Map.entry("pv2Current_A", "pv#string-2-current"), Map.entry("pv1Power_W", "pv#string-1-power"),
            Map.entry("pv2Power_W", "pv#string-2-power"), Map.entry("inverterTemperature_C", "status#temperature"),
            Map.entry("batteryVoltage_V", "battery#voltage"), Map.entry("batteryCurrent_A", "-battery#current"),
            Map.entry("batteryPower_W", "-battery#power"), Map.entry("batteryTemperature_C", "battery#temperature"),
            Map.entry("soc_pct", "battery#state-of-charge"), Map.entry("soh_pct", "battery#state-of-health"),
            Map.entry("batteryCapacity_Wh", "battery#capacity"), Map.entry("feedInPower_W", "-grid#power"),
            Map.entry("batteryDischargeTotal_kWh", "energy#discharge-total"),
            Map.entry("batteryDischargeToday_kWh", "energy#discharge-today"),
            Map.entry("batteryChargeTotal_kWh", "energy#charge-total"),
            Map.entry("batteryChargeToday_kWh", "energy#charge-today"),
            Map.entry("feedInTotal_kWh", "energy#export-total"), Map.entry("consumeTotal_kWh", "energy#import-total"),
            Map.entry("feedInToday_kWh", "energy#export-today"), Map.entry("consumeToday_kWh", "energy#import-today"),
            Map.entry("acYieldToday_kWh", "energy#output-today"), Map.entry("acYieldTotal_kWh", "energy#output-total"),
            Map.entry("solarTotal_kWh", "energy#pv-total"), Map.entry("solarToday_kWh", "energy#pv-today"),
            Map.entry("vppActivePowerReal_W", "-remote-control#actual-power"));

    /** The same for what only the battery's own thing shows. */
    private static final Map<String, String> BATTERY = Map.of("batteryTempHigh_C", "cells#max-temperature",
            "batteryTempLow_C", "cells#min-temperature", "cellVoltageHigh_V", "cells#max-voltage", "cellVoltageLow_V",
            "cells#min-voltage", "dischargeableWh", "battery#remaining-capacity");

    /** Expected values for which there is no channel, and the run mode, which is a word here. */
    private static final Set<String> WITHOUT_METRIC = Set.of("runMode", "bdcStatus", "mpptCount",
            "bmsChargeMaxCurrent_A", "bmsDischargeMaxCurrent_A", "lockState", "onGridHours", "offGridHours",
            "vppActivePowerUpper_W", "vppActivePowerLower_W", "vppReactiveUpper_var", "vppReactiveLower_var",
            "chargeableWh", "socUpper_pct", "socLower_pct", "remoteControlTimeout_s", "holding");

    @BeforeAll
    static void needsCaptures() {
        assumeTrue(Files.isDirectory(FOLDER),
                () -> "no captures in " + FOLDER + ": give their folder as -Dcaptures=DIR");
    }

    @Test
    void knowsEveryModbusCapture() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    Set.of("modbus-rtu-x3-mic-gateway-12.json", "modbus-tcp-x1-mini-g3-exception-1906.json",
                            "modbus-tcp-x3-hybrid-evcc-11714.json", "modbus-x3-hybrid-g4-15kw-full-dump.json"),
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("modbus-")).toList()),
                    "a new capture needs its replay here");
        }
    }

    @Test
    void decodesTheFullDump() throws Exception {
        JsonObject dump = capture("modbus-x3-hybrid-g4-15kw-full-dump.json");
        TestInverter inverter = new TestInverter("hybrid", dumpFacts(dump));
        inverter.put(0, words(dump, "input"));
        JsonObject expected = dump.getAsJsonObject("expected");
        Set<String> known = new TreeSet<>(METRICS.keySet());
        known.addAll(BATTERY.keySet());
        known.addAll(WITHOUT_METRIC);
        assertEquals(known, new TreeSet<>(expected.keySet()), "every expectation is held against a metric");

        METRICS.forEach((name, metric) -> assertEquals(ours(expected, name, metric),
                inverter.value(metric.replaceFirst("^-", "")), name));
        BATTERY.forEach(
                (name, metric) -> assertEquals(ours(expected, name, metric), inverter.battery(1, metric), name));
        assertEquals("normal", inverter.value("status#run-mode"));
        assertEquals("none", inverter.value("status#fault"));
        assertEquals("1424", inverter.value("pv#power"));
        assertEquals("1243", inverter.value("load#power"), "all that comes out of the inverter");
        assertEquals("battery-1", inverter.parts());
    }

    @Test
    void identifiesTheDumpedInverter() throws Exception {
        JsonObject dump = capture("modbus-x3-hybrid-g4-15kw-full-dump.json");
        int[] holding = words(dump, "holding");
        JsonObject expected = dump.getAsJsonObject("expected").getAsJsonObject("holding");
        RegisterImage image = new RegisterImage().put(RegisterSpace.HOLDING, 0, holding);
        Model model = model(text(holding));
        assertEquals("X3-Hybrid-G4", model.name());
        assertEquals(expected.get("machineType").getAsInt(), model.facts().get("phases"));

        Profile profile = new ProfileStore().profile("solax", model.profile());
        Identification identification = new Identification(image, 1);
        Map<String, Integer> facts = identification.variant(profile, model.facts()).facts();
        assertEquals(expected.get("protocolVersion").getAsInt(), facts.get("protocol"));
        assertEquals(expected.get("inverterPowerType_W").getAsInt(), facts.get("rated"));
        assertEquals("DSP " + expected.get("dspFirmware").getAsString() + ", ARM "
                + expected.get("armFirmware").getAsString(), identification.firmware(profile).orElse(""));
    }

    @Test
    void decodesTheFramesOfADongle() throws Exception {
        Map<String, String> metrics = Map.of("PV1 power", "pv#string-1-power", "PV2 power", "pv#string-2-power",
                "solar energy total kWh", "energy#pv-total", "battery power", "battery#power", "SOC %",
                "battery#state-of-charge", "feed-in W (negative = import)", "-grid#power");
        TestInverter inverter = new TestInverter("hybrid", "phases=3 trackers=2 generation=4 protocol=6");
        inverter.put(0x0014, 4000).put(0x0017, 1);
        List<JsonObject> frames = frames(capture("modbus-tcp-x3-hybrid-evcc-11714.json"));
        assertEquals(metrics.keySet(), new TreeSet<>(frames.stream().map(frame -> string(frame, "meaning")).toList()));
        for (JsonObject frame : frames) {
            byte[] request = bytes(string(frame, "request"));
            inverter.put(word(request, 8), payload(bytes(string(frame, "response")), 9));
            String metric = metrics.getOrDefault(string(frame, "meaning"), "");
            assertEquals(ours(frame, "expected", metric), inverter.value(metric.replaceFirst("^-", "")),
                    string(frame, "meaning"));
        }
    }

    @Test
    void decodesTheFramesOfAStringInverter() throws Exception {
        Map<String, String> metrics = Map.of("pv1Voltage_V", "pv#string-1-voltage", "pv2Voltage_V",
                "pv#string-2-voltage", "pv1Current_A", "pv#string-1-current", "pv2Current_A", "pv#string-2-current",
                "voltageL1_V", "output#l1-voltage", "voltageL2_V", "output#l2-voltage", "voltageL3_V",
                "output#l3-voltage");
        JsonObject capture = capture("modbus-rtu-x3-mic-gateway-12.json");
        TestInverter inverter = new TestInverter("mic", "phases=3 trackers=2 generation=1");
        for (JsonObject frame : frames(capture)) {
            inverter.put(Integer.decode(string(capture, "start")), payload(bytes(string(frame, "response")), 3));
            JsonObject expected = frame.getAsJsonObject("expected");
            assertEquals(metrics.keySet(), expected.keySet());
            metrics.forEach((name, metric) -> assertEquals(ours(expected, name, metric), inverter.value(metric), name));
        }
    }

    @Test
    void asksTheMiniInTheSpaceThatItAnswers() throws Exception {
        JsonObject frame = frames(capture("modbus-tcp-x1-mini-g3-exception-1906.json")).getFirst();
        byte[] request = bytes(string(frame, "requestTcp"));
        byte[] response = bytes(string(frame, "responseTcp"));
        Refused refusal = new Refused(response[8]);
        assertTrue(refusal.concernsAddress());
        // function code 3 was refused; our profile has all its live data in the other space
        assertEquals(3, request[7]);
        Profile profile = new ProfileStore().profile("solax", model("XM3").profile());
        assertEquals(Set.of(RegisterSpace.INPUT),
                new TreeSet<>(profile.variant(Map.of("rated", 1000, "trackers", 1)).wanted(Cadence.FAST).stream()
                        .map(Register::space).toList()));
    }

    @Test
    void decodesTheFramesOfTheVendorsDocuments() throws Exception {
        TestInverter g3 = new TestInverter("g3", "phases=1 trackers=2");
        TestInverter g4 = new TestInverter("hybrid", "phases=1 trackers=2 generation=4");
        Map<Integer, int[]> answers = new HashMap<>();
        String serial = "";
        for (JsonObject frame : frames(capture("vendor-document-frames.json"))) {
            int header = string(frame, "kind").equals("tcp") ? 6 : 0;
            byte[] request = bytes(string(frame, "request"));
            byte[] response = bytes(string(frame, "response"));
            if (request[header + 1] == 3) {
                serial = text(payload(response, header + 3));
            } else if (request[header + 1] == 4) {
                answers.put(word(request, header + 2), payload(response, header + 3));
            }
        }
        assertEquals("X1-Hybrid-G4 7.5 kW", model(serial).name());
        assertEquals(Set.of(0x0000, 0x0043), answers.keySet());
        answers.forEach(g3::put);
        answers.forEach(g4::put);
        for (TestInverter inverter : List.of(g3, g4)) {
            assertEquals("220", inverter.value("output#l1-voltage"));
            assertEquals("8.5", inverter.value("output#l1-current"));
            assertEquals("1870", inverter.value("output#power"));
            assertEquals("none", inverter.value("status#fault"));
        }
    }

    private static String dumpFacts(JsonObject dump) throws ProfileException {
        Map<String, Integer> facts = new HashMap<>(model(text(words(dump, "holding"))).facts());
        facts.put("protocol", dump.get("protocolVersionRegister_0x82").getAsInt());
        facts.put("rated", 15000);
        return String.join(" ", facts.entrySet().stream().map(Object::toString).toList());
    }

    private static Model model(String serial) throws ProfileException {
        return new ProfileStore().models("solax").find(serial).orElseThrow();
    }

    /** What we show for this expectation: the vendor's watt-hours are our kilowatt-hours, its signs sometimes turned. */
    private static String ours(JsonObject expected, String name, String metric) {
        BigDecimal number = expected.get(name).getAsBigDecimal();
        number = name.endsWith("Wh") && !name.endsWith("kWh") ? number.movePointLeft(3) : number;
        number = metric.startsWith("-") ? number.negate() : number;
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static JsonObject capture(String file) throws IOException {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(file))).getAsJsonObject();
    }

    private static List<JsonObject> frames(JsonObject capture) {
        return StreamSupport.stream(capture.getAsJsonArray("frames").spliterator(), false)
                .map(JsonElement::getAsJsonObject).toList();
    }

    private static String string(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static int[] words(JsonObject dump, String space) {
        List<Integer> words = new ArrayList<>();
        dump.getAsJsonObject(space).getAsJsonArray("registers").forEach(word -> words.add(word.getAsInt()));
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The first seven registers as text. */
    private static String text(int[] words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            text.append((char) (words[i] >> 8)).append((char) (words[i] & 0xFF));
        }
        return text.toString();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase());
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    /** The registers of an answer whose data begin there; the byte before says how many bytes. */
    private static int[] payload(byte[] frame, int at) {
        int[] words = new int[frame[at - 1] / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(frame, at + 2 * i);
        }
        return words;
    }
}
