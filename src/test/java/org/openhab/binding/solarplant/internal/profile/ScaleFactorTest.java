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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Space;

/** Numbers whose scale stands in another register, and numbers that say that there is none. */
@NonNullByDefault
class ScaleFactorTest {

    private static final String PROFILE = """
            {
              "id": "test", "label": "A test", "block": 20, "wordOrder": "high-first", "space": "holding",
              "places": { "model": 10 },
              "absent": { "u16": "0xFFFF", "s16": "-0x8000", "f32": "0x7FC00000" },
              "facts": { "power-scale": -32768, "limit-scale": -32768, "rated-scale": -32768, "rated-told": 0 },
              "registers": [
                { "at": "model",   "type": "s16", "scale": "10^power-scale",     "metric": "output#power", "bounds": "-2*rated..2*rated" },
                { "at": "model+1", "type": "s16", "fact": "power-scale" },
                { "at": "model+2", "type": "u16", "scale": "-0.5*10^power-scale", "metric": "grid#power" },
                { "at": "model+3", "type": "s16", "fact": "limit-scale" },
                { "at": "model+8", "type": "f32", "scale": 0.001, "metric": "energy#output-total", "bounds": "0..1000000" },
                { "at": "model+5", "type": "u16", "fact": "rated-told", "yes": 1, "cadence": "once" },
                { "at": "model+6", "type": "u16", "scale": "10^rated-scale", "fact": "rated", "cadence": "once", "when": "rated-told=1" },
                { "at": "model+7", "type": "s16", "fact": "rated-scale", "cadence": "once", "when": "rated-told=1" }
              ],
              "settings": [
                { "setting": "settings#export-limit", "read": "model+4", "scale": "10^limit-scale", "write": "model+4",
                  "range": "0..1*rated" }
              ]
            }
            """;

    private final MapImage image = new MapImage().put(Space.HOLDING, 10, 523, 1, 40, 0, 700, 1, 60, 2, 0, 0);
    private @Nullable ModbusSimulator simulator;
    private @Nullable ModbusTcpTransport transport;

    private static <T> T open(@Nullable T resource) {
        return Objects.requireNonNull(resource);
    }

    @BeforeEach
    void connect() throws Exception {
        ModbusSimulator device = ModbusSimulator.serve(image);
        simulator = device;
        transport = new ModbusTcpTransport(new ModbusEndpoint("127.0.0.1", device.port(), Framing.TCP,
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO), Ticker.SYSTEM);
    }

    @AfterEach
    void close() {
        open(transport).close();
        open(simulator).close();
    }

    private RegisterDevice device() throws Exception {
        Profile profile = ProfileReader.read("test.json", new StringReader(PROFILE));
        RegisterMap map = new Identification(open(transport), 1).variant(profile, Map.of("rated", 100_000));
        return new RegisterDevice(new Device(new DeviceId(DeviceKind.INVERTER, "TEST"), null, Map.of()), map,
                open(transport), 1, InstantSource.fixed(Instant.EPOCH));
    }

    private static String shown(Reading reading, String metric) {
        return reading.values().get(Metrics.of(metric)) instanceof Value.Amount(BigDecimal number)
                ? number.toPlainString()
                : "missing";
    }

    @ParameterizedTest
    @CsvSource({"523, 1, 5230, -200, 0", "523, 0, 523, -20, 0", "65013, -1, -52.3, -2, 0",
            "523, -2, 5.23, -0.2, 0", "1, -10, 0.0000000001, -0.000000002, 0",
            // the device has no power, or no scale; the other value has none either then
            "32768, 1, missing, -200, 0", "523, 32768, missing, missing, 2",
            // no such power of ten; more than twice the rated power of 6 kW
            "523, 11, missing, missing, 2", "523, -11, missing, missing, 2", "523, 2, missing, -2000, 1",
            "1, 10, missing, -200000000000, 1"})
    void theScaleGoesWithTheValueOfTheSamePoll(int raw, int scale, String power, String grid, int rejected)
            throws Exception {
        image.put(Space.HOLDING, 10, raw, scale);
        Reading reading = device().poll(Cadence.FULL).getFirst();
        assertEquals(List.of(power, grid, rejected),
                List.of(shown(reading, "output#power"), shown(reading, "grid#power"), reading.rejected()));
    }

    @ParameterizedTest
    @CsvSource({"12345.678, 12.345678, 0", "0.1, 0.0001, 0", "5e8, 500000, 0", "-0.0, 0, 0", "NaN, missing, 0",
            "2e9, missing, 1", "Infinity, missing, 1", "-1, missing, 1"})
    void aFloatingPointNumberIsTheDecimalThatItMeans(float told, String shown, int rejected) throws Exception {
        int bits = Float.floatToIntBits(told);
        image.put(Space.HOLDING, 18, bits >>> 16, bits);
        Reading reading = device().poll(Cadence.FULL).getFirst();
        assertEquals(shown, shown(reading, "energy#output-total"));
        assertEquals(rejected, reading.rejected());
    }

    @Test
    void aScaleThatChangesIsTakenAtOnce() throws Exception {
        RegisterDevice device = device();
        open(simulator).clearRequests();
        assertEquals("5230", shown(device.poll(Cadence.FULL).getFirst(), "output#power"));
        image.put(Space.HOLDING, 10, 5234, 0);
        assertEquals("5234", shown(device.poll(Cadence.FULL).getFirst(), "output#power"));
        assertEquals(2, open(simulator).requests().size());
    }

    @Test
    void aNumberToldOnceMayDependOnAnotherThatSaysWhetherItIsThere() throws Exception {
        assertEquals(6000, device().fact("rated"));
        image.put(Space.HOLDING, 15, 0);
        assertEquals(100_000, device().fact("rated"));
    }

    @Test
    void aSettingIsWrittenAsItIsScaledNow() throws Exception {
        RegisterDevice device = device();
        device.poll(Cadence.FULL);
        assertEquals(new Allowed.Range(BigDecimal.ZERO, new BigDecimal(6000), BigDecimal.ONE),
                device.settings().get(Metrics.of("settings#export-limit")));
        image.put(Space.HOLDING, 13, 2);
        Outcome outcome = device.set(List.of(limit("4200")));
        assertInstanceOf(Outcome.Verified.class, outcome);
        assertEquals(42, image.read(Space.HOLDING, 14).orElseThrow());
        assertInstanceOf(Outcome.Refused.class, device.set(List.of(limit("4250"))));
    }

    @Test
    void whatTheDeviceHasNotCannotBeSet() throws Exception {
        RegisterDevice device = device();
        device.poll(Cadence.FULL);
        image.put(Space.HOLDING, 14, 0xFFFF);
        assertEquals(new Outcome.Refused(Refusal.notSupported(Metrics.of("settings#export-limit"))),
                device.set(List.of(limit("4200"))));
        assertEquals(0xFFFF, image.read(Space.HOLDING, 14).orElseThrow());
    }

    private static Setting limit(String watts) {
        return new Setting(Metrics.of("settings#export-limit"), new Value.Amount(new BigDecimal(watts)));
    }
}
