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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What people see and can do at openHAB's console. */
@NonNullByDefault
@Timeout(120)
class ConsoleTest {

    private static final String ROOF = TestPlant.ROOF.getAsString();

    @TempDir
    @SuppressWarnings("null")
    Path folder;

    private static void assertLine(String text, String... parts) {
        assertTrue(text.lines().anyMatch(line -> List.of(parts).stream().allMatch(line::contains)),
                () -> "no line with " + List.of(parts) + " in\n" + text);
    }

    @Test
    void listsThingsWithStatusSourceAndAge() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            plant.add("inverter", "lost", Map.of());
            plant.awaitOffline(TestPlant.inverter("lost"), ThingStatusDetail.CONFIGURATION_ERROR);
            String list = console.run("list");
            assertLine(list, ROOF, "The roof", "direct", "0 s", "ONLINE");
            assertLine(list, "solarplant:plant:home", "Home", "ONLINE");
            assertLine(list, "solarplant:inverter:home:lost", "OFFLINE (CONFIGURATION_ERROR): ", "address");
        }
    }

    @Test
    void showsTheValuesOfAThingWithoutItsWholeSerialNumber() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            String shown = console.run("show", "roof");
            assertLine(shown, "battery#power", plant.text(TestPlant.ROOF, "battery#power"));
            assertLine(shown, "modelId: X3-Hybrid-G4");
            assertLine(shown, "serialNumber: H34A…001");
            assertLine(shown, "polls: ");
            assertFalse(shown.contains(TestPlant.SERIAL), shown);
            assertEquals(shown, console.run("show", ROOF));
        }
    }

    @Test
    void pollsOutOfTurnEvenWhoIsBackedOff() throws IOException {
        try (TestPlant plant = new TestPlant(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            plant.addPlant(Map.of("pollMode", "normal", "refreshInterval", 3600));
            ModbusSimulator device = plant.simulate(TestPlant.hybrid());
            plant.addInverter("roof", device, Map.of());
            plant.awaitShown(TestPlant.ROOF);
            long asked = device.requests().size();
            assertLine(console.run("poll", "roof"), "It answered within ");
            assertTrue(device.requests().size() > asked);
            device.close();
            for (int failed = 1; failed <= 5; failed++) {
                assertLine(console.run("poll", "roof"), "The poll failed: ");
                plant.awaitState(TestPlant.ROOF, "poll#consecutive-failures", Integer.toString(failed));
            }
        }
    }

    @Test
    void aSearchFindsWhatWasAddedSince() throws IOException {
        try (TestPlant plant = new TestPlant(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            plant.addPlant(Map.of("pollMode", "normal", "refreshInterval", 3600));
            DongleSimulator dongle = plant.simulate(TestPlant.farm().inverter());
            ThingUID barn = plant.addDongle("inverter", "barn", dongle, Map.of());
            plant.awaitShown(barn);
            dongle.clearRequests();
            console.run("poll", "barn");
            assertTrue(dongle.requests().stream().noneMatch(request -> request.unit() == 0x37), "no search by itself");
            assertLine(console.run("poll", "barn", "search"), "It answered within ");
            assertTrue(dongle.requests().stream().anyMatch(request -> request.unit() == 0x37), "all are asked");
        }
    }

    @Test
    void showsRegistersWithWhatIsMadeOfThem() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            String registers = console.run("registers", "roof");
            assertLine(registers, "unit", "function", "register", "hex", "decimal", "meaning");
            String charge = plant.text(TestPlant.ROOF, "battery#state-of-charge").split(" ")[0];
            assertLine(registers, "battery#state-of-charge = " + charge);
            assertLine(registers, "grid#frequency = ");
        }
    }

    @Test
    void registersShowNoSerialNumber() throws IOException {
        try (TestPlant plant = new TestPlant(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            plant.addPlant(Map.of());
            ThingUID barn = plant.addDongle("inverter", "barn", plant.simulate(TestPlant.farm().inverter()), Map.of());
            plant.awaitShown(barn);
            console.run("poll", "barn", "search");
            String hex = console.run("registers", "barn").lines().map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > 3).map(cells -> cells[3]).reduce("", String::concat);
            assertTrue(hex.length() > 400, hex);
            for (String pack : GivEnergyPlant.PACKS) {
                assertFalse(hex.contains(HexFormat.of().withUpperCase().formatHex(pack.getBytes())), pack);
            }
        }
    }

    @Test
    void aCaptureIsBoundedAndTheOnlyOneOfItsThing() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            assertLine(console.run("capture", "roof"), "For how many minutes");
            assertLine(console.run("capture", "roof", "61"), "For how many minutes");
            assertLine(console.run("capture", "roof", "x"), "For how many minutes");
            assertEquals(List.of(), console.files());
            Path file = console.capture("roof");
            assertLine(console.run("capture", "roof", "1"), "A capture of it is under way.");
            console.awaitEnd(file);
            long lines = Files.lines(file).count();
            console.run("poll", "roof");
            assertEquals(lines, Files.lines(file).count(), "nothing is written after its end");
            assertEquals(2, console.capture("roof").getParent().toFile().listFiles().length);
        }
    }

    @Test
    void whatRidesOnADeviceIsCapturedThere() throws IOException {
        try (TestPlant plant = new TestPlant(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            plant.addPlant(Map.of());
            ThingUID barn = plant.addDongle("inverter", "barn", plant.simulate(TestPlant.farm().inverter()), Map.of());
            plant.awaitShown(barn);
            ThingUID pack = plant.addPart("battery", "pack", "battery:" + GivEnergyPlant.PACKS.get(0));
            plant.awaitShown(pack);
            Path file = console.capture("pack");
            assertLine(console.run("capture", "barn", "1"), "A capture of it is under way.");
            console.awaitEnd(file);
            assertLine(console.run("replay", file.getFileName().toString()), "battery#voltage",
                    plant.text(pack, "battery#voltage"));
        }
    }

    @Test
    void saysIfNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, file)) {
            assertLine(console.run("capture", "roof", "1"), "A file could not be read or written: ");
            assertLine(console.run("diagnostics"), "A file could not be read or written: ");
            assertLine(console.run("poll", "roof"), "It answered");
        }
    }

    @Test
    void aCaptureEndsWithThePlant() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            Path file = console.capture("roof");
            plant.host.setEnabled(TestPlant.PLANT, false);
            assertEquals(1, plant.log.with(file + " is complete").size());
            assertLine(console.run("replay", file.getFileName().toString()), "polls, of which");
        }
    }

    @Test
    void replayShowsWhatComesOut() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            Path file = console.capture("roof");
            console.awaitEnd(file);
            String replayed = console.run("replay", file.toString());
            assertLine(replayed, "inverter:H34A10DE");
            assertLine(replayed, "battery#state-of-charge", plant.text(TestPlant.ROOF, "battery#state-of-charge"));
            assertFalse(replayed.contains(TestPlant.SERIAL), replayed);
            assertEquals(List.of(file.getFileName() + " "), console.complete("replay", "inv"));
        }
    }

    @Test
    void diagnosticsSayHowAllIsAndNotWhoseItIs() throws IOException {
        try (CloudHome home = new CloudHome(); ConsoleRig console = new ConsoleRig(home.plant, folder)) {
            TestPlant plant = home.plant;
            home.withAccount().withSystems();
            plant.addInverter("serial-" + TestPlant.SERIAL, plant.simulate(TestPlant.hybrid()), Map.of());
            ModbusSimulator gone = plant.simulate(TestPlant.hybrid());
            gone.close();
            plant.addInverter("nobody", gone, Map.of("serial", "XYZ1234567890A"));
            plant.awaitOffline(TestPlant.inverter("nobody"), ThingStatusDetail.COMMUNICATION_ERROR);
            plant.awaitShown(TestPlant.inverter("serial-" + TestPlant.SERIAL));
            plant.awaitShown(CloudHome.ATTIC);
            String printed = console.run("diagnostics");
            Path file = console.files().getFirst();
            String written = Files.readString(file);
            assertTrue(printed.startsWith(written.strip()), printed);
            JsonObject json = JsonParser.parseString(written).getAsJsonObject();
            assertEquals(5, json.getAsJsonArray("things").size());
            assertEquals("5.2.1", json.getAsJsonObject("versions").get("openhab").getAsString());
            String upper = written.toUpperCase(Locale.ROOT);
            for (String secret : List.of(CloudHome.APP_ID, CloudHome.APP_SECRET, CloudHome.ATTIC_SERIAL,
                    CloudHome.CHARGER, TestPlant.SERIAL, "XYZ1234567890A", "127.0.0.1", ":" + gone.port(), "The nobody",
                    "attic", "nobody", "Home")) {
                assertFalse(upper.contains(secret.toUpperCase(Locale.ROOT)), secret + " in " + written);
            }
            assertLine(written, "\"profiles\"");
            assertLine(written, "hybrid at 1");
            assertLine(written, "\"kind\": \"unreachable\"");
            assertLine(written, "\"appSecret\": \"set\"");
            assertLine(written, "\"modelId\": \"X3-Hybrid-G4\"");
        }
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            assertLine(console.run(), "Usage: solarplant capture <thing> <minutes> - ");
            assertLine(console.run("dance"), "Nothing here sets a device");
            assertLine(console.run("show"), "Which thing?");
            assertLine(console.run("show", "garage"), "There is no thing garage");
            assertLine(console.run("poll", "home"), "A plant is not asked itself");
            assertLine(console.run("poll", "roof", "now"), "only search");
            assertLine(console.run("replay", "no-such-file"), "There is no file");
            plant.host.setEnabled(TestPlant.ROOF, false);
            assertLine(console.run("poll", "roof"), "Nobody is asked about");
            assertLine(console.run("list"), ROOF, "UNINITIALIZED");
        }
    }

    @Test
    void completesCommandsAndThings() throws IOException {
        try (TestPlant plant = TestPlant.running(); ConsoleRig console = new ConsoleRig(plant, folder)) {
            assertEquals(List.of("registers ", "replay "), console.complete("re"));
            assertEquals(List.of(ROOF + " "), console.complete("show", "solarplant:inv"));
            assertEquals(List.of(), console.complete("list", ""));
            assertEquals(List.of(), console.complete("capture", ROOF, ""));
        }
    }

    @Test
    void speaksOfStatusInTheUsersLanguage() throws IOException {
        try (TestPlant plant = new TestPlant(Locale.GERMAN); ConsoleRig console = new ConsoleRig(plant, folder)) {
            plant.addPlant(Map.of());
            plant.add("inverter", "lost", Map.of());
            plant.awaitOffline(TestPlant.inverter("lost"), ThingStatusDetail.CONFIGURATION_ERROR);
            assertLine(console.run("list"), "lost", plant.host.statusText(TestPlant.inverter("lost")));
        }
    }
}
