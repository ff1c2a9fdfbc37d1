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

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.solarplant.internal.capture.Capture;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.core.types.State;

/** A capture that was taken through the console tells what the device told, and nothing of whose it is. */
@NonNullByDefault
@Timeout(180)
class CaptureTest {

    @TempDir
    @SuppressWarnings("null")
    Path folder;

    /** Makes a plant to be captured. */
    private interface Source {
        CapturedPlants open() throws IOException;
    }

    enum Vendor {
        SOLAX(CapturedPlants::solax), GIVENERGY_EMS(CapturedPlants::givEnergyEms), GIVENERGY_PACKS(
                CapturedPlants::givEnergyPacks), GIVENERGY_HYBRID(CapturedPlants::givEnergyHybrid), ALPHAESS_MODBUS(
                        CapturedPlants::alphaEssModbus), ALPHAESS_CLOUD(CapturedPlants::alphaEssCloud);

        private final Source source;

        Vendor(Source source) {
            this.source = source;
        }
    }

    /** What a thing shows, but for what is about the polls and their time. */
    private static Map<String, String> measured(Map<String, State> states) {
        Map<String, String> measured = new TreeMap<>();
        Predicate<String> other = channel -> channel.startsWith("poll#") || channel.startsWith("control#")
                || channel.equals("status#last-update")
                // between two looks at it a device's clock goes on with that of whoever asks
                || channel.equals("status#device-time");
        states.forEach((channel, state) -> {
            if (!other.test(channel)) {
                measured.put(channel, state.toString());
            }
        });
        return measured;
    }

    /** What is known of the parts of a device, whatever they are called. */
    private static List<String> parts(Map<DeviceId, DeviceState> devices, DeviceId owner) {
        return devices.values().stream().filter(state -> owner.equals(state.device().owner()))
                .map(state -> state.device().id().kind() + " " + measured(CaptureReplay.states(state))).sorted()
                .toList();
    }

    private static CaptureReplay.Outcome replay(Path file) throws Exception {
        return new CaptureReplay(new ProfileStore()).play(Capture.read(file));
    }

    @ParameterizedTest
    @EnumSource
    void replaysToTheSameValues(Vendor vendor) throws Exception {
        CapturedPlants captured = vendor.source.open();
        try (TestPlant plant = captured.plant(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            Path file = console.capture(captured.thing().getAsString());
            InverterHandler handler = (InverterHandler) Objects
                    .requireNonNull(plant.thing(captured.thing()).getHandler());
            DeviceId device = handler.deviceId().orElseThrow();
            Map<String, String> live = measured(handler.inspect().states());
            List<String> parts = parts(plant.handler().snapshot().devices(), device);
            plant.host.setEnabled(captured.thing(), false);
            assertEquals(1, plant.log.with(file + " is complete").size());

            CaptureReplay.Outcome outcome = replay(file);
            assertTrue(outcome.polls().size() >= 2, "polls: " + outcome.polls());
            assertTrue(outcome.polls().stream().allMatch(Optional::isEmpty), "polls: " + outcome.polls());
            DeviceId invented = outcome.devices().keySet().stream().filter(id -> id.kind() == device.kind())
                    .filter(id -> id.key().length() == device.key().length()).findFirst().orElseThrow();
            assertNotEquals(device, invented);
            assertEquals(device.key().substring(0, 2), invented.key().substring(0, 2));
            assertTrue(live.size() > 10, live.toString());
            assertEquals(live, measured(CaptureReplay.states(outcome.devices().get(invented))));
            // the parts that ride on it as well, which bear other serial numbers now
            assertEquals(parts, parts(outcome.devices(), invented));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingOfWhoseItIs(Vendor vendor) throws Exception {
        CapturedPlants captured = vendor.source.open();
        try (TestPlant plant = captured.plant(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            Path file = console.capture(captured.thing().getId());
            String text = Files.readString(file).toUpperCase(Locale.ROOT);
            console.run("diagnostics");
            String diagnostics = Files.readString(console.files().stream()
                    .filter(path -> path.getFileName().toString().startsWith("diagnostics")).findFirst()
                    .orElseThrow()).toUpperCase(Locale.ROOT);
            for (String secret : captured.secrets()) {
                spellings(secret).forEach(spelling -> {
                    assertFalse(text.contains(spelling), () -> secret + " as " + spelling + " in " + text);
                    assertFalse(diagnostics.contains(spelling), () -> secret + " in " + diagnostics);
                });
            }
        }
    }

    /** All ways in which a secret could stand in a file, in capitals. */
    private static List<String> spellings(String secret) {
        HexFormat hex = HexFormat.of().withUpperCase();
        byte[] bytes = (secret.length() % 2 == 0 ? secret : secret + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] swapped = bytes.clone();
        StringBuilder wide = new StringBuilder();
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            swapped[i] = bytes[i ^ 1];
        }
        for (char character : secret.toCharArray()) {
            wide.append("%04X".formatted((int) character));
            escaped.append("\\u%04X".formatted((int) character));
        }
        String text = new String(swapped, StandardCharsets.US_ASCII).replace("\0", "");
        return Stream.of(secret, text, new StringBuilder(secret).reverse().toString(),
                hex.formatHex(secret.getBytes(StandardCharsets.US_ASCII)), hex.formatHex(swapped).replaceAll("00", ""),
                wide.toString(), escaped.toString()).map(spelling -> spelling.toUpperCase(Locale.ROOT)).toList();
    }
}
