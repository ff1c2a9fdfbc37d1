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

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** What devices say that they are set to where that is not as the documents have it, and which of it can be set. */
@NonNullByDefault
@Timeout(60)
class GivEnergySettingsTest {

    private static DeviceId id(DeviceKind kind) {
        return new DeviceId(kind, DriverRig.SERIAL);
    }

    private static MapImage image(int code, int arm) {
        return Images.settings(Images.owner(code, arm, DriverRig.SERIAL));
    }

    private static String told(List<Reading> readings, DeviceKind kind, String setting) {
        return DriverRig.value(readings, id(kind).toString(), "settings#" + setting);
    }

    private static Outcome set(DriverRig rig, DeviceKind kind, String setting, Value value) throws Exception {
        return rig.apply(
                new Order.Change(id(kind), List.of(new Setting(Metrics.of("settings#" + setting), value))));
    }

    /** Users of AC-coupled inverters found 60 in both registers of a second slot that has never been set. */
    @ParameterizedTest
    @CsvSource({"3001, 282, INVERTER, 31, charge-slot-2-start, 60", "3001, 282, INVERTER, 45, discharge-slot-2-end, 60",
            "2001, 449, INVERTER, 94, charge-slot-1-start, 2580", "2001, 449, INVERTER, 95, charge-slot-1-end, 65535",
            "4004, 1, INVERTER, 1121, discharge-slot-2-end, 60", "7001, 1, GATEWAY, 246, charge-slot-3-start, 60",
            "5001, 1036, EMS, 2044, discharge-slot-1-start, 60", "5001, 1036, EMS, 2063, export-slot-1-end, 60"})
    void aSlotThatIsNotSetIsThereAndTakesCommands(String code, int arm, DeviceKind kind, int register, String setting,
            int raw) throws Exception {
        MapImage image = image(Integer.parseInt(code, 16), arm).put(Space.HOLDING, register, raw);
        try (DriverRig rig = DriverRig.of(image).kind(kind)) {
            Reading reading = rig.full().getFirst();
            assertEquals(new Value.Unset(), reading.values().get(Metrics.of("settings#" + setting)));
            rig.written();
            assertInstanceOf(Outcome.Verified.class, set(rig, kind, setting, new Value.Text("01:30")));
            assertEquals(List.of(register + "=130"), rig.written());
            assertEquals("01:30", told(rig.full(), kind, setting));
        }
    }

    /** Neither matching the demand nor discharging by times: other clients call it "Export (Paused)". */
    @Test
    void everyCombinationOfModesHasAWord() throws Exception {
        MapImage image = image(0x2001, 449).put(Space.HOLDING, 27, 0).put(Space.HOLDING, 59, 0);
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("export-paused", told(rig.full(), DeviceKind.INVERTER, "work-mode"));
            Allowed words = rig.settings().get(id(DeviceKind.INVERTER)).get(Metrics.of("settings#work-mode"));
            assertEquals(new Allowed.Words(List.of("eco", "timed-demand", "timed-export", "export-paused")), words);
            rig.written();
            assertInstanceOf(Outcome.Verified.class,
                    set(rig, DeviceKind.INVERTER, "work-mode", new Value.Text("timed-demand")));
            assertEquals(List.of("27=1", "59=1"), rig.written());
        }
    }

    /** Both recorded gateways have 0 in HR111 and 112, 50 and 100 in HR313 and 314, and a pause that comes and goes. */
    @Test
    void aGatewayIsLimitedInPercentAndPauses() throws Exception {
        MapImage image = image(0x7001, 1).put(Space.HOLDING, 111, 0, 0).put(Space.HOLDING, 313, 50, 100)
                .put(Space.HOLDING, 318, 1);
        try (DriverRig rig = DriverRig.of(image).kind(DeviceKind.GATEWAY)) {
            List<Reading> readings = rig.full();
            assertEquals("50", told(readings, DeviceKind.GATEWAY, "charge-power-percent"));
            assertEquals("100", told(readings, DeviceKind.GATEWAY, "discharge-power-percent"));
            assertEquals("pause-charge", told(readings, DeviceKind.GATEWAY, "pause-mode"));
            assertEquals("00:00", told(readings, DeviceKind.GATEWAY, "charge-slot-10-start"));
            assertFalse(readings.getFirst().values().containsKey(Metrics.of("settings#charge-rate")));
        }
    }

    /** Some are silent about the page from HR300 on and answer for these three registers (home-energy-manager 156). */
    @ParameterizedTest
    @CsvSource({"2003, 318, INVERTER", "2001, 312, INVERTER", "7001, 1, GATEWAY"})
    void thePauseIsThereWithoutThePageInWhichItLies(String code, int arm, DeviceKind kind) throws Exception {
        MapImage image = image(Integer.parseInt(code, 16), arm).remove(Space.HOLDING, 300, 359).put(Space.HOLDING, 318,
                2, 1900, 1600);
        try (DriverRig rig = DriverRig.of(image).kind(kind)) {
            List<Reading> readings = rig.full();
            assertEquals("pause-discharge", told(readings, kind, "pause-mode"));
            assertEquals("19:00", told(readings, kind, "pause-start"));
            assertEquals("16:00", told(readings, kind, "pause-end"));
            assertFalse(readings.getFirst().values().containsKey(Metrics.of("settings#backup-enabled")));
            assertInstanceOf(Outcome.Verified.class, set(rig, kind, "pause-mode", new Value.Text("off")));
            assertEquals(List.of("318=0"), rig.written());
        }
    }

    @ParameterizedTest
    @CsvSource({"2003, 311", "2001, 920", "2001, 449"})
    void olderHybridsAreNotAskedForAPause(String code, int arm) throws Exception {
        try (DriverRig rig = DriverRig.of(image(Integer.parseInt(code, 16), arm))) {
            rig.full();
            assertFalse(rig.asked().stream().anyMatch(request -> request.matches("11:3(00|18)")));
            assertFalse(rig.settings().get(id(DeviceKind.INVERTER)).containsKey(Metrics.of("settings#pause-mode")));
        }
    }

    @Test
    void theLimitAtTheGridPortIsShown() throws Exception {
        try (DriverRig rig = DriverRig.of(image(0x2001, 449).put(Space.HOLDING, 26, 3680))) {
            assertEquals("3680", told(rig.full(), DeviceKind.INVERTER, "export-limit"));
            Map<Metric, Allowed> settings = rig.settings().get(id(DeviceKind.INVERTER));
            assertFalse(settings.containsKey(Metrics.of("settings#export-limit")));
        }
    }

    /** A low byte that went missing made a reserve of 1024 % (giv_tcp 536), others saw 306 %. */
    @ParameterizedTest
    @CsvSource({"2001, 449, INVERTER, 110, min-state-of-charge", "2001, 449, INVERTER, 116, charge-target",
            "3001, 282, INVERTER, 313, charge-power-percent", "3001, 282, INVERTER, 314, discharge-power-percent",
            "7001, 1, GATEWAY, 314, discharge-power-percent",
            "4004, 1, INVERTER, 1109, min-state-of-charge", "4004, 1, INVERTER, 1110, charge-power-percent",
            "4004, 1, INVERTER, 1108, discharge-power-percent", "7001, 1, GATEWAY, 110, min-state-of-charge",
            "7001, 1, GATEWAY, 313, charge-power-percent", "5001, 1036, EMS, 2046, discharge-slot-1-target"})
    void aPercentageThatIsNoneIsDropped(String code, int arm, DeviceKind kind, int register, String setting)
            throws Exception {
        MapImage image = image(Integer.parseInt(code, 16), arm).put(Space.HOLDING, register, 50);
        try (DriverRig rig = DriverRig.of(image).kind(kind)) {
            assertEquals("50", told(rig.full(), kind, setting));
            for (int garbled : List.of(101, 306, 1024, 0xFFFF)) {
                image.put(Space.HOLDING, register, garbled);
                assertEquals("", told(rig.poll(Cadence.WHOLE), kind, setting), "not " + garbled);
            }
        }
    }
}
