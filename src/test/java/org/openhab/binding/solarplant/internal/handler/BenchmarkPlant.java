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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.internal.BridgeImpl;
import org.osgi.framework.Bundle;

/** A plant of inverters for benchmarks: the real handlers, under an openHAB that does nothing. */
@NonNullByDefault
public final class BenchmarkPlant implements AutoCloseable {

    /** The plant's things run on its time, which can be set forward to make everything due. */
    private static final class Leaping implements Ticker {
        private volatile long ahead;

        @Override
        public long nanos() {
            return System.nanoTime() + ahead;
        }

        @Override
        public void pause(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** Lets the benchmark at what runs behind the handlers. */
    private static final class Spy implements PlantMember {
        private @Nullable PlantRuntime runtime;

        @Override
        public Optional<DeviceId> deviceId() {
            return Optional.of(new DeviceId(DeviceKind.GATEWAY, "none"));
        }

        @Override
        public void plantStarted(PlantRuntime plant) {
            runtime = plant;
        }

        @Override
        public void plantStopped() {}

        @Override
        public void plantUnusable() {}

        @Override
        public void show(PlantSnapshot snapshot) {}
    }

    /** A poll off the grid is followed by the next after up to one and a half intervals of an hour at most. */
    private static final Duration LONGER_THAN_ANY_INTERVAL = Duration.ofHours(2);

    private static final Duration UNTIL_ALL_HAS_LANDED = Duration.ofSeconds(1);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);

    private final AtomicLong measured = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();
    private final Leaping ticker = new Leaping();
    private final Environment environment = new Environment(new ChannelLabels(noTexts(), () -> Locale.ENGLISH),
            () -> ZoneOffset.UTC, InstantSource.system(), ticker, new ProfileStore(), new SettingDescriptions(),
            Connection.ALL, new DeviceStore(new MemoryStorage()), new HttpClient(), new CloudGates(Ticker.SYSTEM));
    private final BridgeImpl bridge;
    private final PlantHandler plant;
    private final PlantRuntime runtime;
    private final List<BaseThingHandler> members = new ArrayList<>();
    private long forced;

    /**
     * @param ports where the inverters are, on loopback
     * @param seconds from one full poll to the next
     * @param maxConcurrent polls at the same time
     */
    public BenchmarkPlant(List<Integer> ports, int seconds, int maxConcurrent) {
        bridge = (BridgeImpl) BridgeBuilder
                .create(SolarPlantBindingConstants.PLANT, new ThingUID(SolarPlantBindingConstants.PLANT, "bench"))
                .withConfiguration(new Configuration(Map.of("pollMode", PollMode.NORMAL.id(), "refreshInterval",
                        seconds, "maxConcurrent", maxConcurrent)))
                .build();
        plant = new PlantHandler(bridge, environment);
        bridge.setHandler(plant);
        plant.setCallback(new QuietCallback(bridge, measured, polls));
        plant.initialize();
        Spy spy = new Spy();
        plant.join(spy);
        runtime = Objects.requireNonNull(spy.runtime);
        ports.forEach(this::addInverter);
    }

    /** Adds an inverter beside those that are measured: what becomes of it is not counted. */
    public void addNeighbour(String connection, String host, int port) {
        Thing thing = thing(SolarPlantBindingConstants.INVERTER, "n" + members.size(),
                Map.of("connection", connection, "host", host, "port", port, "requestGap", 0));
        start(thing, new InverterHandler(thing, environment),
                new QuietCallback(bridge, new AtomicLong(), new AtomicLong()));
    }

    /** Adds the thing of the first battery of the inverter with this serial number. */
    public void addBattery(String serial) {
        DeviceId id = new DeviceId(DeviceKind.INVERTER, serial).part(DeviceKind.BATTERY, 1);
        Thing thing = thing(SolarPlantBindingConstants.BATTERY, "b1", Map.of("deviceId", id.toString()));
        start(thing, new PartHandler(thing, DeviceKind.BATTERY, environment));
    }

    /** How many polls were shown. */
    public long polls() {
        return polls.get();
    }

    /** How many states of what is measured were published. */
    public long published() {
        return measured.get();
    }

    /** How many devices answer. */
    public long connected() {
        return runtime.stats().stream().filter(PollStats::connected).count();
    }

    /** The things of the inverters with their channels, as openHAB keeps them; without handlers after this. */
    public List<Thing> leaveThings() {
        List<Thing> things = members.stream().map(BaseThingHandler::getThing).toList();
        close();
        plant.getThing().getThings().forEach(thing -> thing.setHandler(null));
        things.forEach(thing -> thing.setHandler(null));
        return things;
    }

    /** Waits until so many polls were shown in all. */
    public void awaitPolls(long count) throws InterruptedException {
        long giveUp = System.nanoTime() + MOST_PATIENCE.toNanos();
        while (polls.get() < count) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(polls.get() + " polls instead of " + count);
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    /**
     * Makes every inverter's full poll due at once.
     *
     * @return when that was, by {@link System#nanoTime}
     */
    public long sweep() throws InterruptedException {
        // a poll that is shown already may still be under way, and what falls due meanwhile is passed over
        Thread.sleep(UNTIL_ALL_HAS_LANDED);
        long began = System.nanoTime();
        ticker.ahead += LONGER_THAN_ANY_INTERVAL.toNanos();
        runtime.tick();
        return began;
    }

    /** What polls the first inverter fully, merges and publishes, in the thread that calls it. */
    public ForcedPoll forcedPoll() {
        InverterHandler inverter = (InverterHandler) members.getFirst();
        DriverTarget target = runtime.driversOf(inverter.deviceId().orElseThrow()).getFirst();
        return () -> {
            List<Reading> readings = target.poll(Cadence.FULL);
            Instant now = Instant.now();
            forced++;
            runtime.succeeded(target, readings, new PollStats(PollMode.NORMAL, Optional.of(Cadence.FULL), forced,
                    Optional.of(now), Optional.of(now), 0, Duration.ofNanos(forced), Optional.empty(), true));
        };
    }

    /** One poll. */
    @FunctionalInterface
    public interface ForcedPoll {
        void run() throws PollException, InterruptedException;
    }

    @Override
    public void close() {
        members.forEach(BaseThingHandler::dispose);
        plant.dispose();
    }

    private void addInverter(int port) {
        Thing thing = thing(SolarPlantBindingConstants.INVERTER, "i" + port,
                Map.of("host", "127.0.0.1", "port", port, "requestGap", 0));
        start(thing, new InverterHandler(thing, environment));
    }

    private Thing thing(ThingTypeUID type, String id, Map<String, Object> configuration) {
        return ThingBuilder.create(type, new ThingUID(type, bridge.getUID(), id)).withBridge(bridge.getUID())
                .withConfiguration(new Configuration(configuration)).build();
    }

    private void start(Thing thing, BaseThingHandler handler) {
        start(thing, handler, new QuietCallback(bridge, measured, polls));
    }

    private void start(Thing thing, BaseThingHandler handler, QuietCallback callback) {
        ((BridgeImpl) plant.getThing()).addThing(thing);
        thing.setHandler(handler);
        handler.setCallback(callback);
        members.add(handler);
        handler.initialize();
    }

    private static TranslationProvider noTexts() {
        return new TranslationProvider() {
            @Override
            public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String text,
                    @Nullable Locale locale) {
                return text;
            }

            @Override
            public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String text,
                    @Nullable Locale locale, @Nullable Object @Nullable... arguments) {
                return text;
            }
        };
    }
}
