/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.givenergy.GivEnergyEndpoint;
import org.openhab.binding.solarplant.internal.transport.givenergy.GivEnergyTransport;
import org.openhab.binding.solarplant.internal.transport.givenergy.Patience;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

/**
 * A simulated dongle and a driver that talks to it. Where nobody is, the dongle refuses at once, so that tests need not
 * wait; those about silence ask for it.
 */
@NonNullByDefault
final class DriverRig implements AutoCloseable {

    static final int OWNER = 0x11;
    static final String SERIAL = "SA2233G123";
    private static final ProfileStore PROFILES = new ProfileStore();

    final TestClock clock = new TestClock();
    private final Map<Integer, DongleDevice> devices = new HashMap<>();
    private Duration patience = Duration.ofSeconds(10);
    private DeviceKind kind = DeviceKind.INVERTER;
    private Optional<String> serial = Optional.empty();
    private final MapMemory memory = new MapMemory();
    private Optional<DongleSimulator> dongle = Optional.empty();
    private Optional<GivEnergyDriver> driver = Optional.empty();

    private DriverRig() {
        List.of(new int[]{0x01, 8}, new int[]{0x32, 6}, new int[]{0x50, 64}, new int[]{0xA0, 1}).forEach(range -> {
            IntStream.range(range[0], range[0] + range[1])
                    .forEach(unit -> devices.put(unit, DongleDevice.of(SERIAL, new MapImage())));
        });
    }

    static DriverRig of(RegisterImage owner) {
        return new DriverRig().with(OWNER, owner);
    }

    static DriverRig of(int code, int arm) {
        return of(Images.owner(code, arm, SERIAL));
    }

    /** One more device, in whose envelope the owner's serial stands. */
    DriverRig with(int unit, RegisterImage image) {
        return with(unit, image, SERIAL);
    }

    DriverRig with(int unit, RegisterImage image, String envelope) {
        devices.put(unit, DongleDevice.of(envelope, image));
        return this;
    }

    /** Devices as a recording left them, and silence elsewhere. */
    DriverRig withAll(Map<Integer, DongleDevice> recorded) {
        devices.putAll(recorded);
        return this;
    }

    /** At this address there is neither an answer nor a refusal. */
    DriverRig silent(int... units) {
        IntStream.of(units).forEach(devices::remove);
        return hasty();
    }

    DriverRig hasty() {
        patience = Duration.ofMillis(200);
        return this;
    }

    DriverRig kind(DeviceKind configured) {
        kind = configured;
        return this;
    }

    DriverRig serial(String configured) {
        serial = Optional.of(configured);
        return this;
    }

    /** Knows from before who is behind the owner's adapter. */
    DriverRig keeping(String kept) {
        memory.keep(new DeviceId(kind, SERIAL), GivEnergyDriver.TOPOLOGY, kept);
        return this;
    }

    DongleSimulator dongle() throws IOException {
        if (dongle.isEmpty()) {
            dongle = Optional.of(DongleSimulator.start(DongleOptions.empty().devices(devices)));
        }
        return dongle.get();
    }

    /** The dongle goes away, and another with these devices takes its place. */
    void replaceDongle(DriverRig other) throws IOException {
        int port = dongle().port();
        dongle().close();
        dongle = Optional.of(DongleSimulator.start(DongleOptions.empty().port(port).devices(other.devices)));
    }

    /** A driver that knows no more than what is remembered takes the place of the one so far. */
    void restart() throws IOException {
        driver.ifPresent(GivEnergyDriver::close);
        Patience hurry = new Patience(patience, 1, Duration.ZERO);
        GivEnergyEndpoint endpoint = GivEnergyEndpoint.of(dongle().host(), dongle().port()).withRefresh(hurry)
                .withDetection(hurry).withProbe(hurry).withPace(Duration.ofSeconds(10), Duration.ZERO)
                .withWriteGap(Duration.ZERO);
        driver = Optional.of(new GivEnergyDriver(new GivEnergyTransport(endpoint, Ticker.SYSTEM),
                new GivEnergySettings(kind, serial), memory, PROFILES, clock, () -> ZoneOffset.UTC));
    }

    List<Reading> poll(Cadence cadence) throws Exception {
        if (driver.isEmpty()) {
            restart();
        }
        return driver.orElseThrow().poll(cadence);
    }

    List<Reading> full() throws Exception {
        return poll(Cadence.FULL);
    }

    /** Full polls, some time from each to the next; what the last one told. */
    List<Reading> full(int times, long seconds) throws Exception {
        List<Reading> last = full();
        for (int i = 1; i < times; i++) {
            clock.pass(seconds);
            last = full();
        }
        return last;
    }

    Outcome apply(Order order) throws Exception {
        if (driver.isEmpty()) {
            restart();
        }
        return driver.orElseThrow().apply(order);
    }

    Map<DeviceId, Map<Metric, Allowed>> settings() {
        return driver.map(GivEnergyDriver::settings).orElse(Map.of());
    }

    /** What was written since the last time, in order, each as {@code register=value}. */
    List<String> written() throws IOException {
        List<String> written = dongle().requests().stream().filter(request -> request.function() == 6)
                .map(request -> request.start() + "=" + request.values().getFirst()).toList();
        dongle().clearRequests();
        return written;
    }

    /** The next writes of this register meet this fault. */
    void writeFault(DongleFault fault, int times, int register) throws IOException {
        dongle().faults().add(fault, Scope.next(times).function(6).at(register, register));
    }

    void cut() {
        driver.ifPresent(GivEnergyDriver::cut);
    }

    Failure failure() throws Exception {
        try {
            poll(Cadence.FULL);
        } catch (PollException e) {
            return e.failure();
        }
        throw new AssertionError("no failure");
    }

    /** Ids of all devices that are told of, in their order. */
    static List<String> ids(List<Reading> readings) {
        return readings.stream().map(reading -> reading.device().id().toString()).distinct().toList();
    }

    static Reading of(List<Reading> readings, String id) {
        return readings.stream().filter(reading -> reading.device().id().toString().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + ids(readings)));
    }

    /** A value as text; empty if there is none. */
    static String value(List<Reading> readings, String id, String metric) {
        return switch (of(readings, id).values().get(Metrics.of(metric))) {
            case Value.Amount amount -> amount.number().toPlainString();
            case Value.Text text -> text.text();
            case Value.Switch(boolean on) -> on ? "ON" : "OFF";
            case null, default -> "";
        };
    }

    /** What is kept of who is behind the owner's adapter. */
    String topology(String owner) {
        return memory.recall(new DeviceId(kind, owner), GivEnergyDriver.TOPOLOGY).orElse("");
    }

    void fault(DongleFault fault, int times, int unit) throws IOException {
        dongle().faults().add(fault, Scope.next(times).unit(unit));
    }

    /** The addresses that were asked since the last time, each request as {@code address:first register}. */
    List<String> asked() throws IOException {
        List<String> asked = dongle().requests().stream().map(DriverRig::text).toList();
        dongle().clearRequests();
        return asked;
    }

    private static String text(Request request) {
        return Integer.toHexString(request.unit()) + ":" + request.start();
    }

    static void put(MapImage image, int register, long... values) {
        image.put(Space.INPUT, register, values);
    }

    @Override
    public void close() {
        driver.ifPresent(GivEnergyDriver::close);
        dongle.ifPresent(DongleSimulator::close);
    }
}
