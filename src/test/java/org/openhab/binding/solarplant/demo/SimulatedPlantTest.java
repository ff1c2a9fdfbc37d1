/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The devices of the demo come and go together. */
@NonNullByDefault
@Timeout(30)
class SimulatedPlantTest {
    /** Not the demo's own: it may be running. */
    private static final int FIRST_PORT = 25031;
    private static final int DEVICES = 7;

    @Test
    void saysWhereEachDeviceIsAndLeavesNothingBehind() throws IOException {
        String addresses;
        try (SimulatedPlant plant = new SimulatedPlant(ZoneOffset.UTC, FIRST_PORT)) {
            addresses = plant.addresses();
        }
        assertEquals(DEVICES, addresses.split(", ").length);
        assertTrue(addresses.contains("http://127.0.0.1:" + (FIRST_PORT + 5) + "/api"), addresses);
        try (SimulatedPlant again = new SimulatedPlant(ZoneOffset.UTC, FIRST_PORT)) {
            assertEquals(addresses, again.addresses());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 5, 6})
    void saysWhichPortIsTakenAndStartsNothing(int device) throws IOException {
        try (ServerSocket other = new ServerSocket(FIRST_PORT + device, 1, InetAddress.getLoopbackAddress())) {
            BindException taken = assertThrows(BindException.class,
                    () -> new SimulatedPlant(ZoneOffset.UTC, FIRST_PORT).close());
            assertEquals("port " + other.getLocalPort() + " of the simulated plant is taken", taken.getMessage());
        }
        new SimulatedPlant(ZoneOffset.UTC, FIRST_PORT).close();
    }

    @Test
    void everyPortOfTheThingsHasADevice() throws IOException {
        String things = Files.readString(Path.of("src", "demo", "plant.yaml"));
        assertEquals(DEVICES, Pattern.compile("(?:port: |127\\.0\\.0\\.1:)(\\d+)").matcher(things).results()
                .map(found -> Integer.parseInt(found.group(1)) - SimulatedPlant.FIRST_PORT)
                .filter(device -> device >= 0 && device < DEVICES).distinct().count());
    }
}
