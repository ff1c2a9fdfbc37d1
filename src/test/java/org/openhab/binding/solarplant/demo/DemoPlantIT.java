/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

/** The demo's plants with the built JAR: all vendors in one plant, and nothing of it counted twice. */
@NonNullByDefault
@Timeout(180)
class DemoPlantIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    /** Not the demo's own: it may be running. */
    private static final int FIRST_PORT = 25041;
    /** Each inverter rounds to whole watts, some of them three phases or two strings. */
    private static final double ROUNDING = 20;

    @Test
    void fourHousesOfThreeVendorsAddUp(@TempDir Path folder) throws IOException, BundleException {
        Path jar = Path.of(System.getProperty("bundle.jar"));
        try (SimulatedPlant devices = new SimulatedPlant(ZoneId.systemDefault(), FIRST_PORT);
                HostedPlant plant = HostedPlant.start(folder.resolve("cache"), jar, things(folder))) {
            assertTrue(plant.host().await(() -> plant.things().stream().allMatch(ThingView::isOnline), LIMIT),
                    () -> plant.things().stream().filter(thing -> !thing.isOnline()).toList().toString());
            // the plant is published before its devices: between the two they are of different moments
            assertTrue(plant.host().await(() -> addsUp(plant.things()), LIMIT), () -> devices.addresses());

            List<ThingView> home = home(plant.things());
            assertEquals(Set.of("SolaX", "GivEnergy", "AlphaESS"), contributors(home, "pv#power"));
            assertEquals(Set.of("SolaX", "GivEnergy", "AlphaESS"), contributors(home, "load#power"));
            assertEquals("cloud",
                    thing(home, "inverter:home:annex").channel("status#data-source").orElseThrow().state());
            assertEquals("direct",
                    thing(home, "inverter:home:workshop").channel("status#data-source").orElseThrow().state());
            // the account is asked once a second: what its charger takes is known some calls later
            assertTrue(plant.host().await(() -> charging(home(plant.things())), LIMIT),
                    "the car takes a part of what the annex uses");
        }
    }

    /** The demo's own file, with other ports. */
    private static Path things(Path folder) throws IOException {
        String things = Files.readString(Path.of("src", "demo", "plant.yaml"));
        for (int device = 0; device < 7; device++) {
            things = things.replace(Integer.toString(SimulatedPlant.FIRST_PORT + device),
                    Integer.toString(FIRST_PORT + device));
        }
        return Files.writeString(folder.resolve("plant.yaml"), things);
    }

    /** Each total is the sum over the inverters, and what comes in is what the houses say that they use. */
    private static boolean addsUp(List<ThingView> things) {
        List<ThingView> home = home(things);
        ThingView plant = thing(home, "plant:home");
        boolean sums = List.of("pv#power", "grid#power", "battery#power", "load#power").stream().allMatch(
                channel -> Math.abs(figure(plant, channel) - inverters(home, channel)) < ROUNDING);
        double balance = figure(plant, "pv#power") + figure(plant, "grid#power") + figure(plant, "battery#power");
        return sums && Math.abs(balance - figure(plant, "load#power")) < ROUNDING;
    }

    private static boolean charging(List<ThingView> home) {
        double watts = figure(thing(home, "ev-charger:home:annex"), "charger#power");
        return watts > 0 && watts < figure(thing(home, "inverter:home:annex"), "load#power");
    }

    private static double inverters(List<ThingView> home, String channel) {
        return home.stream().filter(thing -> "inverter".equals(thing.type()))
                .mapToDouble(thing -> thing.channel(channel).map(found -> found.number().orElse(0)).orElse(0.0)).sum();
    }

    private static Set<String> contributors(List<ThingView> home, String channel) {
        return home.stream().filter(thing -> "inverter".equals(thing.type()))
                .filter(thing -> thing.channel(channel).filter(found -> found.number().orElse(0) > 0).isPresent())
                .map(thing -> thing.properties().get("vendor")).collect(Collectors.toSet());
    }

    private static double figure(ThingView thing, String channel) {
        return thing.channel(channel).map(found -> found.number().orElse(Double.NaN)).orElse(Double.NaN);
    }

    private static List<ThingView> home(List<ThingView> things) {
        return things.stream().filter(thing -> "home".equals(thing.plant())).toList();
    }

    private static ThingView thing(List<ThingView> things, String uid) {
        return things.stream().filter(thing -> thing.uid().equals("solarplant:" + uid)).findFirst().orElseThrow();
    }
}
