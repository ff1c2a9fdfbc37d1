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

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.capture.Capture;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;

/** What a capture says of what a driver was made of: {@link Surroundings}. */
@NonNullByDefault
class CaptureHeaderTest {

    private static final String SERIAL = "AL7000000000002";

    private static Surroundings around(InverterConfiguration configuration, DeviceMemory memory) {
        TestTime time = new TestTime();
        return new Surroundings(SolarPlantBindingConstants.INVERTER, configuration, memory, new ProfileStore(), time,
                time, () -> ZoneOffset.UTC);
    }

    @Test
    void whatWasRememberedOfADayStaysWholeButForWhoseItWas() {
        String counts = ";energy#pv-total=2026-05-31T23:59:58.123456Z/123456.7"
                + ";energy#import-total=2026-06-01T00:00:03.654321Z/1234567".repeat(6);
        DeviceId system = new DeviceId(DeviceKind.INVERTER, SERIAL);
        MapMemory memory = new MapMemory();
        // of a device that nobody knows any more
        memory.keep(system, "midnightEnergies", "AL7000000000009" + counts);
        memory.keep(system, "topology", SERIAL);
        Redaction redaction = Redaction.of(Set.of(SERIAL), "");
        Map<String, String> told = around(new InverterConfiguration(), memory).memories(system, redaction);
        String pv = ";energy#pv-total=2026-05-31T23:59:58.123456Z/123456.7";
        String bought = ";energy#import-total=2026-06-01T00:00:03.654321Z/1234567";
        assertEquals(Map.of("midnightEnergies", redaction.text("AL7000000000009") + pv + bought), told);
    }

    @Test
    void namesOfProfilesStay() {
        InverterConfiguration configuration = new InverterConfiguration();
        configuration.serial = SERIAL;
        configuration.profile = "sunspec103-x";
        Redaction redaction = Redaction.of(Set.of(SERIAL), "");
        assertEquals(Map.of("serial", redaction.text(SERIAL), "profile", "sunspec103-x"),
                around(configuration, new MapMemory()).told(redaction));
        configuration.profile = "of-" + SERIAL;
        assertEquals("of-" + redaction.text(SERIAL),
                around(configuration, new MapMemory()).told(redaction).get("profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"batteryCapacity\":\"1e999999999\"}", "{\"batteryCapacity\":\"-1\"}",
            "{\"batteryCapacity\":\"99999\"}", "{\"unitId\":\"256\"}", "{\"unitId\":\"x\"}"})
    void whatNoUserCanConfigureIsRefused(String configuration) throws Exception {
        Capture capture = Capture.read(new StringReader("{\"solarplant-capture\":1,\"began\":\"" + Instant.EPOCH
                + "\",\"offset\":\"Z\",\"facts\":{\"connection\":\"solax-modbus\"},\"configuration\":"
                + configuration + ",\"memory\":{}}\n"));
        CaptureReplay replay = new CaptureReplay(new ProfileStore());
        assertThrows(IllegalArgumentException.class, () -> replay.play(capture));
    }
}
