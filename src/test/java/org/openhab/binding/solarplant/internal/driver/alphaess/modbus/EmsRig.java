/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Await;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Space;

/** A driver at work on a simulated AlphaESS system at unit 85, over a real socket. */
@NonNullByDefault
final class EmsRig implements AutoCloseable {

    static final String SERIAL = "AL7000000000001";
    static final int UNIT = 85;
    static final Instant NOON = Instant.parse("2026-06-21T12:00:00Z");
    static final AlphaEssModbusSettings PLAIN = new AlphaEssModbusSettings(UNIT, Optional.empty(), Optional.empty());

    private static final Duration PATIENCE = Duration.ofMillis(600);

    final ModbusSimulator simulator;
    final ModbusDriver driver;

    private EmsRig(RegisterImage image, AlphaEssModbusSettings settings, DeviceMemory memory, InstantSource clock,
            ZoneId zone) throws IOException {
        simulator = ModbusSimulator.start(SimulatorOptions.modbusTcp().unit(UNIT, image));
        ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", simulator.port(), Framing.TCP, Duration.ofSeconds(2),
                PATIENCE, Duration.ZERO, Duration.ZERO);
        driver = AlphaEssModbusDriver.of(new ModbusTcpTransport(endpoint, Ticker.SYSTEM), settings, memory,
                new ProfileStore(), clock, () -> zone);
    }

    static EmsRig of(RegisterImage image) throws IOException {
        return of(image, PLAIN);
    }

    static EmsRig of(RegisterImage image, AlphaEssModbusSettings settings) throws IOException {
        return new EmsRig(image, settings, new MapMemory(), InstantSource.fixed(NOON), ZoneOffset.UTC);
    }

    static EmsRig of(RegisterImage image, AlphaEssModbusSettings settings, InstantSource clock, ZoneId zone)
            throws IOException {
        return new EmsRig(image, settings, new MapMemory(), clock, zone);
    }

    static EmsRig of(RegisterImage image, DeviceMemory memory, InstantSource clock, ZoneId zone) throws IOException {
        return new EmsRig(image, PLAIN, memory, clock, zone);
    }

    static AlphaEssModbusSettings expecting(String serial) {
        return new AlphaEssModbusSettings(UNIT, Optional.of(serial), Optional.empty());
    }

    /** A system whose registers are all 0 but for what it is: firmware 3.5.36. */
    static MapImage system() {
        return identity(new MapImage().zeros(Space.HOLDING, 0x0000, 0x08D5));
    }

    /** An image with serial number and firmware besides. */
    static MapImage identity(MapImage image) {
        return image.putText(Space.HOLDING, 0x0743, 8, SERIAL).put(Space.HOLDING, 0x074B, 3, 5, 36);
    }

    /** What the system says of itself when it is asked for everything, its settings among it. */
    Reading full() throws PollException, InterruptedException {
        return driver.poll(Cadence.WHOLE).getFirst();
    }

    /** What the part with this number and kind says, such as {@code battery-1}. */
    Reading part(String name) throws PollException, InterruptedException {
        return driver.poll(Cadence.FULL).stream()
                .filter(reading -> reading.device().id().key().endsWith("-" + name)).findFirst().orElseThrow();
    }

    /** What a reading says of a metric, as text; {@code none} if it says nothing. */
    static String text(Reading reading, String metric) {
        Value value = reading.values().get(Metrics.of(metric));
        return switch (value) {
            case null -> "none";
            case Value.Amount amount -> amount.number().toPlainString();
            case Value.Text text -> text.text();
            case Value.Switch state -> state.on() ? "on" : "off";
            case Value.Moment moment -> moment.at().toString();
            case Value.Unset unset -> "unset";
        };
    }

    /** What the simulator was asked since last asked for, as {@code function:start+count}. */
    List<String> requests() {
        List<String> requests = simulator.requests().stream().map(EmsRig::text).toList();
        simulator.clearRequests();
        return requests;
    }

    private static String text(Request request) {
        return "%d:%04X+%d".formatted(request.function(), request.start(), request.count());
    }

    /** The device hangs up, and has done so when this returns. */
    void dropConnections() throws InterruptedException {
        simulator.dropConnections();
        Await.until(() -> simulator.openConnections() == 0);
    }

    @Override
    public void close() {
        driver.close();
        simulator.close();
    }
}
