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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.internal.console.SolarPlantConsole;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;
import org.openhab.binding.solarplant.sim.SunSpecImage;
import org.openhab.core.OpenHAB;
import org.openhab.core.thing.ThingUID;

/** {@link SolarPlantConsole} where a device is read by a file of the user's own. */
@NonNullByDefault
class OwnCaptureTest {

    private static final int VOLTAGES = 40_077;

    private final @Nullable String before = System.getProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT);
    private final MapImage image = SunSpecImage.hybrid(OwnProfileRig.SERIAL);
    private final OwnProfileRig rig;
    private final ConsoleRig console;

    OwnCaptureTest(@TempDir Path conf, @TempDir Path data) throws IOException {
        System.setProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT, conf.toString());
        rig = new OwnProfileRig(conf.resolve("solarplant"), Map.of());
        // a name that is no word with hyphens
        rig.write("sunspec103.json", OwnProfileRig.example());
        console = new ConsoleRig(rig.plant, data);
        ThingUID roof = rig.add("roof", rig.plant.simulate(image),
                Map.of("profile", "sunspec103", "serial", OwnProfileRig.SERIAL));
        rig.plant.awaitShown(roof);
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
        rig.close();
        if (before == null) {
            System.clearProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT);
        } else {
            System.setProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT, before);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes());
    }

    @Test
    void replaysWithTheFile() throws IOException {
        Path file = console.capture("roof");
        String power = rig.plant.text(TestPlant.ROOF, "output#power");
        String replayed = console.run("replay", file.toString());
        assertTrue(replayed.lines().anyMatch(line -> line.matches("output#power +" + power)), replayed);
    }

    @Test
    void aSerialNumberOfSeveralPartsIsTold() throws IOException {
        String captured = Files.readString(console.capture("roof"));
        assertFalse(captured.contains(OwnProfileRig.SERIAL), captured);
        assertFalse(captured.contains(hex(OwnProfileRig.SERIAL)), captured);
        assertFalse(console.run("diagnostics").contains(OwnProfileRig.SERIAL));
    }

    @Test
    void whatRidesOnADeviceDoesNotTellTheAddressOfThat() throws IOException {
        // 127.0.0.1, as a device keeps it
        image.put(Space.HOLDING, VOLTAGES, 0x7F00, 0x0001);
        ThingUID store = rig.plant.addPart("battery", "store", "battery:" + OwnProfileRig.SERIAL + "-battery-1");
        rig.plant.awaitShown(store);
        for (String thing : new String[]{"roof", "store"}) {
            String registers = console.run("registers", thing);
            assertEquals("0000", registers.lines().map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > 3 && cells[2].equals("0x%04X".formatted(VOLTAGES)))
                    .map(cells -> cells[3]).findFirst().orElse(""), registers);
        }
    }
}
