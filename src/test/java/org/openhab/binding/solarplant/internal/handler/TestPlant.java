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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.host.SharedHttp;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxMicImage;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.types.State;

/** The handlers in a small openHAB, with simulated inverters on real sockets and a clock of their own. */
@NonNullByDefault
public final class TestPlant implements AutoCloseable {

    /** Generous: what is waited for happens at once, but machines differ. */
    static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration A_TURN = Duration.ofMillis(300);
    static final ThingUID PLANT = new ThingUID("solarplant:plant:home");
    static final ThingUID ROOF = inverter("roof");
    static final String SERIAL = "H34A10DEMO0001";

    private static final DayCurve CURVE = new DayCurve(Site.home(ZoneOffset.UTC));
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T10:10:00Z"), ZoneOffset.UTC);

    final TestTime time = new TestTime();
    final LogLines log = new LogLines();
    final SettingDescriptions descriptions = new SettingDescriptions();
    final DeviceStore store = new DeviceStore(new MemoryStorage());
    final Host host;
    private final SharedHttp http = SharedHttp.start();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** An openHAB that speaks English. */
    public TestPlant() {
        this(Locale.ENGLISH);
    }

    TestPlant(Locale locale) {
        this(locale, new ProfileStore());
    }

    TestPlant(Locale locale, ProfileStore profiles) {
        this(locale, profiles, Connection.ALL);
    }

    /** With other ways to speak to devices than those of the binding. */
    TestPlant(Map<String, Connection> connections) {
        this(Locale.ENGLISH, new ProfileStore(), connections);
    }

    private TestPlant(Locale locale, ProfileStore profiles, Map<String, Connection> connections) {
        host = new Host(locale, ZoneId.of("UTC"));
        host.install(Path.of("src/main/resources/OH-INF"));
        host.addFactory(new SolarPlantHandlerFactory(new Environment(
                new ChannelLabels(host.translations(), host.localeProvider()),
                host.timeZoneProvider()::getTimeZone, time, time, profiles, descriptions, connections,
                store, http.client(), new CloudGates(time))));
    }

    static ThingUID inverter(String id) {
        return new ThingUID("solarplant:inverter:home:" + id);
    }

    /** A hybrid inverter with a battery and two meters. */
    static RegisterImage hybrid() {
        return hybrid(SolaxModel.x3());
    }

    /** The same as another model. */
    static RegisterImage hybrid(SolaxModel model) {
        return new SolaxImage(model, CURVE, NOON);
    }

    /** A string inverter without either. */
    static RegisterImage string() {
        return SolaxMicImage.boost(CURVE, NOON);
    }

    /** An EMS, an inverter with a dongle and three packs, and one without a dongle. */
    static GivEnergyPlant farm() {
        return new GivEnergyPlant(new DayCurve(Site.farm(ZoneOffset.UTC)), NOON);
    }

    /** The openHAB. */
    public Host host() {
        return host;
    }

    ModbusSimulator simulate(RegisterImage image) throws IOException {
        return simulate(SimulatorOptions.modbusTcp().anyUnit(image));
    }

    ModbusSimulator simulate(SimulatorOptions options) throws IOException {
        return closing(ModbusSimulator.start(options));
    }

    DongleSimulator simulate(DongleOptions options) throws IOException {
        return closing(DongleSimulator.start(options));
    }

    /** Closes this at the end. */
    <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    void addPlant(Map<String, Object> config) {
        host.add(new ThingEntry(PLANT, true, null, "Home", config));
    }

    /** A plant with the simulated hybrid inverter, both online. */
    public static TestPlant running() throws IOException {
        return running(Map.of());
    }

    static TestPlant running(Map<String, Object> config) throws IOException {
        TestPlant plant = new TestPlant();
        plant.addPlant(config);
        plant.addHybrid();
        plant.awaitShown(ROOF);
        plant.awaitShown(PLANT);
        return plant;
    }

    /** The simulated hybrid inverter. */
    public void addHybrid() throws IOException {
        addInverter("roof", simulate(hybrid()), Map.of());
    }

    ThingUID addInverter(String id, ModbusSimulator device, Map<String, Object> config) {
        return addInverter(id, device.host(), device.port(), config);
    }

    ThingUID addInverter(String id, String address, int port, Map<String, Object> config) {
        Map<String, Object> all = new HashMap<>(Map.of("host", address, "port", port, "requestGap", 0));
        all.putAll(config);
        ThingUID uid = inverter(id);
        host.add(new ThingEntry(uid, false, PLANT, "The " + id, all));
        return uid;
    }

    /** A thing that finds its device behind a dongle; its id is also its label. */
    ThingUID addDongle(String kind, String id, DongleSimulator dongle, Map<String, Object> config) {
        Map<String, Object> all = new HashMap<>(
                Map.of("connection", "givenergy", "host", dongle.host(), "port", dongle.port(), "requestGap", 0));
        all.putAll(config);
        return add(kind, id, all);
    }

    ThingUID add(String kind, String id, Map<String, Object> config) {
        ThingUID uid = new ThingUID("solarplant:" + kind + ":home:" + id);
        host.add(new ThingEntry(uid, false, PLANT, id, config));
        return uid;
    }

    ThingUID addPart(String kind, String id, String deviceId) {
        return add(kind, id, Map.of("deviceId", deviceId));
    }

    /** The threads of the binding's own, of all plants. */
    static List<String> workers() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.startsWith("OH-solarplant-")).toList();
    }

    PlantHandler handler() {
        return (PlantHandler) Objects.requireNonNull(thing(PLANT).getHandler());
    }

    /** Lets time pass, and the plant's schedule notice. */
    void pass(Duration duration) {
        time.pass(duration);
        handler().tick();
    }

    /** Lets time pass in such steps until the condition holds: a turn may be missed while the last poll is ending. */
    void passUntil(Duration step, BooleanSupplier condition) {
        for (int turn = 0; turn < 100; turn++) {
            pass(step);
            if (host.await(condition, A_TURN)) {
                return;
            }
        }
        await(condition);
    }

    Thing thing(ThingUID uid) {
        return Objects.requireNonNull(host.thing(uid), uid::getAsString);
    }

    ThingStatusInfo status(ThingUID uid) {
        return thing(uid).getStatusInfo();
    }

    @Nullable
    State state(ThingUID uid, String channel) {
        return host.state(new ChannelUID(uid, channel));
    }

    String text(ThingUID uid, String channel) {
        return String.valueOf(state(uid, channel));
    }

    void await(BooleanSupplier condition) {
        if (!host.await(condition, LIMIT)) {
            throw new AssertionError("did not happen; things "
                    + host.things().stream().map(thing -> thing.getUID() + " " + thing.getStatusInfo()).toList());
        }
    }

    void awaitOnline(ThingUID uid) {
        await(() -> status(uid).getStatus() == ThingStatus.ONLINE);
    }

    /** Waits until the thing is online and all of its channels have states. */
    void awaitShown(ThingUID uid) {
        awaitOnline(uid);
        await(() -> !thing(uid).getChannels().isEmpty() && thing(uid).getChannels().stream()
                .filter(channel -> channel.getKind() == ChannelKind.STATE)
                .allMatch(channel -> host.state(channel.getUID()) != null));
        // it takes its turn, and so ends when all is said
        handler().tick();
    }

    void awaitOffline(ThingUID uid, ThingStatusDetail detail) {
        await(() -> status(uid).getStatus() == ThingStatus.OFFLINE && status(uid).getStatusDetail() == detail);
    }

    void awaitState(ThingUID uid, String channel, String state) {
        await(() -> state.equals(text(uid, channel)));
    }

    @Override
    public void close() throws IOException {
        host.close();
        try {
            for (AutoCloseable resource : open) {
                resource.close();
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            http.close();
            log.close();
        }
    }
}
