/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Profile;
import org.openhab.binding.solarplant.internal.profile.ProfileReader;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Space;

/** What the driver does for every vendor, whatever its detection is like. */
@NonNullByDefault
@Timeout(30)
class ModbusDriverTest {

    private static final String PROFILE = """
            {
              "id": "test", "label": "A test", "block": 60, "wordOrder": "high-first", "space": "holding",
              "facts": { "frequency-scale": -32768 },
              "firmware": { "MCU": [20, 21] },
              "registers": [
                { "at": 10, "type": "u16", "metric": "output#frequency", "scale": "10^frequency-scale" },
                { "at": 11, "type": "s16", "fact": "frequency-scale", "cadence": "once" }
              ]
            }
            """;

    /** A detection that knows a serial number and a register map, and asks for nothing more. */
    private record Plain(Profile profile, Map<String, String> properties) implements Detection {
        @Override
        public String serial() {
            return "TEST000001";
        }

        @Override
        public Detected detect(String serial) {
            return new Detected(new Device(new DeviceId(DeviceKind.INVERTER, serial), null, properties),
                    profile.variant(Map.of()));
        }
    }

    private static Reading poll(Map<String, String> properties) throws Exception {
        MapImage image = new MapImage().put(Space.HOLDING, 10, 500, 0xFFFF).put(Space.HOLDING, 20, 3, 17);
        Plain detection = new Plain(ProfileReader.read("test.json", new StringReader(PROFILE)), properties);
        try (ModbusSimulator inverter = ModbusSimulator.start(SimulatorOptions.modbusTcp().unit(1, image));
                ModbusTcpTransport transport = new ModbusTcpTransport(
                        new ModbusEndpoint(inverter.host(), inverter.port(), Framing.TCP, Duration.ofSeconds(2),
                                Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO),
                        Ticker.SYSTEM);
                ModbusDriver driver = new ModbusDriver(transport, 1, detection, readings -> readings, Orders.NONE,
                        InstantSource.fixed(Instant.EPOCH))) {
            return driver.poll(Cadence.FULL).getFirst();
        }
    }

    @Test
    void whatIsToldOnceIsAskedForWhateverTheDetectionIsLike() throws Exception {
        Reading reading = poll(Map.of("vendor", "Test"));
        assertEquals(Value.Amount.of(50), reading.values().get(Metrics.of("output#frequency")), "not 500");
        assertEquals(Map.of("vendor", "Test", "firmwareVersion", "MCU 3.17"), reading.device().properties());
    }

    @Test
    void firmwareThatTheDetectionFoundStays() throws Exception {
        assertEquals("9", poll(Map.of("firmwareVersion", "9")).device().properties().get("firmwareVersion"));
    }
}
