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

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Await;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxModel;

/** A SolaX driver at work on a simulated inverter, over a real socket. */
@NonNullByDefault
final class SolaxRig implements AutoCloseable {

    /** Noon of a summer day, at which the invented house is busy. */
    static final Instant NOON = Instant.parse("2026-06-21T12:00:00Z");
    static final SolaxSettings PLAIN = SolaxSettings.at(1);

    private static final Duration PATIENCE = Duration.ofMillis(600);

    final ModbusSimulator simulator;
    final ModbusDriver driver;

    private SolaxRig(SimulatorOptions options, SolaxSettings settings, InstantSource clock) throws IOException {
        simulator = ModbusSimulator.start(options);
        ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", simulator.port(), Framing.TCP, Duration.ofSeconds(2),
                PATIENCE, Duration.ZERO, Duration.ZERO);
        driver = SolaxDriver.of(new ModbusTcpTransport(endpoint, Ticker.SYSTEM), settings, new ProfileStore(),
                clock, () -> ZoneOffset.UTC);
    }

    static SolaxRig of(RegisterImage image) throws IOException {
        return of(image, PLAIN);
    }

    static SolaxRig of(RegisterImage image, SolaxSettings settings) throws IOException {
        return of(image, settings, InstantSource.fixed(NOON));
    }

    static SolaxRig of(RegisterImage image, SolaxSettings settings, InstantSource clock) throws IOException {
        return new SolaxRig(SimulatorOptions.modbusTcp().anyUnit(image), settings, clock);
    }

    static SolaxRig of(SimulatorOptions options, SolaxSettings settings) throws IOException {
        return new SolaxRig(options, settings, InstantSource.fixed(NOON));
    }

    static SolaxSettings expecting(String serial) {
        return new SolaxSettings(1, Optional.of(serial), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    static SolaxSettings as(String model) {
        return new SolaxSettings(1, Optional.empty(), Optional.of(model), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    static SolaxSettings withBattery(String kilowattHours) {
        return new SolaxSettings(1, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(kilowattHours)),
                Optional.empty(), Optional.empty());
    }

    /** What the user says of the export limit. */
    static SolaxSettings exporting(@Nullable Integer most, @Nullable Integer scale) {
        return new SolaxSettings(1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(most),
                Optional.ofNullable(scale));
    }

    static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    static DayCurve curve() {
        return new DayCurve(Site.home(ZoneOffset.UTC));
    }

    static SolaxImage hybrid(SolaxModel model) {
        return new SolaxImage(model, curve(), clock());
    }

    static SolaxImage hybrid(SolaxModel model, boolean garage) {
        Site site = Site.home(ZoneOffset.UTC);
        return new SolaxImage(model, new DayCurve(garage ? site : site.withoutGarage()), clock());
    }

    /** What a reading says of a metric, as text; {@code none} if it says nothing. */
    static String text(Reading reading, String metric) {
        Value value = reading.values().get(Metrics.of(metric));
        return switch (value) {
            case null -> "none";
            case Value.Amount amount -> amount.number().stripTrailingZeros().toPlainString();
            case Value.Text text -> text.text();
            default -> value.toString();
        };
    }

    /** What the simulator was asked since last asked for, as {@code function:start+count}. */
    List<String> requests() {
        List<String> requests = simulator.requests().stream().map(SolaxRig::text).toList();
        simulator.clearRequests();
        return requests;
    }

    /** {@code min-state-of-charge=20}, with numbers, {@code ON}, {@code OFF} and words. */
    static Setting setting(String text) {
        String[] parts = text.split("=");
        Value value = switch (parts[1]) {
            case "ON", "OFF" -> new Value.Switch(parts[1].equals("ON"));
            default -> parts[1].matches("[0-9.]+")
                    ? new Value.Amount(new BigDecimal(parts[1]))
                    : new Value.Text(parts[1]);
        };
        return new Setting(Metrics.of("settings#" + parts[0]), value);
    }

    /** Sets something of the inverter that answered last. */
    Outcome set(String... settings) throws InterruptedException {
        return driver.apply(new Order.Change(device(),
                List.of(settings).stream().map(SolaxRig::setting).toList()));
    }

    /** Who answered last; nobody in particular if nobody did. */
    DeviceId device() {
        return driver.settings().keySet().stream().findFirst().orElse(new DeviceId(DeviceKind.INVERTER, "NOBODY"));
    }

    /** What was written since last asked for, as {@code function:start=words}. */
    List<String> writes() {
        List<String> writes = simulator.requests().stream().filter(request -> request.function() > 4)
                .map(request -> "%d:%04X=%s".formatted(request.function(), request.start(), String.join(" ",
                        request.values().stream().map("%04X"::formatted).toList())))
                .toList();
        simulator.clearRequests();
        return writes;
    }

    private static String text(Request request) {
        return "%d:%04X+%d".formatted(request.function(), request.start(), request.count());
    }

    @Override
    public void close() {
        driver.close();
        simulator.close();
    }

    /** The dongle hangs up, and has done so when this returns. */
    void dropConnections() throws InterruptedException {
        simulator.dropConnections();
        Await.until(() -> simulator.openConnections() == 0);
    }
}
