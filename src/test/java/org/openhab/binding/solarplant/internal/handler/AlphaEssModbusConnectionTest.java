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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WritePace;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.core.thing.Thing;

/** What becomes of what a user configures of a Modbus connection, and what the vendors themselves ask for. */
@NonNullByDefault
@Timeout(30)
class AlphaEssModbusConnectionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DeviceStore store = new DeviceStore(new MemoryStorage());
    private final InverterConfiguration configuration = new InverterConfiguration();
    private final RegisterTransport wire = Mockito.mock(RegisterTransport.class);
    private final PlantRuntime runtime = Mockito.mock(PlantRuntime.class);
    private final Thing thing = Mockito.mock(Thing.class);
    private final ArgumentCaptor<ModbusEndpoint> endpoint = ArgumentCaptor.forClass(ModbusEndpoint.class);

    private DriverTarget open(String connection, Clock clock, RegisterTransport transport) {
        configuration.connection = connection;
        configuration.host = " 192.168.0.7 ";
        Mockito.when(runtime.configuration()).thenReturn(new PlantConfiguration());
        Mockito.when(runtime.wire(endpoint.capture())).thenReturn(transport);
        return Objects.requireNonNull(Connection.ALL.get(Connection.name(thing, configuration))).open(thing,
                configuration, runtime,
                new Environment(Mockito.mock(ChannelLabels.class), () -> BERLIN, clock, Ticker.SYSTEM,
                        new ProfileStore(), new SettingDescriptions(), Connection.ALL,
                        store, new HttpClient(), new CloudGates(Ticker.SYSTEM)));
    }

    private DriverTarget open(String connection) {
        return open(connection, Clock.systemUTC(), wire);
    }

    /** The Modbus address that is asked first. */
    private int unit(DriverTarget target) throws TransportException, InterruptedException {
        ArgumentCaptor<Integer> unit = ArgumentCaptor.forClass(Integer.class);
        Mockito.when(wire.read(unit.capture(), Mockito.eq(RegisterSpace.HOLDING), Mockito.anyInt(), Mockito.anyInt()))
                .thenThrow(new TransportException.Garbled("enough", null));
        assertThrows(PollException.class, () -> target.poll(Cadence.FULL));
        return unit.getValue();
    }

    @Test
    void asksWhereAlphaEssAnswers() throws Exception {
        DriverTarget target = open("alphaess-modbus");
        assertEquals(new ModbusEndpoint("192.168.0.7", 502, Framing.TCP, Duration.ofSeconds(3), Duration.ofSeconds(5),
                Duration.ofMillis(80), WritePace.USUAL), endpoint.getValue());
        assertEquals("192.168.0.7:502", target.wire());
        assertEquals(85, unit(target));
    }

    @Test
    void goesSlowlyOnASerialLine() {
        configuration.framing = "rtu";
        configuration.port = 4196;
        open("alphaess-modbus");
        assertEquals(Framing.RTU, endpoint.getValue().framing());
        assertEquals(Duration.ofMillis(300), endpoint.getValue().requestGap());
        assertEquals(4196, endpoint.getValue().port());
    }

    @Test
    void doesWhatTheUserSays() throws Exception {
        configuration.unitId = 7;
        configuration.requestGap = 500;
        configuration.refreshInterval = 30;
        DriverTarget target = open("alphaess-modbus");
        assertEquals(Duration.ofMillis(500), endpoint.getValue().requestGap());
        assertEquals(Optional.of(Duration.ofSeconds(30)), target.fullInterval());
        assertEquals(7, unit(target));
        // 90 requests of at most 5.5 s, and connecting
        assertEquals(Duration.ofSeconds(498), target.pollLimit());
    }

    @Test
    void solaxHasItsOwnWays() throws Exception {
        DriverTarget target = open("solax-modbus");
        assertEquals(Duration.ofSeconds(1), endpoint.getValue().requestGap());
        assertEquals(1, unit(target));
    }

    @Test
    void remembersMidnightAndTheUsersBattery() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-06-21T12:00:00Z"), BERLIN);
        DayCurve curve = new DayCurve(Site.home(BERLIN));
        String serial = "AL7000000000001";
        BigDecimal before = BigDecimal.valueOf(curve.at(Instant.parse("2026-06-20T22:00:00Z")).total().imported());
        String memory = serial + ";import=2026-06-20T22:00:00Z/" + before.toPlainString();
        store.keep(new DeviceId(DeviceKind.INVERTER, serial), "midnightEnergies", memory);
        configuration.serial = serial;
        configuration.batteryCapacity = new BigDecimal("99");
        try (ModbusSimulator simulator = ModbusSimulator.serve(new AlphaEssImage(serial, curve, clock));
                ModbusTcpTransport transport = new ModbusTcpTransport(new ModbusEndpoint(simulator.host(),
                        simulator.port(), Framing.TCP, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO,
                        Duration.ZERO),
                        Ticker.SYSTEM)) {
            Reading reading = open("alphaess-modbus", clock, transport).poll(Cadence.FULL).getFirst();
            assertTrue(reading.values().get(Metrics.of("energy#import-today")) instanceof Value.Amount(var today)
                    && Math.abs(today.doubleValue() - curve.at(clock.instant()).today().imported()) < 0.05);
            assertEquals(new Value.Amount(new BigDecimal("9.2")), reading.values().get(Metrics.of("battery#capacity")),
                    "what it tells itself comes first");
        }
    }
}
