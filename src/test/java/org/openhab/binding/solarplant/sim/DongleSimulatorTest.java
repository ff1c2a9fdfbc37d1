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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of givenergy.md §1.4, and the manners of a real dongle, byte for byte. */
@NonNullByDefault
@Timeout(20)
class DongleSimulatorTest {
    private static final String READ = "59590001001c01024142313233344735363700000000000000081104000000067298";
    private static final String ANSWER = "595900010032010257463132333447353637000000000000001e1104534131323334473536370000"
            + "000600010bee0bd50f290000095592e5";

    private final MapImage image = MapImage.of(Map.of(27, 0),
            Map.of(0, 1, 1, 3054, 2, 3029, 3, 3881, 4, 0, 5, 2389));
    private final DongleOptions options = DongleOptions.empty().device(0x11, DongleDevice.of("SA1234G567", image));

    @ParameterizedTest
    @CsvSource({READ + "," + ANSWER,
            "59590001001c01024142313233344735363700000000000000081106001b00013a9d," // write HR27 = 1
                    + "5959000100260102574631323334473536370000000000000012110653413132333447353637001b0001e5f6"})
    void answersTheWorkedExamples(String request, String answer) throws IOException {
        try (var dongle = DongleSimulator.start(options); var client = client(dongle)) {
            assertEquals(spaced(answer), client.ask(spaced(request), spaced(answer)));
        }
    }

    @Test
    void takesWrites() throws IOException {
        try (var dongle = DongleSimulator.start(options); var client = client(dongle)) {
            client.send(spaced("59590001001c01024142313233344735363700000000000000081106001b00013a9d"));
            client.receive(44);
            assertEquals(1, image.read(Space.HOLDING, 27).orElseThrow());
            assertEquals(List.of(new Request(0x11, 6, 27, 1, List.of(1))), dongle.requests());
            dongle.clearRequests();
            assertEquals(List.of(), dongle.requests());
        }
    }

    @ParameterizedTest
    @MethodSource("writesThatFail")
    void writesFailAsTold(DongleFault fault, String answer, int after) throws IOException {
        try (var dongle = DongleSimulator.start(options); var client = client(dongle)) {
            dongle.faults().add(fault, Scope.next(1));
            String write = "59590001001c01024142313233344735363700000000000000081106001b00013a9d";
            assertEquals(spaced(answer + ANSWER), client.ask(spaced(write + READ), spaced(answer + ANSWER)));
            assertEquals(after, image.read(Space.HOLDING, 27).orElseThrow());
        }
    }

    static Stream<Arguments> writesThatFail() {
        DongleFrames frames = new DongleFrames("WF1234G567");
        return Stream.of(Arguments.of(new DongleFault.Silence(), "", 1), Arguments.of(new DongleFault.Deaf(), "", 0),
                Arguments.of(new DongleFault.Overruled(), hex(frames.written(0x11, "SA1234G567", 27, 1)), 0),
                Arguments.of(new DongleFault.OtherEcho(0, 9), hex(frames.written(0x11, "SA1234G567", 0, 9)), 1),
                Arguments.of(new DongleFault.Refuse(true), hex(frames.refused(0x11, 6, "SA1234G567", 27, 1)), 0));
    }

    @Test
    void everyAnswerGoesToAll() throws IOException {
        try (var dongle = DongleSimulator.start(options.roundTrip(Duration.ofMillis(10)));
                var one = client(dongle);
                var other = client(dongle)) {
            // who was answered once is being served
            other.ask(spaced(READ), spaced(ANSWER));
            one.send(spaced(READ));
            assertEquals(spaced(ANSWER), one.receive(56));
            assertEquals(spaced(ANSWER), other.receive(56));
        }
    }

    @ParameterizedTest
    @CsvSource({"59590001001c01024142313233344735363700000000000000001104000000067298", // length field 0
            "59590001001c01024142313233344735363700000000000000081104000000067299", // checksum
            "59590001001c010241423132333447353637000000000000000811030000003c474a"})
    void staysSilentWhereRealOnesDo(String request) throws IOException {
        try (var dongle = DongleSimulator.start(options); var client = client(dongle)) {
            client.send(spaced(request));
            assertEquals(spaced(ANSWER), client.ask(spaced(READ), spaced(ANSWER)));
            assertEquals(1, dongle.requests().size());
        }
    }

    @Test
    void leavesClientsThatLeaveItsHeartbeats() throws IOException {
        try (var dongle = DongleSimulator.start(options.heartbeat(Duration.ofMillis(20)));
                var client = client(dongle)) {
            String heartbeat = spaced("59590001000d01015746313233344735363701");
            assertEquals(heartbeat, client.receive(19));
            assertEquals(heartbeat, client.receive(19));
            assertEquals(heartbeat, client.receive(19));
            assertThrows(IOException.class, () -> client.receive(1));
            assertEquals(0, dongle.heartbeatsAnswered());
        }
    }

    @Test
    void leavesClientsOfAnotherProtocol() throws IOException {
        try (var dongle = DongleSimulator.start(options); var client = client(dongle)) {
            client.send("00 01 00 00 00 06 01 04 00 00 00 03");
            assertThrows(IOException.class, () -> client.receive(1));
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() throws IOException {
        DongleSimulator dongle = DongleSimulator.start(options);
        try (var client = client(dongle)) {
            client.ask(spaced(READ), spaced(ANSWER));
            assertThrows(BindException.class, () -> DongleSimulator.start(options.port(dongle.port())));
            dongle.close();
            assertThrows(IOException.class, () -> client.receive(1));
        }
        dongle.say(new byte[1]);
        assertEquals(0, dongle.openConnections());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("sim-" + dongle.port())));
    }

    @Test
    void faultsAreMetInTheirOrder() {
        DongleFaults faults = new DongleFaults();
        Request request = Request.read(0x11, 4, 0, 6);
        faults.add(new DongleFault.Null(), Scope.next(2).at(60, 119));
        faults.add(new DongleFault.Silence(), Scope.next(1));
        faults.add(new DongleFault.Zeros(), Scope.ALWAYS);
        assertEquals(new DongleFault.Silence(), faults.take(request).orElseThrow());
        assertEquals(new DongleFault.Zeros(), faults.take(request).orElseThrow());
        assertEquals(new DongleFault.Null(), faults.take(Request.read(0x32, 4, 60, 60)).orElseThrow());
        faults.clear();
        assertTrue(faults.take(request).isEmpty());
    }

    @Test
    void playsRecordings(@TempDir Path folder) throws IOException {
        DongleFrames frames = new DongleFrames("WF1234G567");
        byte[] old = frames.read(0x32, 4, "BG1234G567", 60, List.of(1, 2));
        byte[] bad = frames.read(0x32, 4, "XX0000X000", 60, List.of(8, 8));
        bad[bad.length - 1] ^= 1;
        String second = hex(frames.read(0x32, 4, "BG1234G567", 61, List.of(3))) + hex(bad)
                + hex(frames.read(1, 0x16, "BG1234G567", 60, List.of(4))) + hex(frames.heartbeat())
                + hex(frames.refused(0x32, 4, "BG1234G567", 0, 1));
        Path log = Files.writeString(folder.resolve("a.log"), """
                # begin
                - rx %s
                - tx %s
                - rx %s
                - rx %s

                # end
                """.formatted(hex(old), READ, second.substring(0, 70), second.substring(70)));
        var devices = DongleCapture.replayed(log);
        assertEquals(List.of(1, 0x32), List.copyOf(devices.keySet()));
        DongleDevice pack = devices.get(0x32);
        assertEquals("BG1234G567", pack.serial());
        assertEquals(1, pack.registers().read(Space.INPUT, 60).orElseThrow());
        assertEquals(3, pack.registers().read(Space.INPUT, 61).orElseThrow());
        assertEquals(4, devices.get(1).product().read(Space.INPUT, 60).orElseThrow());
    }

    @Test
    void readsTheBlocksBesideARecording(@TempDir Path folder) throws IOException {
        Path json = Files.writeString(folder.resolve("a.json"), """
                {"notes": "x", "blocks": [
                  {"address": "0x11", "type": "HR", "base": 0, "count": 2, "values": [8193, 65535]},
                  {"address": "0x11", "type": "IR", "base": 0, "count": 1, "values": [1]},
                  {"address": "0x01", "type": "MR", "base": 60, "count": 1, "values": [5]}]}""");
        var devices = DongleCapture.devices(DongleCapture.blocks(json), "SA1234G567");
        assertEquals(65535, devices.get(0x11).registers().read(Space.HOLDING, 1).orElseThrow());
        assertEquals(1, devices.get(0x11).registers().read(Space.INPUT, 0).orElseThrow());
        assertEquals(5, devices.get(1).product().read(Space.INPUT, 60).orElseThrow());
    }

    private static RawClient client(DongleSimulator dongle) throws IOException {
        return new RawClient(dongle.host(), dongle.port());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String spaced(String hex) {
        return HexFormat.ofDelimiter(" ").formatHex(HexFormat.of().parseHex(hex));
    }
}
