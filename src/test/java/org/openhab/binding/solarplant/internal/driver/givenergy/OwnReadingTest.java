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

import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.solarplant.internal.driver.givenergy.DriverRig.*;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** What an inverter has and does that no single register tells: a battery, a grid, a firmware, a capacity. */
@NonNullByDefault
@Timeout(60)
class OwnReadingTest {

    private static final String INVERTER = "inverter:" + SERIAL;
    private static final int HYBRID = 0x2301;
    private static final int THREE_PHASE = 0x4006;

    private static MapImage without(int code) {
        MapImage image = Images.owner(code, 305, SERIAL);
        return code == THREE_PHASE
                ? image.put(Space.INPUT, 1131, 0, 0, 0)
                : image.put(Space.INPUT, 50, 0, 0, 0).put(Space.INPUT, 56, 0).put(Space.INPUT, 59, 0);
    }

    /** All that is told of the battery, in the group of that name and among the counters. */
    private static List<String> ofBattery(List<Reading> readings) {
        return DriverRig.of(readings, INVERTER).values().keySet().stream().map(Object::toString)
                .filter(id -> id.startsWith("battery#") || id.matches("energy#(dis|grid-)?charge-.*")).sorted()
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {HYBRID, 0x2001, 0x3001, 0x8001, THREE_PHASE})
    void withoutPackAndStackAndVoltageThereIsNoBattery(int code) throws Exception {
        MapImage image = without(code);
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals(List.of(), ofBattery(rig.full()));
            assertEquals(List.of(), ofBattery(rig.poll(Cadence.FAST)));
            put(image, code == THREE_PHASE ? 1131 : 50, 5000);
            rig.clock.pass(600);
            assertEquals("0", value(rig.full(), INVERTER, "battery#state-of-charge"), "voltage: one was connected");
        }
    }

    @Test
    void whatWasChargedOnceStaysCounted() throws Exception {
        MapImage image = without(HYBRID);
        put(image, 36, 12);
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("1.2", value(rig.full(), INVERTER, "energy#charge-today"));
            assertEquals("", value(rig.full(), INVERTER, "energy#discharge-today"));
        }
    }

    @Test
    void anEmptyBatteryIsStillOne() throws Exception {
        try (DriverRig rig = DriverRig.of(without(HYBRID)).with(0x32, Images.pack("BE1234G567"))) {
            assertEquals("0", value(rig.full(), INVERTER, "battery#state-of-charge"));
        }
        try (DriverRig rig = DriverRig.of(without(0x8101)).with(0xA0, Images.stacks(1)).with(0x70, Images.stack(1))) {
            assertEquals("0", value(rig.full(), INVERTER, "battery#state-of-charge"));
        }
    }

    /** Neither tied to the grid, nor any voltage or frequency there. */
    @ParameterizedTest
    @CsvSource({"8001, 1, 0, 0, 0, off-grid", "8001, 1, 0, 2300, 0, normal", "8001, 1, 0, 0, 5000, normal",
            "8001, 2, 0, 0, 0, off-grid", "8001, 1, 0, 2300, 5000, normal", "8001, 1, 1, 0, 0, normal",
            "8001, 3, 0, 0, 0, fault", "8001, 0, 0, 0, 0, waiting", "4001, 1, 0, 0, 0, off-grid",
            "4001, 1, 0, 4000, 5000, normal", "4001, 1, 1, 0, 0, normal"})
    void aPowerCutIsTold(String code, int status, int tied, int voltage, int frequency, String mode)
            throws Exception {
        MapImage image = Images.owner(Integer.parseInt(code, 16), 620, SERIAL);
        boolean threePhase = code.startsWith("4");
        put(image, threePhase ? 1076 : 0, status);
        put(image, threePhase ? 1075 : 49, tied);
        put(image, threePhase ? 1061 : 5, voltage);
        put(image, threePhase ? 1067 : 13, frequency);
        try (DriverRig rig = DriverRig.of(image)) {
            for (Cadence cadence : Cadence.values()) {
                assertEquals(mode, value(rig.poll(cadence), INVERTER, "status#run-mode"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INVERTER", "GATEWAY"})
    void firmwareIsReadWhereTheFamilyKeepsIt(DeviceKind kind) throws Exception {
        boolean gateway = kind == DeviceKind.GATEWAY;
        MapImage image = Images.owner(gateway ? 0x7001 : THREE_PHASE, 0, SERIAL).put(Space.HOLDING, 19, 0);
        if (gateway) {
            put(image, 1600, 0x4741, 0x4141, 0, 0x0104);
        } else {
            put(image, 1325, 11043, 10311, 11121);
        }
        try (DriverRig rig = DriverRig.of(image).kind(kind)) {
            assertEquals(gateway ? "GAAA0014" : "D0.11043-A0.11121", firmware(rig.full().getFirst()));
        }
    }

    @Test
    void firmwareThatIsNotToldIsNotInvented() throws Exception {
        MapImage image = Images.owner(THREE_PHASE, 0, SERIAL).put(Space.HOLDING, 19, 0);
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("null", firmware(rig.full().getFirst()));
        }
        MapImage gateway = Images.owner(0x7001, 0, SERIAL).put(Space.HOLDING, 19, 0);
        try (DriverRig rig = DriverRig.of(gateway).kind(DeviceKind.GATEWAY)) {
            assertEquals("null", firmware(rig.full().getFirst()));
        }
        try (DriverRig rig = DriverRig.of(0x2001, 449)) {
            assertEquals("D0.501-A0.449", firmware(rig.full().getFirst()));
        }
    }

    @Test
    void batteriesTellWhatTheyAre() throws Exception {
        try (DriverRig rig = DriverRig.of(0x2001, 449).with(0x32, Images.pack("BG1234G567")).with(0x33,
                Images.pack("QQ1234G567"))) {
            List<Reading> readings = rig.full();
            Map<String, String> known = DriverRig.of(readings, "battery:BG1234G567").device().properties();
            assertEquals("Giv-Bat 8.2 3022", known.get("modelId") + " " + known.get("firmwareVersion"));
            assertFalse(DriverRig.of(readings, "battery:QQ1234G567").device().properties().containsKey("modelId"));
        }
        try (DriverRig rig = DriverRig.of(0x8101, 1).with(0xA0, Images.stacks(1)).with(0x70, Images.stack(1))) {
            assertEquals("BAAA0010", firmware(rig.full().getLast()));
        }
    }

    /** Register 55 is set by hand, and garbled now and then. A pack of the images has 100 Ah. */
    @ParameterizedTest
    @CsvSource({"32000, 10.24", "150, 7.68", "200, 10.24", "0, 10.24"})
    void theCapacityIsNeverMoreThanThePacksHave(int set, String capacity) throws Exception {
        MapImage image = Images.owner(0x2001, 449, SERIAL).put(Space.HOLDING, 55, set);
        try (DriverRig rig = DriverRig.of(image).with(0x32, Images.pack("BE1234G567")).with(0x33,
                Images.pack("BE1234G568"))) {
            assertEquals(capacity, value(rig.full(), INVERTER, "battery#capacity"));
            rig.fault(new DongleFault.Refuse(true), 2, 0x33);
            assertEquals(capacity, value(rig.full(), INVERTER, "battery#capacity"), "one was not heard just now");
        }
    }

    /** Registers 35 to 40; the clock of the rig begins at its own time. */
    @Test
    void theClockGoesOnBetweenTheReadsOfItsPage() throws Exception {
        MapImage image = Images.settings(Images.owner(0x2001, 449, SERIAL));
        try (DriverRig rig = DriverRig.of(image)) {
            LocalDateTime late = LocalDateTime.ofInstant(rig.clock.instant(), ZoneOffset.UTC).minusSeconds(95);
            show(image, late);
            assertEquals(moment(late), time(rig.full()));
            rig.clock.pass(60);
            assertEquals(moment(late.plusSeconds(60)), time(rig.full()));
            show(image, late.plusHours(1));
            assertEquals(moment(late.plusHours(1)), time(rig.poll(Cadence.WHOLE)));
            image.put(Space.HOLDING, 36, 13);
            assertEquals("null", time(rig.poll(Cadence.WHOLE)), "month 13, as some show at new year");
        }
    }

    private static void show(MapImage image, LocalDateTime time) {
        image.put(Space.HOLDING, 35, time.getYear() - 2000, time.getMonthValue(), time.getDayOfMonth(),
                time.getHour(), time.getMinute(), time.getSecond());
    }

    private static String moment(LocalDateTime time) {
        return String.valueOf(
                new Value.Moment(time.truncatedTo(ChronoUnit.SECONDS).toInstant(ZoneOffset.UTC)));
    }

    private static String time(List<Reading> readings) {
        return String.valueOf(DriverRig.of(readings, INVERTER).values().get(Metrics.of("status#device-time")));
    }

    private static DriverRig stacks(MapImage stack) {
        return DriverRig.of(0x8101, 1).with(0xA0, Images.stacks(1)).with(0x70, stack);
    }

    @Test
    void aStackIsKnownByItsOwnSerialNumber() throws Exception {
        MapImage stack = Images.stack(1).putText(Space.INPUT, 138, 5, "HB2236G001");
        try (DriverRig rig = stacks(stack)) {
            Device known = DriverRig.of(rig.full(), "battery:HB2236G001").device();
            assertEquals("HB2236G001", known.properties().get("serialNumber"));
            assertEquals("battery:" + SERIAL + "-battery-1", String.valueOf(known.former()));
            stack.remove(Space.INPUT, 120, 142);
            rig.restart();
            assertEquals(List.of(INVERTER, "battery:HB2236G001"), DriverRig.ids(rig.full()),
                    "a page that is silent makes no other device of it");
        }
        try (DriverRig rig = stacks(Images.stack(1))) {
            Device nameless = rig.full().getLast().device();
            assertEquals("battery:" + SERIAL + "-battery-1 null", nameless.id() + " " + nameless.former());
        }
    }

    @Test
    void theWarningsOfAStackAreAmongItsFaults() throws Exception {
        MapImage stack = Images.stack(1);
        put(stack, 114, 0x0010, 0x0001, 0, 2, 0, 0);
        try (DriverRig rig = stacks(stack)) {
            List<Reading> readings = rig.full();
            assertEquals("warning bit 0, warning bit 20, protection bit 1",
                    value(readings, DriverRig.ids(readings).getLast(), "status#fault"));
        }
    }

    private static String firmware(Reading reading) {
        return String.valueOf(reading.device().properties().get("firmwareVersion"));
    }
}
