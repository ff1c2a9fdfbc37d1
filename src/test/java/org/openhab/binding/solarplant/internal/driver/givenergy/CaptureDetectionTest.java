/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.ids;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.value;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.sim.DongleCapture;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Plants as recordings left them, behind a simulated dongle. The recordings are read in place. */
@NonNullByDefault
@Timeout(60)
class CaptureDetectionTest {

    private static final Path FOLDER = Path.of(System.getProperty("captures", "../shared/protocols"),
            "givenergy-captures");

    @BeforeAll
    static void needsCaptures() {
        assumeTrue(Files.isDirectory(FOLDER),
                () -> "no captures in " + FOLDER + ": give their folder as -Dcaptures=DIR");
    }

    private static DriverRig rig(String capture, DeviceKind kind, String serial) throws IOException {
        Map<Integer, DongleDevice> devices = DongleCapture.devices(DongleCapture.blocks(json(capture)), serial);
        devices.values().stream().map(device -> (MapImage) device.registers()).forEach(image -> {
            // totals of rarely read banks are not in every recording
            if (image.read(Space.INPUT, 0).isPresent()) {
                image.zeros(Space.INPUT, 180, 239);
            }
        });
        return DriverRig.of(new MapImage()).kind(kind).withAll(devices);
    }

    private static Path json(String capture) {
        return FOLDER.resolve(capture + ".json");
    }

    private static JsonObject read(String capture) throws IOException {
        try (Reader reader = Files.newBufferedReader(json(capture))) {
            return new Gson().fromJson(reader, JsonObject.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"hybrid_gen1_poll_10min, INVERTER, SA2114G000, Hybrid 5.0 kW, '', '32,33', '', ''",
            "ac_fw282_2x_givbat52_30min, INVERTER, CE2231G000, AC-coupled 3.0 kW, '', '32,33', '', ''",
            "aio_fw612_5min, INVERTER, CH2414G000, All-in-one 6.0 kW, '', '', '50,51,52,53', '70'",
            "three_phase_redetect_10min, INVERTER, TC2337G000, Three-phase hybrid 11 kW, '1,2', '', "
                    + "'50,51,52,53,54,55', '70'",
            "ems_fw1036_60s, EMS, EMS2522000, EMS, '1,3', '', '', ''",
            "ems_fw1036_30min, EMS, EMS2522000, EMS, '1,3', '', '', ''"})
    void everyRecordedPlantIsFound(String capture, DeviceKind kind, String serial, String model, String meters,
            String packs, String modules, String stacks) throws Exception {
        try (DriverRig rig = rig(capture, kind, serial)) {
            List<Reading> readings = rig.full();
            assertEquals("OWNER=" + serial + ";METER=" + meters + ";PACK=" + packs + ";MODULE=" + modules + ";STACK="
                    + stacks, rig.topology(serial));
            assertEquals(model, readings.getFirst().device().properties().get("modelId"));
            int members = (int) List.of(meters, packs, modules, stacks).stream().filter(list -> !list.isEmpty())
                    .flatMap(list -> List.of(list.split(",")).stream()).count();
            int managed = kind == DeviceKind.EMS ? 1 : 0;
            assertEquals(1 + members + managed, ids(readings).size(), "redacted serials of both inverters are alike");
            for (Reading reading : readings) {
                assertTrue(!reading.values().isEmpty(), reading.device().id() + " tells nothing");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"hybrid_gen1_poll_10min, SA2114G000", "ac_fw282_2x_givbat52_30min, CE2231G000"})
    void batteryTotalsAreUnwrapped(String capture, String serial) throws Exception {
        JsonObject expected = read(capture).getAsJsonObject("expectedModel").getAsJsonObject("derivedBatteryTotals");
        try (DriverRig rig = rig(capture, DeviceKind.INVERTER, serial)) {
            List<Reading> readings = rig.full();
            assertEquals(expected.get("charge").getAsString(),
                    value(readings, "inverter:" + serial, "energy#charge-total"));
            assertEquals(expected.get("discharge").getAsString(),
                    value(readings, "inverter:" + serial, "energy#discharge-total"));
        }
    }

    @Test
    void bothInvertersOfAnEmsAreToldApartByTheirSerials() throws Exception {
        try (DriverRig rig = rig("ems_fw1036_60s", DeviceKind.EMS, "EMS2522000")) {
            JsonObject patch = read("ems_rollup_patched");
            MapImage ems = new MapImage();
            DongleCapture.blocks(json("ems_fw1036_60s")).stream().filter(block -> block.unit() == 0x11)
                    .forEach(block -> ems.put(block.type().equals("HR") ? Space.HOLDING : Space.INPUT, block.base(),
                            block.values().stream().mapToLong(Integer::longValue).toArray()));
            ems.put(Space.INPUT, 2040, patch.getAsJsonObject("block").getAsJsonArray("values").asList().stream()
                    .mapToLong(JsonElement::getAsLong).toArray());
            rig.with(0x11, ems, "EMS2522000");
            List<Reading> readings = rig.full();
            JsonObject decoded = patch.getAsJsonObject("decoded");
            for (int slot = 1; slot <= 2; slot++) {
                String id = "inverter:" + decoded.get("inverter" + slot + "Serial").getAsString();
                assertEquals(Source.ROLL_UP, DriverRig.of(readings, id).source());
                assertEquals(decoded.get("inverter" + slot + "Power").getAsString(),
                        value(readings, id, "output#power"));
                assertEquals(decoded.get("inverter" + slot + "Soc").getAsString(),
                        value(readings, id, "battery#state-of-charge"));
            }
        }
    }
}
