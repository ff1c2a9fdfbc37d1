/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Space;

/** An invented device with settings of every kind, over a real socket. */
@NonNullByDefault
final class SettingsRig implements AutoCloseable {

    static final String PROFILE = """
            {
              "id": "test",
              "label": "A test",
              "block": 60,
              "wordOrder": "low-first",
              "space": "input",
              "facts": { "export-max": 6000 },
              "texts": { "modes": { "0": "self-use", "1": "backup", "7": "old" },
                         "modes-to-set": { "0": "self-use", "1": "backup" } },
              "unlock": [
                { "write": 0, "code": 2014, "space": "holding", "state": 1, "unlocked": "1..2" }
              ],
              "registers": [
                { "at": 5, "type": "u16", "metric": "battery#state-of-charge" }
              ],
              "settings": [
                { "setting": "settings#min-state-of-charge", "read": 19, "bits": "8..15", "write": 97, "range": "10..100" },
                { "setting": "settings#grid-charge", "read": 19, "bits": "0..7", "switch": "1/0", "write": 98 },
                { "setting": "settings#work-mode", "read": 20, "text": "modes", "write": 31, "writeText": "modes-to-set" },
                { "setting": "settings#charge-slot-1-start", "read": 21, "time": "minute-hour", "write": 104,
                  "writeTime": "hour-minute" },
                { "setting": "settings#charge-slot-1-end", "read": 22, "time": "hhmm", "write": 22, "step": 30 },
                { "setting": "settings#discharge-slot-1-start", "read": 30, "type": "u32", "time": "minute-hour-words" },
                { "setting": "settings#export-limit", "read": 23, "scale": 10, "write": 66, "range": "0..1*export-max" },
                { "setting": "settings#charge-power-limit", "read": 24, "scale": "0.01*rated", "write": 24,
                  "range": "0..1*rated" },
                { "setting": "settings#discharge-power-limit", "read": 25, "type": "s32", "write": 25,
                  "writeType": "s32", "function": 16, "range": "-100000..100000", "when": "phases=3" }
              ]
            }
            """;

    private static final DeviceId ID = new DeviceId(DeviceKind.INVERTER, "TEST");

    final MapImage registers = new MapImage();
    final ModbusSimulator simulator;
    final ModbusTcpTransport transport;
    final RegisterDevice device;
    /** Whether the same device answers on a new connection. */
    boolean same = true;
    /** What the device makes of a write. */
    Consumer<Request> taking = this::take;

    SettingsRig() throws Exception {
        registers.zeros(Space.HOLDING, 0, 120).zeros(Space.INPUT, 0, 120).put(Space.HOLDING, 19, 0x2800);
        simulator = ModbusSimulator.serve(new RegisterImage() {
            @Override
            public OptionalInt read(Space space, int address) {
                return registers.read(space, address);
            }

            @Override
            public Optional<ExceptionCode> write(Request request) {
                taking.accept(request);
                return Optional.empty();
            }
        });
        transport = new ModbusTcpTransport(new ModbusEndpoint("127.0.0.1", simulator.port(), Framing.TCP,
                Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ZERO, Duration.ZERO), Ticker.SYSTEM);
        RegisterMap map = ProfileReader.read("test.json", new StringReader(PROFILE))
                .variant(Map.of("rated", 5000, "phases", 3));
        device = new RegisterDevice(new Device(ID, null, Map.of()), map, transport, 1, this::isSame,
                InstantSource.fixed(Instant.EPOCH));
        connect();
    }

    /** Whoever sets something knows who answers, and so has a connection. */
    void connect() throws Exception {
        transport.read(1, RegisterSpace.INPUT, 0, 1);
        simulator.clearRequests();
    }

    private boolean isSame() throws TransportException, InterruptedException {
        transport.read(1, RegisterSpace.INPUT, 0, 1);
        return same;
    }

    /** What it is set to elsewhere than where that is read. */
    void take(Request request) {
        int value = request.values().getFirst();
        int both = registers.read(Space.HOLDING, 19).orElseThrow();
        switch (request.start()) {
            case 0 -> registers.put(Space.HOLDING, 1, value == 2014 ? 1 : 0);
            case 31 -> registers.put(Space.HOLDING, 20, value);
            case 66 -> registers.put(Space.HOLDING, 23, value);
            case 97 -> registers.put(Space.HOLDING, 19, value << 8 | both & 0xFF);
            case 98 -> registers.put(Space.HOLDING, 19, both & 0xFF00 | value);
            case 104 -> registers.put(Space.HOLDING, 21, value >> 8 | (value & 0xFF) << 8);
            default -> registers.write(request);
        }
    }

    /** {@code min-state-of-charge=20}, with numbers, {@code ON}, {@code OFF} and words. */
    static Setting setting(String text) {
        String[] parts = text.split("=");
        Value value = switch (parts[1]) {
            case "ON", "OFF" -> new Value.Switch(parts[1].equals("ON"));
            default -> parts[1].matches("-?[0-9.]+")
                    ? new Value.Amount(new BigDecimal(parts[1]))
                    : new Value.Text(parts[1]);
        };
        return new Setting(Metrics.of("settings#" + parts[0]), value);
    }

    Outcome set(String... settings) throws InterruptedException {
        return device.set(List.of(settings).stream().map(SettingsRig::setting).toList());
    }

    /** What was written since last asked for, as {@code function:start=words}. */
    List<String> writes() {
        List<String> writes = simulator.requests().stream().filter(request -> request.function() > 4)
                .map(request -> request.function() + ":" + request.start() + "=" + String.join(",",
                        request.values().stream().map(String::valueOf).toList()))
                .toList();
        simulator.clearRequests();
        return writes;
    }

    @Override
    public void close() {
        transport.close();
        simulator.close();
    }
}
