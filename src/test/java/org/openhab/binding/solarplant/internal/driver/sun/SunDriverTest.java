/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.sun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.Orders;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Space;

/** The worked example of docs/architecture.md: a vendor that was never seen, from its registers to values of channels. */
@NonNullByDefault
@Timeout(30)
class SunDriverTest {

    @Test
    void aSunInverterTellsWhatItsRegistersSay() throws Exception {
        MapImage image = new MapImage().putText(Space.HOLDING, 0x0000, 5, "SUN5000001")
                .put(Space.INPUT, 0x0000, 3504, 912, 3195, 0, 3100, 1840, 1, 0, 12_345);
        Map<String, String> values = new TreeMap<>();
        poll(image, Optional.empty()).values().forEach((metric, value) -> values.put(metric.id(), text(value)));
        assertEquals(Map.of("pv#string-1-voltage", "350.4", "pv#string-1-current", "9.12", "pv#power", "3195",
                "output#power", "3100", "grid#power", "-1840", "grid#import-power", "0", "grid#export-power", "1840",
                "load#power", "1260", "status#run-mode", "normal", "energy#pv-today", "12.345"), values);
    }

    @Test
    void whatCannotBeIsMissing() throws Exception {
        MapImage image = new MapImage().putText(Space.HOLDING, 0x0000, 5, "SUN3000001")
                .put(Space.INPUT, 0x0000, 3504, 912, 0xFFFF, 0, 3100, 0, 1, 0, 0);
        Reading reading = poll(image, Optional.empty());
        assertEquals(1, reading.rejected(), "65535 W of a 3 kW inverter");
        assertEquals("Sun 3 kW", reading.device().properties().get("modelId"));
    }

    @Test
    void whoIsNotKnownOrNotExpectedIsNotRead() {
        MapImage image = new MapImage().putText(Space.HOLDING, 0x0000, 5, "MOON000001");
        assertEquals(new Failure(Failure.Kind.UNKNOWN_MODEL, "MOON"),
                assertThrows(PollException.class, () -> poll(image, Optional.empty())).failure());
        assertEquals(new Failure(Failure.Kind.WRONG_DEVICE, "SUN5…001", "MOON…001"),
                assertThrows(PollException.class, () -> poll(image, Optional.of("SUN5000001"))).failure());
    }

    private static Reading poll(MapImage image, Optional<String> expected)
            throws IOException, PollException, InterruptedException {
        try (ModbusSimulator inverter = ModbusSimulator.start(SimulatorOptions.modbusTcp().unit(1, image))) {
            ModbusTcpTransport transport = new ModbusTcpTransport(
                    new ModbusEndpoint(inverter.host(), inverter.port(), Framing.TCP, Duration.ofSeconds(2),
                            Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO),
                    Ticker.SYSTEM);
            try (ModbusDriver driver = new ModbusDriver(transport, 1,
                    new SunDetection(transport, 1, expected, new ProfileStore()), readings -> readings, Orders.NONE,
                    InstantSource.fixed(Instant.EPOCH))) {
                return driver.poll(Cadence.FULL).getFirst();
            }
        }
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Amount(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
            case Value.Text(String text) -> text;
            default -> value.toString();
        };
    }
}
