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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.types.State;

/** From the first poll to the channels. */
@NonNullByDefault
@Timeout(120)
class FirstPollTest {

    /** Writes down all states. */
    private static final class States implements HostListener {
        private final ConcurrentLinkedQueue<ChannelUID> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void stateUpdated(ChannelUID channel, State state) {
            seen.add(channel);
        }

        List<String> of(ThingUID thing) {
            return seen.stream().filter(uid -> uid.getThingUID().equals(thing)).map(ChannelUID::getId).toList();
        }
    }

    @Test
    void theFirstPollComesAtOnceAndFillsProperties() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Map<String, String> properties = plant.thing(TestPlant.ROOF).getProperties();
            assertEquals(TestPlant.SERIAL, properties.get(Thing.PROPERTY_SERIAL_NUMBER));
            assertEquals("SolaX", properties.get(Thing.PROPERTY_VENDOR));
            assertEquals("X3-Hybrid-G4", properties.get(Thing.PROPERTY_MODEL_ID));
            assertNotNull(properties.get(Thing.PROPERTY_FIRMWARE_VERSION));
            assertNull(plant.status(TestPlant.ROOF).getDescription());
            assertEquals(List.of(), plant.log.all());
        }
    }

    @Test
    void channelsAreMadeWithTypeLabelAndUnitInTheOrderOfTheCatalogue() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            Thing roof = plant.thing(TestPlant.ROOF);
            Channel power = Objects.requireNonNull(roof.getChannel("pv#string-2-power"));
            assertEquals("solarplant:pv-string-power", String.valueOf(power.getChannelTypeUID()));
            assertEquals("Number:Power", power.getAcceptedItemType());
            assertEquals("PV String 2 Power", power.getLabel());
            assertEquals("Number:Energy",
                    Objects.requireNonNull(roof.getChannel("energy#pv-today")).getAcceptedItemType());
            List<String> ids = roof.getChannels().stream().filter(FirstPollTest::hasStates)
                    .map(channel -> channel.getUID().getId()).toList();
            List<String> ordered = ids.stream().sorted((one, other) -> place(one) - place(other)).toList();
            assertEquals(ordered, ids);
            assertTrue(plant.text(TestPlant.ROOF, "pv#power").endsWith(" W"));
            assertTrue(plant.text(TestPlant.ROOF, "energy#pv-today").endsWith(" kWh"));
            assertTrue(plant.text(TestPlant.ROOF, "battery#state-of-charge").endsWith(" %"));
            assertEquals("direct", plant.text(TestPlant.ROOF, "status#data-source"));
            assertEquals("full", plant.text(TestPlant.ROOF, "poll#last-type"));
            assertEquals("none", plant.text(TestPlant.ROOF, "poll#last-error"));
        }
    }

    /** Whether it is no trigger, which has no state and stands in the thing type. */
    private static boolean hasStates(Channel channel) {
        return channel.getKind() == ChannelKind.STATE;
    }

    private static int place(String id) {
        return Metrics.find(id).map(metric -> Metrics.types().indexOf(metric.type()) * 100 + metric.number())
                .orElseThrow();
    }

    @Test
    void labelsSpeakTheLanguageOfTheUser() throws IOException {
        try (TestPlant plant = new TestPlant(Locale.GERMANY)) {
            plant.addPlant(Map.of());
            plant.addInverter("roof", plant.simulate(TestPlant.hybrid()), Map.of());
            plant.awaitOnline(TestPlant.ROOF);
            plant.await(() -> plant.thing(TestPlant.ROOF).getChannel("pv#string-2-power") != null);
            assertEquals("PV-String 2: Leistung", Objects
                    .requireNonNull(plant.thing(TestPlant.ROOF).getChannel("pv#string-2-power")).getLabel());
            Channel state = Objects.requireNonNull(plant.thing(TestPlant.ROOF).getChannel("battery#state-of-charge"));
            assertEquals("Ladestand", state.getLabel());
            assertEquals("Wie voll die Batterie ist.", state.getDescription());
        }
    }

    @Test
    void onlyWhatChangesIsPublished() throws IOException {
        try (TestPlant plant = TestPlant.running(Map.of("refreshInterval", 3600))) {
            States later = new States();
            plant.host.addListener(later);
            plant.passUntil(Duration.ofSeconds(20), () -> "2".equals(plant.text(TestPlant.ROOF, "poll#tick-count")));
            plant.handler().tick();
            assertEquals("fast", plant.text(TestPlant.ROOF, "poll#last-type"));
            // the house stands still: only the polling itself has news
            assertEquals(List.of("poll#last-success", "poll#last-type", "poll#tick-count", "status#last-update"),
                    later.of(TestPlant.ROOF).stream().filter(id -> !"poll#duration".equals(id)).sorted().toList());
            assertEquals(List.of("fleet#last-poll"), later.of(TestPlant.PLANT));
        }
    }

    @Test
    void everythingIsPublishedOnceAfterAStart() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            States again = new States();
            plant.host.setEnabled(TestPlant.ROOF, false);
            plant.host.addListener(again);
            plant.host.setEnabled(TestPlant.ROOF, true);
            plant.awaitOnline(TestPlant.ROOF);
            plant.await(() -> again.of(TestPlant.ROOF).contains("poll#mode"));
            plant.handler().tick();
            List<String> seen = again.of(TestPlant.ROOF);
            assertEquals(plant.thing(TestPlant.ROOF).getChannels().stream().filter(FirstPollTest::hasStates).count(),
                    seen.size());
            assertEquals(seen.stream().distinct().count(), seen.size(), "once is enough");
        }
    }

    @Test
    void refreshIsAnsweredFromWhatWasPublished() throws IOException, InterruptedException, ExecutionException,
            TimeoutException {
        try (TestPlant plant = TestPlant.running()) {
            ThingUID battery = plant.addPart("battery", "cellar", "battery:" + TestPlant.SERIAL + "-battery-1");
            plant.awaitOnline(battery);
            plant.awaitShown(battery);
            for (ChannelUID channel : List.of(new ChannelUID(TestPlant.ROOF, "pv#power"),
                    new ChannelUID(TestPlant.PLANT, "pv#power"), new ChannelUID(battery, "battery#state-of-charge"))) {
                States answers = new States();
                plant.host.addListener(answers);
                plant.host.refresh(channel).get(30, TimeUnit.SECONDS);
                assertEquals(List.of(channel), List.copyOf(answers.seen));
                // channels that were never filled, and commands, have no answer
                plant.host.refresh(new ChannelUID(channel.getThingUID(), "backup#voltage")).get(30, TimeUnit.SECONDS);
                plant.host.refresh(new ChannelUID(channel.getThingUID(), "no#channel")).get(30, TimeUnit.SECONDS);
                plant.host.command(channel, OnOffType.ON).get(30, TimeUnit.SECONDS);
                assertEquals(1, answers.seen.size());
                plant.host.removeListener(answers);
            }
        }
    }

    @Test
    void aBatteryAndAMeterShowTheirOwnValues() throws IOException {
        try (TestPlant plant = TestPlant.running()) {
            ThingUID battery = plant.addPart("battery", "cellar", "battery:" + TestPlant.SERIAL + "-battery-1");
            ThingUID meter = plant.addPart("meter", "house", "meter:" + TestPlant.SERIAL + "-meter-1");
            plant.awaitShown(battery);
            plant.awaitShown(meter);
            assertTrue(plant.text(meter, "meter#power").endsWith(" W"));
            assertEquals(plant.text(TestPlant.ROOF, "battery#state-of-charge"),
                    plant.text(battery, "battery#state-of-charge"));
        }
    }
}
