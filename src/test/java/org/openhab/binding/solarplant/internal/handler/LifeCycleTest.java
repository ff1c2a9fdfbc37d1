/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.types.State;

/** Handlers begin and end at once and leave nothing behind, whatever the network does. */
@NonNullByDefault
@Timeout(300)
class LifeCycleTest {

    private static final int CYCLES = 1000;
    /** Far below the time limits of the network here, far above what a slow machine needs. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Map<String, Object> PATIENT = Map.of("connectTimeout", 60, "requestTimeout", 60);

    /** Writes down whatever a thing says. */
    private static final class Voice implements HostListener {
        private final ThingUID thing;
        private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

        Voice(ThingUID thing) {
            this.thing = thing;
        }

        /** All since it was told to end. */
        List<String> lastWords() {
            return said.stream().dropWhile(word -> !"UNINITIALIZED".equals(word)).toList();
        }

        @Override
        public void statusChanged(Thing changed, ThingStatusInfo status) {
            if (thing.equals(changed.getUID())) {
                said.add(status.toString());
            }
        }

        @Override
        public void stateUpdated(ChannelUID channel, State state) {
            if (thing.equals(channel.getThingUID())) {
                said.add(channel.getId());
            }
        }
    }

    private static int scheduledTasks() {
        return ((ScheduledThreadPoolExecutor) ThreadPoolManager.getScheduledPool("thingHandler")).getQueue().size();
    }

    private static Duration time(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void assertEndsAtOnce(TestPlant plant, ThingUID uid) {
        Voice voice = new Voice(uid);
        plant.host.addListener(voice);
        Duration end = time(() -> plant.host.setEnabled(uid, false));
        assertTrue(end.compareTo(AT_ONCE) < 0, end::toString);
        plant.await(() -> TestPlant.workers().isEmpty());
        assertEquals(List.of("UNINITIALIZED", "UNINITIALIZED (DISABLED)"), voice.lastWords());
        assertEquals(List.of(), plant.log.all());
    }

    @Test
    void aSilentListenerHoldsNobodyUp() throws IOException {
        try (TestPlant plant = new TestPlant();
                ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            plant.addPlant(PATIENT);
            Duration start = time(() -> plant.addInverter("roof", "127.0.0.1", silent.getLocalPort(), Map.of()));
            assertTrue(start.compareTo(AT_ONCE) < 0, start::toString);
            plant.await(() -> "@text/unknown.waiting".equals(plant.status(TestPlant.ROOF).getDescription()));
            assertEquals(ThingStatus.UNKNOWN, plant.status(TestPlant.ROOF).getStatus());
            try (Socket caller = silent.accept()) {
                assertEndsAtOnce(plant, TestPlant.PLANT);
                while (caller.getInputStream().read() >= 0) {
                    // the rest of what was asked; the end comes only if the other side has let go
                }
            }
        }
    }

    @Test
    void aHostThatSwallowsConnectionsHoldsNobodyUp() throws IOException {
        try (TestPlant plant = new TestPlant();
                ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // nobody accepts: beyond these the system answers no attempt to connect
            for (int waiting = 0; waiting < 4; waiting++) {
                SocketChannel caller = plant.closing(SocketChannel.open());
                caller.configureBlocking(false);
                caller.connect(full.getLocalSocketAddress());
            }
            plant.addPlant(PATIENT);
            Duration start = time(() -> plant.addInverter("roof", "127.0.0.1", full.getLocalPort(), Map.of()));
            assertTrue(start.compareTo(AT_ONCE) < 0, start::toString);
            plant.await(() -> !TestPlant.workers().isEmpty());
            assertEndsAtOnce(plant, TestPlant.PLANT);
        }
    }

    @Test
    void aPollUnderWayIsGivenUp() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            device.faults().add(new Fault.Silence());
            plant.addPlant(PATIENT);
            plant.addInverter("roof", device, Map.of());
            plant.await(() -> !device.requests().isEmpty());
            Voice voice = new Voice(TestPlant.ROOF);
            plant.host.addListener(voice);
            plant.host.setEnabled(TestPlant.ROOF, false);
            plant.await(() -> device.openConnections() == 0);
            plant.handler().tick();
            assertEquals(List.of("UNINITIALIZED", "UNINITIALIZED (DISABLED)"), voice.lastWords());
            assertEquals(List.of(), plant.log.all());

            device.faults().clear();
            plant.host.setEnabled(TestPlant.ROOF, true);
            plant.awaitOnline(TestPlant.ROOF);
        }
    }

    @Test
    void aThousandLivesOfAnInverterLeaveNothingBehind() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            int tasks = scheduledTasks();
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            plant.addPlant(Map.of());
            plant.addInverter("roof", device, Map.of());
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                plant.host.setEnabled(TestPlant.ROOF, false);
                plant.host.setEnabled(TestPlant.ROOF, true);
            }
            plant.awaitShown(TestPlant.ROOF);
            assertTrue(TestPlant.workers().size() <= 10, TestPlant.workers()::toString);
            assertEndsAtOnce(plant, TestPlant.PLANT);
            plant.await(() -> device.openConnections() == 0);
            plant.await(() -> scheduledTasks() <= tasks);
        }
    }

    @Test
    void aThousandLivesOfAPlantLeaveNothingBehind() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ModbusSimulator device = plant.simulate(TestPlant.string());
            plant.addInverter("garage", device, Map.of());
            plant.addPart("battery", "cellar", "battery:" + TestPlant.SERIAL + "-battery-1");
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                plant.host.setEnabled(TestPlant.PLANT, false);
                plant.host.setEnabled(TestPlant.PLANT, true);
            }
            plant.awaitShown(TestPlant.inverter("garage"));
            plant.awaitShown(TestPlant.ROOF);
            int tasks = scheduledTasks();
            assertEndsAtOnce(plant, TestPlant.PLANT);
            plant.await(() -> device.openConnections() == 0);
            plant.await(() -> scheduledTasks() < tasks);
        }
    }

    @Test
    void comingsAndGoingsMayCross() throws Exception {
        try (TestPlant plant = TestPlant.running()) {
            ThingUID garage = plant.addInverter("garage", plant.simulate(TestPlant.string()), Map.of());
            ThingUID battery = plant.addPart("battery", "cellar", "battery:" + TestPlant.SERIAL + "-battery-1");
            CompletableFuture<Void> inverters = CompletableFuture.runAsync(() -> {
                for (int cycle = 0; cycle < CYCLES / 4; cycle++) {
                    plant.host.setEnabled(garage, cycle % 2 == 0);
                    plant.host.setEnabled(TestPlant.ROOF, cycle % 3 == 0);
                }
            });
            for (int cycle = 0; cycle < CYCLES / 4; cycle++) {
                plant.host.updateConfiguration(TestPlant.PLANT,
                        Map.of("maxConcurrent", 1 + cycle % 7, "requestTimeout", 5 + cycle % 5 / 4, "gridMeter",
                                cycle % 11 == 0 ? "nonsense" : ""));
                plant.pass(Duration.ofSeconds(7));
            }
            inverters.get(120, TimeUnit.SECONDS);
            plant.host.updateConfiguration(TestPlant.PLANT, Map.of("gridMeter", ""));
            plant.host.setEnabled(garage, true);
            plant.host.setEnabled(TestPlant.ROOF, true);
            for (ThingUID uid : List.of(TestPlant.PLANT, TestPlant.ROOF, garage, battery)) {
                plant.awaitOnline(uid);
            }
            plant.await(() -> "2".equals(plant.text(TestPlant.PLANT, "fleet#connected")));
            assertEquals(List.of(), plant.log.complaints());
        }
    }

    @Test
    void aThingThatIsRemovedIsGone() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            plant.host.remove(TestPlant.ROOF);
            plant.await(() -> plant.host.thing(TestPlant.ROOF) == null);
            plant.awaitState(TestPlant.PLANT, "pv#power", "UNDEF");
            // it takes its turn, and so ends when all is said
            plant.handler().tick();
            plant.host.remove(TestPlant.PLANT);
            plant.await(() -> plant.host.thing(TestPlant.PLANT) == null);
            plant.await(() -> TestPlant.workers().isEmpty());
            assertEquals(List.of(), plant.log.all());
        }
    }

    @Test
    void aPlantThatCannotWorkHoldsNothing() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of("gridMeter", "nonsense"));
            plant.awaitOffline(TestPlant.PLANT, ThingStatusDetail.CONFIGURATION_ERROR);
            plant.handler().tick();
            assertEquals(0, plant.handler().snapshot().version());
            assertEndsAtOnce(plant, TestPlant.PLANT);
        }
    }
}
