/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.demo.HostedPlant;
import org.openhab.binding.solarplant.demo.PageView;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxMicImage;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.type.ChannelKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** The built JAR in a real OSGi framework, from its start to its end. */
@NonNullByDefault
@Timeout(180)
class FelixIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** The pools of openHAB itself, and the simulators. */
    private static final List<String> OF_OTHERS = List.of("OH-thingHandler-", "OH-discovery-", "OH-common-", "sim-");
    private static final String ADD_ON = "org.openhab.binding.solarplant";

    @TempDir
    @SuppressWarnings("null")
    Path folder;

    @SuppressWarnings("null")
    private ModbusSimulator roof;
    @SuppressWarnings("null")
    private ModbusSimulator garage;
    @SuppressWarnings("null")
    private DongleSimulator ems;
    @SuppressWarnings("null")
    private DongleSimulator barn;

    @BeforeEach
    void startDevices() throws IOException {
        DayCurve curve = new DayCurve(Site.home(ZoneOffset.UTC));
        Clock noon = Clock.fixed(Instant.parse("2026-06-01T10:10:00Z"), ZoneOffset.UTC);
        roof = ModbusSimulator.serve(new SolaxImage(SolaxModel.x3(), curve, noon));
        garage = ModbusSimulator.serve(SolaxMicImage.boost(curve, noon));
        GivEnergyPlant farm = new GivEnergyPlant(new DayCurve(Site.farm(ZoneOffset.UTC)), noon);
        ems = DongleSimulator.start(farm.ems());
        barn = DongleSimulator.start(farm.inverter());
    }

    @AfterEach
    void stopDevices() {
        roof.close();
        garage.close();
        ems.close();
        barn.close();
    }

    @Test
    void theJarLivesAndDiesInAFramework() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Path jar = Path.of(System.getProperty("bundle.jar"));
        try (HostedPlant plant = HostedPlant.start(folder.resolve("cache"), jar, things())) {
            Host host = plant.host();
            Bundle addOn = addOn(plant);
            assertEquals(Bundle.ACTIVE, addOn.getState());
            awaitWork(host);
            assertEquals(1, plant.runtime().context().getServiceReferences(DiscoveryService.class,
                    "(component.name=*.NetworkDiscoveryService)").size(), "the network can be scanned");
            await(host, () -> host.inbox().results().size() == 5);
            assertEquals(List.of("Battery BJ25…002 of CE25…001", "Battery BJ25…003 of CE25…001",
                    "Meter 3 of EMS2…001", "Meter 1 of H34A…001", "Meter 2 of H34A…001"),
                    host.inbox().results().stream().map(DiscoveryResult::getLabel).toList());
            await(host, () -> plant.pages().stream().map(PageView::uid).toList()
                    .equals(List.of("solarplant_farm", "solarplant_home")));

            assertTrue(plant.console("solarplant list").contains("solarplant:inverter:home:roof"),
                    () -> plant.console("solarplant list"));
            assertTrue(plant.console("solarplant poll roof").startsWith("It answered"));

            addOn.stop();
            awaitEnd(host);
            assertEquals(List.of(), plant.pages(), "the pages go with the add-on");
            assertEquals("Commands: \n", plant.console("solarplant list"), "its command goes with it");

            addOn.start();
            awaitWork(host);

            refresh(plant, addOn);
            assertEquals(Bundle.ACTIVE, addOn.getState());
            awaitWork(host);

            addOn.uninstall();
            awaitEnd(host);
        }
        List<Thread> ours = Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread))
                .filter(thread -> OF_OTHERS.stream().noneMatch(thread.getName()::startsWith)).toList();
        for (Thread thread : ours) {
            // the framework says that it has stopped a moment before its last thread ends
            thread.join(LIMIT.toMillis());
        }
        List<String> left = ours.stream().filter(Thread::isAlive).map(Thread::getName).toList();
        assertTrue(left.isEmpty(), left::toString);
    }

    private Path things() throws IOException {
        return Files.writeString(folder.resolve("things.yaml"), """
                version: 1
                things:
                  solarplant:plant:home:
                    isBridge: true
                    label: Home
                  solarplant:inverter:home:roof:
                    bridge: solarplant:plant:home
                    config: {host: %s, port: %d, requestGap: 0}
                  solarplant:inverter:home:garage:
                    bridge: solarplant:plant:home
                    config: {host: %s, port: %d, requestGap: 0}
                  solarplant:battery:home:cellar:
                    bridge: solarplant:plant:home
                    config: {deviceId: "battery:H34A10DEMO0001-battery-1"}
                  solarplant:plant:farm:
                    isBridge: true
                    label: Farm
                  solarplant:ems:farm:ems:
                    bridge: solarplant:plant:farm
                    config: {host: %s, port: %d, requestGap: 0}
                  solarplant:inverter:farm:barn:
                    bridge: solarplant:plant:farm
                    config: {connection: givenergy, host: %s, port: %d, requestGap: 0}
                  solarplant:inverter:farm:stable:
                    bridge: solarplant:plant:farm
                    config: {connection: via-ems, serial: "CE2501A002"}
                  solarplant:battery:farm:pack:
                    bridge: solarplant:plant:farm
                    config: {deviceId: "battery:BJ2501P001"}
                  solarplant:meter:farm:grid:
                    bridge: solarplant:plant:farm
                    config: {deviceId: "meter:EMS2501001-meter-1"}
                """.formatted(roof.host(), roof.port(), garage.host(), garage.port(), ems.host(), ems.port(),
                barn.host(), barn.port()));
    }

    private static Bundle addOn(HostedPlant plant) {
        return Arrays.stream(plant.runtime().context().getBundles())
                .filter(bundle -> ADD_ON.equals(bundle.getSymbolicName())).findFirst().orElseThrow();
    }

    /** Wires the bundle anew, as openHAB does when something that it uses was replaced. */
    private static void refresh(HostedPlant plant, Bundle addOn) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        plant.runtime().context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .refreshBundles(List.of(addOn), event -> done.countDown());
        assertTrue(done.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    /** Everything is online and shows values. */
    private static void awaitWork(Host host) {
        await(host, () -> host.things().stream()
                .allMatch(thing -> thing.getStatus() == ThingStatus.ONLINE && thing.getHandler() != null
                        && thing.getStatusInfo().getDescription() == null && showsValues(host, thing)));
        assertEquals(10, host.things().size());
    }

    /** All values; on the farm some, for an EMS tells no energies and nobody polls the inverter that only it knows. */
    private static boolean showsValues(Host host, Thing thing) {
        List<Channel> channels = thing.getChannels().stream().filter(channel -> channel.getKind() == ChannelKind.STATE)
                .toList();
        long shown = channels.stream().filter(channel -> host.state(channel.getUID()) != null).count();
        boolean farm = thing.getUID().getAsString().contains(":farm");
        return shown > 1 && (farm || shown == channels.size());
    }

    /** No handler, no thread and no connection is left. */
    private void awaitEnd(Host host) {
        await(host, () -> host.things().stream().allMatch(thing -> thing.getHandler() == null
                && thing.getStatus() == ThingStatus.UNINITIALIZED));
        await(host, () -> roof.openConnections() == 0 && garage.openConnections() == 0
                && ems.openConnections() == 0 && barn.openConnections() == 0);
        await(host, () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("OH-solarplant-")));
    }

    private static void await(Host host, BooleanSupplier condition) {
        assertTrue(host.await(condition, LIMIT), () -> host.things().stream()
                .map(thing -> thing.getUID() + " " + thing.getStatusInfo()).toList().toString());
    }
}
