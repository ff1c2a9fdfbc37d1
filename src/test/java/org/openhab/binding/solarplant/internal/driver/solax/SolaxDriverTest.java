/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Await;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;

/** Polls of a SolaX inverter: how many requests they take, what they say, and how they fail. */
@NonNullByDefault
@Timeout(30)
class SolaxDriverTest {

    private static Failure failure(SolaxRig rig) {
        return assertThrows(PollException.class, () -> rig.driver.poll(Cadence.FULL)).failure();
    }

    private static MapImage hybrid(String serial, int power) {
        return new MapImage().zeros(Space.HOLDING, 0, 0x18F).zeros(Space.INPUT, 0, 0x3FF)
                .putText(Space.HOLDING, 0, 7, serial).put(Space.INPUT, 0x0002, power);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fewestRequestsOnceTheInverterIsKnown(int phases) throws Exception {
        SolaxModel model = phases == 1 ? SolaxModel.x1() : SolaxModel.x3();
        // solax.md §4.1; a second meter lies beyond the first request
        for (boolean garage : List.of(false, true)) {
            try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(model, garage))) {
                rig.driver.poll(Cadence.FULL);
                rig.requests();
                for (int i = 0; i < 2; i++) {
                    rig.driver.poll(Cadence.FAST);
                    assertEquals(garage ? 2 : 1, rig.requests().size());
                    rig.driver.poll(Cadence.FULL);
                    assertEquals(3, rig.requests().size());
                }
            }
        }
    }

    @Test
    void settingsAreAskedEveryFiveMinutesAfterAnOrderAndWhenSomebodyWantsAll() throws Exception {
        Instant[] now = {SolaxRig.NOON};
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3()), SolaxRig.PLAIN, () -> now[0])) {
            rig.driver.poll(Cadence.FULL);
            rig.requests();
            List<Integer> requests = new ArrayList<>();
            for (int minute = 1; minute <= 10; minute++) {
                now[0] = now[0].plusSeconds(60);
                rig.driver.poll(Cadence.FULL);
                requests.add(rig.requests().size());
            }
            assertEquals(List.of(3, 3, 3, 3, 5, 3, 3, 3, 3, 5), requests);
            rig.driver.poll(Cadence.WHOLE);
            assertEquals(5, rig.requests().size());
            assertEquals(Outcome.Verified.class, rig.set("min-state-of-charge=33").getClass());
            rig.requests();
            rig.driver.poll(Cadence.FULL);
            assertEquals(5, rig.requests().size());
            rig.driver.apply(new Order.ForcePower(rig.device(), BigDecimal.valueOf(-1000), Duration.ofMinutes(5)));
            rig.requests();
            rig.driver.poll(Cadence.FULL);
            assertEquals(3, rig.requests().size(), "a power for a while is no setting");
        }
    }

    @Test
    void fullPollWithoutMetersAndRemoteControlTakesTwoRequests() throws Exception {
        MapImage core = hybrid("H34A10ABCDEF12", 1243).remove(Space.INPUT, 0x0100, 0x3FF);
        try (SolaxRig rig = SolaxRig.of(core)) {
            rig.driver.poll(Cadence.FULL);
            rig.requests();
            rig.driver.poll(Cadence.FULL);
            assertEquals(2, rig.requests().size());
        }
    }

    @Test
    void batteryAndMetersAppearWhenTheRegistersTellOfThem() throws Exception {
        MapImage image = hybrid("H34A10ABCDEF12", 1243).put(Space.INPUT, 0x001C, 98);
        try (SolaxRig rig = SolaxRig.of(image)) {
            assertEquals(List.of("inverter:H34A10ABCDEF12"), ids(rig.driver.poll(Cadence.FULL)));
            image.put(Space.INPUT, 0x0017, 1);
            List<Reading> withBattery = rig.driver.poll(Cadence.FULL);
            assertEquals(List.of("inverter:H34A10ABCDEF12", "battery:H34A10ABCDEF12-battery-1"), ids(withBattery));
            assertEquals("98", SolaxRig.text(withBattery.get(1), "battery#state-of-charge"));
            assertEquals(new DeviceId(DeviceKind.INVERTER, "H34A10ABCDEF12"), withBattery.get(1).device().owner());
            image.put(Space.INPUT, 0x00B8, 1, 1).putLong(Space.INPUT, 0x0046, -723);
            List<Reading> all = rig.driver.poll(Cadence.FULL);
            assertEquals(List.of("inverter:H34A10ABCDEF12", "battery:H34A10ABCDEF12-battery-1",
                    "meter:H34A10ABCDEF12-meter-1", "meter:H34A10ABCDEF12-meter-2"), ids(all));
            assertEquals("723", SolaxRig.text(all.get(2), "meter#power"), "import is positive");
            assertEquals(ids(all), ids(rig.driver.poll(Cadence.FAST)), "what is known stays known");
        }
    }

    private static List<String> ids(List<Reading> readings) {
        return readings.stream().map(reading -> reading.device().id().toString()).toList();
    }

    @Test
    void refusedRegistersAreSoughtOnceForEachConnection() throws Exception {
        MapImage image = hybrid("H34A10ABCDEF12", 1243).remove(Space.INPUT, 0x006E, 0x006E);
        try (SolaxRig rig = SolaxRig.of(image)) {
            Reading first = rig.driver.poll(Cadence.FULL).getFirst();
            assertEquals("1243", SolaxRig.text(first, "output#power"));
            assertEquals("none", SolaxRig.text(first, "output#l2-voltage"));
            assertEquals("0", SolaxRig.text(first, "output#l3-voltage"), "its neighbours are still read");
            List<String> seeking = rig.requests();
            assertTrue(seeking.size() > 10 && seeking.size() < 30, seeking.toString());
            rig.driver.poll(Cadence.FULL);
            List<String> known = rig.requests();
            assertTrue(known.size() <= 4 + 2, known.toString());
            assertTrue(known.stream().noneMatch(SolaxDriverTest::reachesTheGap), known.toString());
            rig.driver.poll(Cadence.FULL);
            assertEquals(known, rig.requests());

            rig.dropConnections();
            assertEquals(Failure.Kind.UNREACHABLE, failure(rig).kind());
            rig.requests();
            rig.driver.poll(Cadence.FULL);
            assertTrue(rig.requests().stream().anyMatch(SolaxDriverTest::reachesTheGap), "looked for anew");
        }
    }

    private static boolean reachesTheGap(String request) {
        int start = Integer.parseInt(request.substring(2, 6), 16);
        return request.startsWith("4:") && start <= 0x6E
                && start + Integer.parseInt(request.substring(7)) > 0x6E;
    }

    @Test
    void deviceThatRefusesAllItsValues() throws Exception {
        try (SolaxRig rig = SolaxRig.of(hybrid("H34A10ABCDEF12", 0).remove(Space.INPUT, 0, 0x3FF)
                .remove(Space.HOLDING, 0x0085, 0x018F))) {
            assertEquals(new Failure(Failure.Kind.REFUSED, "2"), failure(rig));
        }
    }

    @Test
    void busyDeviceKeepsItsConnectionAndIsAskedAgain() throws Exception {
        try (SolaxRig rig = SolaxRig.of(hybrid("H34A10ABCDEF12", 1243))) {
            rig.driver.poll(Cadence.FAST);
            rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.GATEWAY_TARGET_SILENT), Scope.next(1));
            assertEquals(new Failure(Failure.Kind.REFUSED, "11"), failure(rig));
            rig.driver.poll(Cadence.FAST);
            assertEquals(1, rig.simulator.connectionsAccepted());
        }
    }

    @Test
    void nobodyThere() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", port, Framing.TCP, Duration.ofSeconds(2),
                Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO);
        try (ModbusDriver driver = SolaxDriver.of(new ModbusTcpTransport(endpoint, Ticker.SYSTEM), SolaxRig.PLAIN,
                new ProfileStore(), InstantSource.fixed(SolaxRig.NOON), () -> ZoneOffset.UTC)) {
            assertEquals(new Failure(Failure.Kind.UNREACHABLE, "127.0.0.1:" + port),
                    assertThrows(PollException.class, () -> driver.poll(Cadence.FULL)).failure());
        }
    }

    @Test
    void wrongUnitIdBehindAGateway() throws Exception {
        SimulatorOptions gateway = SimulatorOptions.modbusTcp().unit(7, hybrid("H34A10ABCDEF12", 1243));
        try (SolaxRig rig = SolaxRig.of(gateway, SolaxRig.PLAIN)) {
            assertEquals(new Failure(Failure.Kind.REFUSED, "11"), failure(rig));
        }
        SolaxSettings seven = SolaxSettings.at(7);
        try (SolaxRig rig = SolaxRig.of(gateway, seven)) {
            assertEquals("H34A10ABCDEF12", rig.driver.poll(Cadence.FULL).getFirst().device().id().key());
        }
    }

    @Test
    void profilesThatCannotBeUsed() throws Exception {
        ProfileException table = unusable("a-table");
        ProfileException map = unusable("a-map");
        ProfileStore broken = Mockito.mock(ProfileStore.class);
        Mockito.when(broken.models("solax")).thenThrow(table);
        assertBadProfile(broken, "a-table.json");
        ProfileStore half = Mockito.mock(ProfileStore.class);
        Mockito.when(half.models("solax")).thenReturn(new ProfileStore().models("solax"));
        Mockito.when(half.profile("solax", "hybrid"))
                .thenThrow(map);
        assertBadProfile(half, "a-map.json");
    }

    private static ProfileException unusable(String id) {
        return assertThrows(ProfileException.class, () -> new ProfileStore().profile("solax", id));
    }

    private static void assertBadProfile(ProfileStore store, String file) throws IOException {
        try (SolaxRig rig = SolaxRig.of(hybrid("H34A10ABCDEF12", 1243))) {
            ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", rig.simulator.port(), Framing.TCP,
                    Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO);
            try (ModbusDriver driver = SolaxDriver.of(new ModbusTcpTransport(endpoint, Ticker.SYSTEM), SolaxRig.PLAIN,
                    store, InstantSource.fixed(SolaxRig.NOON), () -> ZoneOffset.UTC)) {
                Failure failure = assertThrows(PollException.class, () -> driver.poll(Cadence.FULL)).failure();
                assertEquals(Failure.Kind.BAD_PROFILE, failure.kind());
                assertTrue(failure.arguments().getFirst().contains(file), failure.toString());
            }
        }
    }

    @Test
    void cutEndsAPollUnderWay() throws Exception {
        MapImage image = hybrid("H34A10ABCDEF12", 1243);
        try (SolaxRig rig = SolaxRig.of(image)) {
            ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", rig.simulator.port(), Framing.TCP,
                    Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ZERO, Duration.ZERO);
            try (ModbusDriver patient = SolaxDriver.of(new ModbusTcpTransport(endpoint, Ticker.SYSTEM), SolaxRig.PLAIN,
                    new ProfileStore(), InstantSource.fixed(SolaxRig.NOON), () -> ZoneOffset.UTC)) {
                rig.simulator.faults().add(new Fault.Silence(), Scope.next(1));
                CompletableFuture<Failure> failure = CompletableFuture.supplyAsync(
                        () -> assertThrows(PollException.class, () -> patient.poll(Cadence.FULL)).failure());
                Await.until(() -> !rig.simulator.requests().isEmpty());
                patient.cut();
                assertEquals(Failure.Kind.UNREACHABLE, failure.get(3, TimeUnit.SECONDS).kind());
                assertFalse(patient.poll(Cadence.FULL).isEmpty());
            }
        }
    }

    @Test
    void shortenedSerials() {
        assertEquals("H34A…F12", Serials.shortened("H34A10ABCDEF12"));
        assertEquals("ABCDEFG", Serials.shortened("ABCDEFG"));
    }
}
