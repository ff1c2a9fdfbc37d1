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

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.host.CoreServices;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.handler.TestPlant;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.config.discovery.ScanListener;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;

/** A small openHAB whose network has one address, with a simulated device behind each of its doors. */
@NonNullByDefault
final class ScanRig implements AutoCloseable {

    static final ThingUID PLANT = new ThingUID("solarplant:plant:home");
    static final Duration LIMIT = Duration.ofSeconds(60);
    /** Generous: who answers does so at once. */
    static final Duration PATIENT = Duration.ofSeconds(20);
    /** For those who never answer. */
    static final Duration SHORT = Duration.ofMillis(200);
    static final DayCurve CURVE = new DayCurve(Site.home(ZoneOffset.UTC));
    static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T10:10:00Z"), ZoneOffset.UTC);

    private static final Ticker NO_PAUSE = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos) {
            // nobody needs to wait for a device that is simulated
        }
    };

    final TestPlant plant = new TestPlant();
    final Host host = plant.host();
    final List<Door<?>> doors = new ArrayList<>();
    final NetworkDiscoveryService service;
    private final ProfileStore profiles = new ProfileStore();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    ScanRig() {
        this(Locale.ENGLISH);
    }

    /** With labels in this language. */
    ScanRig(Locale language) {
        Host texts = closing(new Host(language, ZoneId.of("UTC")));
        texts.install(Path.of("src/main/resources/OH-INF"));
        service = new NetworkDiscoveryService(host.registries().things(),
                new ChannelLabels(texts.translations(), texts.localeProvider()),
                () -> List.of(InetAddress.getLoopbackAddress()), () -> List.copyOf(doors));
        host.inbox().add(service);
    }

    static RegisterImage solax() {
        return new SolaxImage(SolaxModel.x3(), CURVE, NOON);
    }

    ScanRig withPlant() {
        return withPlant(PLANT);
    }

    ScanRig withPlant(ThingUID uid) {
        host.add(new ThingEntry(uid, true, null, uid.getId(), Map.of()));
        return this;
    }

    ThingUID addInverter(String id, Map<String, Object> config) {
        ThingUID uid = new ThingUID("solarplant:inverter:home:" + id);
        host.add(new ThingEntry(uid, false, PLANT, id, config));
        return uid;
    }

    ModbusSimulator modbus(RegisterImage image) throws IOException {
        return modbus(SimulatorOptions.modbusTcp().anyUnit(image), PATIENT);
    }

    /** A device behind a Modbus door at which one waits so long for an answer. */
    ModbusSimulator modbus(SimulatorOptions options, Duration answer) throws IOException {
        ModbusSimulator simulator = closing(ModbusSimulator.start(options));
        modbusDoor(simulator.port(), answer);
        return simulator;
    }

    void modbusDoor(int port, Duration answer) {
        doors.add(Door.modbus(port, profiles, new Door.Waiting(PATIENT, answer, NO_PAUSE)));
    }

    DongleSimulator dongle(DongleOptions options) throws IOException {
        return dongle(options, PATIENT);
    }

    DongleSimulator dongle(DongleOptions options, Duration answer) throws IOException {
        DongleSimulator simulator = closing(DongleSimulator.start(options));
        dongleDoor(simulator.port(), answer);
        return simulator;
    }

    void dongleDoor(int port, Duration answer) {
        doors.add(Door.dongle(port, profiles, new Door.Waiting(PATIENT, answer, NO_PAUSE)));
    }

    <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    /** Scans to the end, and says what is offered then. */
    List<DiscoveryResult> scan() {
        CountDownLatch end = start();
        try {
            if (!end.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the scan does not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return offers();
    }

    /** Starts a scan; what it returns opens at the end, whatever end that is. */
    CountDownLatch start() {
        CountDownLatch end = new CountDownLatch(1);
        service.startScan(new ScanListener() {
            @Override
            public void onFinished() {
                end.countDown();
            }

            @Override
            public void onErrorOccurred(Exception exception) {
                end.countDown();
            }
        });
        return end;
    }

    /** What the service would tell an inbox that has not listened before. */
    List<DiscoveryResult> offers() {
        List<DiscoveryResult> offers = new ArrayList<>();
        DiscoveryListener listener = new DiscoveryListener() {
            @Override
            public void thingDiscovered(DiscoveryService source, DiscoveryResult result) {
                offers.add(result);
            }

            @Override
            public void thingRemoved(DiscoveryService source, ThingUID thingUID) {
                // only what is known already is of interest
            }

            @Override
            public @Nullable Collection<ThingUID> removeOlderResults(DiscoveryService source, Instant timestamp,
                    @Nullable Collection<ThingTypeUID> types, @Nullable ThingUID bridge) {
                return null;
            }
        };
        service.addDiscoveryListener(listener);
        service.removeDiscoveryListener(listener);
        offers.sort(Comparator.comparing(offer -> offer.getThingUID().getAsString()));
        return offers;
    }

    List<String> offeredIds() {
        return offers().stream().map(offer -> offer.getThingUID().getAsString()).toList();
    }

    boolean await(BooleanSupplier condition) {
        return host.await(condition, LIMIT);
    }

    /** The threads of scans that still live. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.startsWith("OH-solarplant-scan-") || name.startsWith("OH-solarplant-dongle-"))
                .toList();
    }

    @Override
    public void close() throws Exception {
        service.deactivate();
        plant.close();
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
