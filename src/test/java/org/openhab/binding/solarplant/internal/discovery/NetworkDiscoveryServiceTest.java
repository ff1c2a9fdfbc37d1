/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.ScanListener;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/** How a scan goes and ends, whoever is or is not there. */
@NonNullByDefault
@Timeout(180)
class NetworkDiscoveryServiceTest {

    private static final String ROOF = "solarplant:inverter:home:H34A10DEMO0001";
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final byte[] GARBAGE = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ScanRig rig = new ScanRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
        assertTrue(rig.await(() -> ScanRig.threads().isEmpty()), () -> ScanRig.threads().toString());
    }

    private static SimulatorOptions solax() {
        return SimulatorOptions.modbusTcp().anyUnit(ScanRig.solax());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whoDoesNotSpeakProperlyKeepsNobodyElseFromBeingFound() throws Exception {
        rig.withPlant();
        for (Fault fault : List.of(new Fault.Silence(), new Fault.Garbage(GARBAGE), new Fault.Drop(),
                new Fault.EmptyHeader(), new Fault.Truncated(5), new Fault.WrongLength(3),
                new Fault.ForeignFrames(Duration.ofMillis(20)), new Fault.Dribble(Duration.ofMillis(50)))) {
            rig.modbus(solax(), ScanRig.SHORT).faults().add(fault);
        }
        for (DongleFault fault : List.of(new DongleFault.Silence(), new DongleFault.Preceded(GARBAGE),
                new DongleFault.Zeros(), new DongleFault.BadChecksum(), new DongleFault.Drop(),
                new DongleFault.Refuse(true))) {
            DongleSimulator dongle = rig.dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).ems(), ScanRig.SHORT);
            dongle.faults().add(new DongleFault.Silence(), Scope.next(1));
            dongle.faults().add(fault, Scope.ALWAYS);
        }
        rig.modbusDoor(closedPort(), ScanRig.PATIENT);
        rig.dongleDoor(closedPort(), ScanRig.PATIENT);
        // each speaks the other's language
        rig.dongleDoor(rig.modbus(solax(), ScanRig.PATIENT).port(), ScanRig.SHORT);
        rig.modbusDoor(rig.dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).inverter()).port(), ScanRig.SHORT);
        rig.scan();
        assertTrue(rig.offeredIds().contains(ROOF), () -> rig.offeredIds().toString());
        assertTrue(rig.offeredIds().contains("solarplant:inverter:home:" + GivEnergyPlant.REACHABLE));
    }

    @Test
    void whoIsSilentIsNotFound() throws Exception {
        ModbusSimulator silent = rig.withPlant().modbus(solax(), ScanRig.SHORT);
        silent.faults().add(new Fault.Silence());
        DongleSimulator mute = rig.dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).ems(), ScanRig.SHORT);
        mute.faults().add(new DongleFault.Silence(), Scope.ALWAYS);
        assertEquals(List.of(), rig.scan());
        // three places of one vendor, one of the other; the last question may still be on its way to the simulator
        assertTrue(rig.await(() -> silent.requests().size() == 4), () -> silent.requests().toString());
        assertTrue(rig.await(() -> mute.requests().size() == 2), () -> mute.requests().toString());
        assertTrue(rig.await(() -> silent.openConnections() == 0 && mute.openConnections() == 0));
    }

    @Test
    void aDeviceInUseIsNotTouched() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(solax().maxConnections(1), ScanRig.PATIENT);
        ThingUID roof = rig.addInverter("roof", Map.of("host", "localhost", "port", device.port()));
        assertTrue(rig.host.awaitStatus(roof, ThingStatus.ONLINE, ScanRig.LIMIT));
        // a second door of the same device
        rig.modbus(solax(), ScanRig.PATIENT);
        int connections = device.connectionsAccepted();
        assertEquals(List.of(), rig.scan());
        assertEquals(connections, device.connectionsAccepted());
        assertEquals(ThingStatus.ONLINE, rig.host.things().getLast().getStatus());
    }

    @Test
    void whatHasItsThingIsNotOffered() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(solax(), ScanRig.PATIENT);
        rig.addInverter("roof", Map.of("connection", "via-ems", "serial", "H34A10DEMO0001"));
        assertEquals(List.of(), rig.scan());
        assertEquals(1, device.requests().size(), "it was asked who it is");
    }

    @Test
    void withoutAPlantThatComesFirst() throws Exception {
        ModbusSimulator device = rig.modbus(solax(), ScanRig.PATIENT);
        DiscoveryResult plant = rig.scan().getFirst();
        assertEquals(List.of("solarplant:plant:home"), rig.offeredIds());
        assertEquals("Solar Plant", plant.getLabel());
        assertEquals(0, device.connectionsAccepted());
        assertTrue(rig.await(() -> !rig.host.inbox().results().isEmpty()));
        rig.host.approve(plant.getThingUID());
        rig.scan();
        assertEquals(List.of(ROOF), rig.offeredIds(), "and the plant is offered no more");
    }

    @Test
    void oneOfSeveralPlantsTakesIt() throws Exception {
        ThingUID annex = new ThingUID("solarplant:plant:annex");
        ModbusSimulator device = rig.withPlant().withPlant(annex).modbus(solax(), ScanRig.PATIENT);
        rig.scan();
        assertEquals(List.of("solarplant:inverter:annex:H34A10DEMO0001", ROOF), rig.offeredIds());
        assertEquals(1, device.requests().size(), "asked once for all plants");
        assertTrue(rig.await(() -> rig.host.inbox().results().size() == 2));
        rig.host.approve(new ThingUID(ROOF));
        assertTrue(rig.await(
                () -> rig.host.inbox().results().stream().noneMatch(result -> annex.equals(result.getBridgeUID()))));
    }

    @Test
    void whatIsGoneIsOfferedNoMore() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(solax(), ScanRig.PATIENT);
        assertEquals(1, rig.scan().size());
        assertTrue(rig.await(() -> rig.host.inbox().results().size() == 1));
        device.close();
        assertTrue(rig.start().await(ScanRig.LIMIT.toSeconds(), TimeUnit.SECONDS));
        assertTrue(rig.await(() -> rig.offers().isEmpty() && rig.host.inbox().results().isEmpty()));
    }

    @Test
    void whatAScanOfferedThatWasStoppedIsTakenBackToo() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(solax(), ScanRig.PATIENT);
        ModbusSimulator silent = rig.modbus(solax(), FOR_EVER);
        silent.faults().add(new Fault.Silence());
        rig.start();
        assertTrue(rig.await(() -> !silent.requests().isEmpty() && rig.host.inbox().results().size() == 1));
        rig.service.stopScan();
        device.close();
        silent.close();
        rig.scan();
        assertTrue(rig.await(() -> rig.offers().isEmpty() && rig.host.inbox().results().isEmpty()));
    }

    /** Listeners of openHAB may wait for a lock or a queue, which an interrupted thread cannot. */
    @Test
    void whoHearsOfTheEndIsNotInterrupted() throws Exception {
        rig.withPlant().modbus(solax(), ScanRig.PATIENT);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        rig.service.startScan(new ScanListener() {
            @Override
            public void onFinished() {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }

            @Override
            public void onErrorOccurred(Exception exception) {
                interrupted.completeExceptionally(exception);
            }
        });
        assertFalse(interrupted.get(ScanRig.LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void nothingIsScannedUnasked() {
        assertFalse(rig.service.isBackgroundDiscoveryEnabled());
        assertTrue(rig.service.getScanTimeout() > 0, "openHAB ends a scan that takes too long");
    }

    static Stream<Arguments> ends() {
        return Stream.of(arguments("stopped", (Consumer<NetworkDiscoveryService>) NetworkDiscoveryService::stopScan),
                arguments("aborted", (Consumer<NetworkDiscoveryService>) NetworkDiscoveryService::abortScan),
                arguments("uninstalled", (Consumer<NetworkDiscoveryService>) NetworkDiscoveryService::deactivate));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aScanEndsHalfWay(String how, Consumer<NetworkDiscoveryService> end) throws Exception {
        ModbusSimulator silent = rig.withPlant().modbus(solax(), FOR_EVER);
        silent.faults().add(new Fault.Silence());
        ModbusSimulator never = rig.modbus(solax(), ScanRig.PATIENT);
        assertEnds(silent, rig.start(), end);
        assertEquals(List.of(), rig.offers());
        assertEquals(0, never.connectionsAccepted());
        // and the next one is none the worse for it
        silent.faults().clear();
        assertEquals(1, rig.scan().size());
    }

    private void assertEnds(ModbusSimulator silent, CountDownLatch listener, Consumer<NetworkDiscoveryService> end)
            throws InterruptedException {
        assertTrue(rig.await(() -> !silent.requests().isEmpty()));
        end.accept(rig.service);
        assertTrue(listener.await(ScanRig.LIMIT.toSeconds(), TimeUnit.SECONDS));
        assertTrue(rig.await(() -> ScanRig.threads().isEmpty()), () -> ScanRig.threads().toString());
        assertTrue(rig.await(() -> silent.openConnections() == 0));
    }

    @Test
    void aDongleIsLetGoHalfWayToo() throws Exception {
        DongleSimulator mute = rig.withPlant().dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).ems(), FOR_EVER);
        mute.faults().add(new DongleFault.Silence(), Scope.ALWAYS);
        rig.start();
        assertTrue(rig.await(() -> !mute.requests().isEmpty()));
        rig.service.stopScan();
        assertTrue(rig.await(() -> ScanRig.threads().isEmpty()), () -> ScanRig.threads().toString());
        assertTrue(rig.await(() -> mute.openConnections() == 0));
    }

    @Test
    void aNewScanTakesThePlaceOfTheOld() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(solax(), FOR_EVER);
        device.faults().add(new Fault.Silence(), Scope.next(1));
        CountDownLatch first = rig.start();
        assertTrue(rig.await(() -> !device.requests().isEmpty()));
        assertEquals(1, rig.scan().size());
        assertEquals(0, first.getCount(), "the one who waited for it knows");
    }

    @Test
    void manyAddressesAreAskedByFewThreads() throws Exception {
        rig.withPlant().modbus(solax().maxConnections(200), ScanRig.PATIENT);
        List<InetAddress> many = Stream.iterate(0, number -> number < 200, number -> number + 1)
                .map(number -> InetAddress.getLoopbackAddress()).toList();
        ConcurrentLinkedQueue<String> askers = new ConcurrentLinkedQueue<>();
        CountDownLatch end = new CountDownLatch(1);
        try (NetworkScan scan = new NetworkScan(many, List.copyOf(rig.doors), List.of(),
                find -> askers.add(Thread.currentThread().getName()), ended -> end.countDown())) {
            scan.start();
            assertTrue(end.await(ScanRig.LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        assertEquals(200, askers.size());
        assertTrue(askers.stream().distinct().count() <= 17, "sixteen at once, and one that hands out the work");
        assertTrue(askers.stream().allMatch(name -> name.startsWith("OH-solarplant-scan-")));
    }
}
