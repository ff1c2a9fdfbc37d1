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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;

/** What users want, and which registers of which model are written for it (givenergy.md §5). */
@NonNullByDefault
@Timeout(60)
class ControlTest {

    private static final DeviceId INVERTER = id(DeviceKind.INVERTER);

    /** The owner's code and firmware, settings in their order, and the writes that they make. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2001 449 | charge-enabled=ON discharge-enabled=ON                  | 96=1 59=1
            2001 449 | charge-slot-1-start=23:30 charge-slot-1-end=05:30       | 94=2330 95=530
            2001 449 | charge-slot-2-start=01:05 charge-slot-2-end=04:00       | 31=105 32=400
            2001 449 | discharge-slot-1-start=16:00 discharge-slot-2-end=00:05 | 56=1600 45=5
            2001 449 | min-state-of-charge=20 cutoff-state-of-charge=10        | 110=20 114=10
            2001 449 | charge-target=80 charge-target-enabled=ON               | 116=80 20=1
            2001 449 | charge-rate=25 discharge-rate=0                         | 111=25 112=0
            2001 449 | work-mode=timed-demand                                  | 59=1
            2001 449 | work-mode=timed-export                                  | 27=0 59=1
            2001 310 | charge-slot-3-start=01:00 charge-slot-10-end=02:00      | 246=100 268=200
            2001 310 | discharge-slot-3-start=01:00 discharge-slot-10-end=23:59 | 276=100 298=2359
            3001 282 | charge-power-percent=50 discharge-power-percent=1       | 313=50 314=1
            3001 282 | export-priority=grid-first backup-enabled=ON            | 311=2 317=1
            3001 282 | pause-mode=pause-both pause-start=16:00 pause-end=19:00 | 318=3 319=1600 320=1900
            8001 612 | pause-mode=pause-discharge charge-rate=40               | 318=2 111=40
            8001 612 | discharge-slot-2-start=17:00 charge-slot-4-start=02:30  | 44=1700 249=230
            8101 1   | charge-enabled=ON discharge-slot-9-end=12:00            | 96=1 295=1200
            4004 1   | charge-enabled=ON discharge-enabled=ON                  | 1112=1 59=1
            4004 1   | charge-slot-1-start=00:30 charge-slot-2-end=04:30       | 1113=30 1116=430
            4004 1   | discharge-slot-1-end=19:00 discharge-slot-2-start=20:00 | 1119=1900 1120=2000
            4004 1   | min-state-of-charge=20 cutoff-state-of-charge=10        | 1109=20 1078=10
            4004 1   | charge-target=90 charge-target-enabled=ON               | 1111=90 20=1
            4004 1   | work-mode=timed-export                                  | 27=0 59=1
            8201 1   | charge-slot-5-start=01:00 charge-slot-1-start=03:00     | 252=100 1113=300
            7001 1   | charge-enabled=ON min-state-of-charge=30                | 96=1 110=30
            7001 1   | charge-power-percent=50 discharge-power-percent=20      | 313=50 314=20
            7001 1   | pause-mode=pause-discharge pause-start=16:00 pause-end=19:00 | 318=2 319=1600 320=1900
            7001 1   | charge-slot-3-start=01:00 discharge-slot-10-end=02:00   | 246=100 298=200
            2001 318 | pause-mode=pause-charge pause-end=19:00                 | 318=1 320=1900
            2001 449 | work-mode=export-paused                                 | 27=0
            8001 612 | charge-slot-1-target=80 charge-slot-10-target=90        | 242=80 269=90
            8001 612 | discharge-slot-1-target=20 discharge-slot-3-target=4    | 272=20 278=4
            4004 1   | charge-power-percent=50 discharge-power-percent=60      | 1110=50 1108=60
            4004 1   | force-charge=ON force-discharge=ON backup-enabled=ON    | 1123=1 1122=1 1105=1
            5001 1   | export-limit=3000                                       | 2071=3000
            5001 1   | plant-control=ON charge-slot-1-start=00:30              | 2040=1 2053=30
            5001 1   | discharge-slot-3-end=22:00 discharge-slot-1-target=20   | 2051=2200 2046=20
            5001 1   | charge-slot-3-target=60 export-slot-2-start=12:00       | 2061=60 2065=1200
            5001 1   | export-slot-3-target=30                                 | 2070=30
            """)
    void writesWhereTheModelHasIt(String model, String wanted, String writes) throws Exception {
        try (DriverRig rig = rig(model)) {
            Outcome outcome = rig.apply(change(model, wanted));
            assertInstanceOf(Outcome.Verified.class, outcome);
            assertEquals(List.of(writes.split(" ")), rig.written());
            List<Reading> readings = rig.full();
            for (String setting : wanted.split(" ")) {
                String[] words = setting.split("=");
                assertEquals(words[1], DriverRig.value(readings, id(kind(model)).toString(), "settings#" + words[0]));
            }
            assertInstanceOf(Outcome.Unchanged.class, rig.apply(change(model, wanted)));
            assertEquals(List.of(), rig.written(), "flash wears: the same is not written again");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2001 449 | pause-mode=off                 | NOT_SUPPORTED
            2001 449 | charge-slot-3-start=01:00      | NOT_SUPPORTED
            2001 449 | backup-enabled=ON              | NOT_SUPPORTED
            2001 449 | plant-control=ON               | NOT_SUPPORTED
            2001 449 | min-state-of-charge=3          | OUT_OF_RANGE
            2001 449 | min-state-of-charge=4.5        | OUT_OF_RANGE
            2001 449 | charge-rate=51                 | OUT_OF_RANGE
            2001 449 | charge-slot-1-start=24:00      | OUT_OF_RANGE
            2001 449 | work-mode=eco-paused           | OUT_OF_RANGE
            2001 449 | charge-rate=20 charge-rate=101 | OUT_OF_RANGE
            3001 282 | charge-power-percent=0         | OUT_OF_RANGE
            8001 612 | charge-slot-1-target=3         | OUT_OF_RANGE
            4004 1   | charge-power-percent=0         | OUT_OF_RANGE
            4004 1   | pause-mode=off                 | NOT_SUPPORTED
            7001 1   | charge-rate=20                 | NOT_SUPPORTED
            2001 311 | pause-mode=off                 | NOT_SUPPORTED
            2001 449 | export-limit=3000              | NOT_SUPPORTED
            4004 1   | min-state-of-charge=4          | OUT_OF_RANGE
            5001 1   | export-limit=65536             | OUT_OF_RANGE
            5001 1   | work-mode=eco                  | NOT_SUPPORTED
            5001 1   | min-state-of-charge=20         | NOT_SUPPORTED
            """)
    void refusesTheRest(String model, String wanted, Refusal.Kind why) throws Exception {
        try (DriverRig rig = rig(model)) {
            assertEquals(why, refusal(rig.apply(change(model, wanted))));
            assertEquals(List.of(), rig.written());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2001 449 | charge 23:30 05:30 80     | 94=2330 95=530 116=80 20=1 96=1
            2001 449 | charge 00:30 04:30 100    | 96=1
            2001 449 | discharge 16:00 19:00 30  | 56=1600 57=1900 114=30 59=1
            4004 1   | charge 01:00 05:00 90     | 1113=100 1114=500 1111=90 20=1 1112=1
            4004 1   | discharge 16:00 19:00 30  | 1118=1600 1119=1900 1109=30 59=1
            5001 1   | charge 01:00 05:00 90     | 2053=100 2054=500 2055=90 2040=1
            5001 1   | discharge 16:00 19:00 30  | 2044=1600 2045=1900 2046=30 2040=1
            7001 1   | charge 01:00 05:00 90     | 94=100 95=500 242=90 116=90 20=1 96=1
            7001 1   | discharge 16:00 19:00 30  | 56=1600 57=1900 272=30 59=1
            """)
    void schedules(String model, String order, String writes) throws Exception {
        try (DriverRig rig = rig(model)) {
            String[] words = order.split(" ");
            LocalTime start = LocalTime.parse(words[1]);
            LocalTime end = LocalTime.parse(words[2]);
            BigDecimal level = new BigDecimal(words[3]);
            DeviceId id = id(kind(model));
            assertInstanceOf(Outcome.Verified.class,
                    rig.apply(words[0].equals("charge")
                            ? new Order.Charge(id, start, end, level)
                            : new Order.Discharge(id, start, end, level)));
            assertEquals(List.of(writes.split(" ")), rig.written());
        }
    }

    @Test
    void clearsSchedules() throws Exception {
        try (DriverRig rig = rig("2001 449")) {
            rig.apply(change("2001 449", "charge-enabled=ON work-mode=timed-export"));
            rig.written();
            assertInstanceOf(Outcome.Verified.class, rig.apply(new Order.ClearSchedule(INVERTER)));
            assertEquals(List.of("96=0", "27=1", "59=0"), rig.written());
        }
        try (DriverRig rig = rig("5001 1")) {
            rig.apply(change("5001 1", "charge-slot-2-end=04:00 export-slot-1-start=12:00 plant-control=ON"));
            rig.written();
            assertInstanceOf(Outcome.Verified.class, rig.apply(new Order.ClearSchedule(id(DeviceKind.EMS))));
            assertEquals(List.of("2057=0", "2062=0"), rig.written());
        }
    }

    @Test
    void refusesWhatNoRegisterDoes() throws Exception {
        try (DriverRig rig = rig("4004 1")) {
            assertEquals(Refusal.Kind.NOT_SUPPORTED,
                    refusal(rig.apply(new Order.ForcePower(INVERTER, BigDecimal.TEN, Duration.ofMinutes(5)))));
            assertEquals(Refusal.Kind.NOT_SUPPORTED, refusal(rig.apply(new Order.Release(INVERTER))));
            LocalTime noon = LocalTime.NOON;
            assertEquals(Refusal.Kind.SAME_TIMES,
                    refusal(rig.apply(new Order.Charge(INVERTER, noon, noon, BigDecimal.TEN))));
            assertEquals(Refusal.Kind.SAME_TIMES,
                    refusal(rig.apply(new Order.Discharge(INVERTER, noon, noon, BigDecimal.TEN))));
            assertEquals(List.of(), rig.written());
        }
        try (DriverRig rig = rig("5001 1")) {
            assertEquals(Refusal.Kind.NOT_SUPPORTED, refusal(rig.apply(new Order.SyncClock(id(DeviceKind.EMS)))));
        }
    }

    @Test
    void whatAnEmsOrAGatewayManagesIsSetThere() throws Exception {
        MapImage ems = Images.managed(Images.settings(Images.owner(0x5001, 1, DriverRig.SERIAL)), 1, "CE2501A002", 500,
                50);
        try (DriverRig rig = DriverRig.of(ems).kind(DeviceKind.EMS)) {
            rig.full();
            Outcome outcome = rig.apply(new Order.ClearSchedule(new DeviceId(DeviceKind.INVERTER, "CE2501A002")));
            assertEquals(new Outcome.Refused(new Refusal(Refusal.Kind.MANAGED, "ems")), outcome);
            assertEquals(Refusal.Kind.NOT_SUPPORTED,
                    refusal(rig.apply(new Order.ClearSchedule(new DeviceId(DeviceKind.INVERTER, "CE2501A009")))));
        }
        MapImage gateway = Images.allInOne(Images.owner(0x7001, 1, DriverRig.SERIAL), 2, "CH2501A002", 500, 50);
        try (DriverRig rig = DriverRig.of(gateway).kind(DeviceKind.GATEWAY)) {
            rig.full();
            Outcome outcome = rig.apply(new Order.ClearSchedule(new DeviceId(DeviceKind.INVERTER, "CH2501A002")));
            assertEquals(new Outcome.Refused(new Refusal(Refusal.Kind.MANAGED, "gateway")), outcome);
        }
    }

    @Test
    void modesFollowFromWhatTheyConsistOf() throws Exception {
        MapImage image = Images.settings(Images.owner(0x2001, 449, DriverRig.SERIAL));
        try (DriverRig rig = DriverRig.of(image)) {
            assertEquals("eco", DriverRig.value(rig.full(), INVERTER.toString(), "settings#work-mode"));
            Outcome.Verified set = assertInstanceOf(Outcome.Verified.class,
                    rig.apply(change("2001 449", "discharge-enabled=ON")));
            assertEquals("timed-demand", DriverRig.value(set.readings(), INVERTER.toString(), "settings#work-mode"));
            image.put(Space.HOLDING, 27, 0).put(Space.HOLDING, 59, 0);
            assertEquals("export-paused", DriverRig.value(rig.full(), INVERTER.toString(), "settings#work-mode"));
        }
    }

    @Test
    void tellsWhatMayBeSetOnlyOnceItIsKnown() throws Exception {
        try (DriverRig rig = DriverRig.of(Images.settings(Images.owner(0x3001, 282, DriverRig.SERIAL)))) {
            assertEquals(0, rig.settings().size());
            assertEquals(Refusal.Kind.NOT_CONNECTED, refusal(rig.apply(new Order.ClearSchedule(INVERTER))));
            rig.full();
            assertTrue(rig.settings().get(INVERTER).containsKey(Metrics.of("settings#pause-mode")));
            assertTrue(rig.settings().get(INVERTER).containsKey(Metrics.of("settings#work-mode")));
        }
    }

    /** The pause mode is not in every firmware (givenergy.md §5.2). */
    @Test
    void whatThePageDoesNotAnswerForCannotBeSet() throws Exception {
        MapImage image = Images.settings(Images.owner(0x8001, 612, DriverRig.SERIAL)).remove(Space.HOLDING, 300, 359);
        try (DriverRig rig = DriverRig.of(image)) {
            rig.full();
            assertFalse(rig.settings().get(INVERTER).containsKey(Metrics.of("settings#pause-mode")));
            assertTrue(rig.settings().get(INVERTER).containsKey(Metrics.of("settings#charge-slot-10-end")));
            assertEquals(Refusal.Kind.NOT_SUPPORTED, refusal(rig.apply(change("8001 612", "pause-mode=off"))));
        }
    }

    @Test
    void aLostEchoIsForTheReadBackToDecide() throws Exception {
        try (DriverRig rig = rig("2001 449").hasty()) {
            rig.restart();
            rig.full();
            rig.writeFault(new DongleFault.Silence(), 1, 110);
            assertInstanceOf(Outcome.Verified.class, rig.apply(change("2001 449", "min-state-of-charge=20")));
            assertEquals(List.of("110=20"), rig.written());
            rig.writeFault(new DongleFault.Deaf(), 1, 110);
            Outcome.Unverified unheard = assertInstanceOf(Outcome.Unverified.class,
                    rig.apply(change("2001 449", "min-state-of-charge=30")));
            assertEquals(Failure.Kind.TIMEOUT, unheard.why().kind());
            assertEquals("20",
                    DriverRig.value(unheard.readings(), INVERTER.toString(), "settings#min-state-of-charge"));
            assertEquals(List.of("110=30"), rig.written(), "never twice");
        }
    }

    @Test
    void whatIsSetBackAtOnceIsNotTaken() throws Exception {
        try (DriverRig rig = rig("2001 449")) {
            rig.writeFault(new DongleFault.Overruled(), 1, 110);
            Outcome.Unverified overruled = assertInstanceOf(Outcome.Unverified.class,
                    rig.apply(change("2001 449", "min-state-of-charge=20")));
            assertEquals(Failure.Kind.NOT_TAKEN, overruled.why().kind());
            rig.writeFault(new DongleFault.Refuse(true), 1, 110);
            assertEquals(Refusal.Kind.DEVICE, refusal(rig.apply(change("2001 449", "min-state-of-charge=20"))));
        }
    }

    /** Newer adapters close idle connections, and another device may stand behind the address by then. */
    @Test
    void looksWhoAnswersBeforeItWrites() throws Exception {
        try (DriverRig rig = rig("2001 449")) {
            rig.cut();
            assertInstanceOf(Outcome.Verified.class, rig.apply(change("2001 449", "min-state-of-charge=20")));
            rig.replaceDongle(DriverRig.of(Images.settings(Images.owner(0x2001, 449, "SA2233G999"))));
            rig.cut();
            assertEquals(Refusal.Kind.NOT_CONNECTED, refusal(rig.apply(change("2001 449", "min-state-of-charge=30"))));
            assertEquals(Refusal.Kind.NOT_CONNECTED, refusal(rig.apply(new Order.SyncClock(INVERTER))));
            assertEquals(List.of(), rig.written());
        }
    }

    private static DriverRig rig(String model) throws Exception {
        String[] words = model.split(" ");
        DriverRig rig = DriverRig
                .of(Images.settings(
                        Images.owner(Integer.parseInt(words[0], 16), Integer.parseInt(words[1]), DriverRig.SERIAL)))
                .kind(kind(model));
        rig.full();
        rig.asked();
        return rig;
    }

    private static DeviceKind kind(String model) {
        return switch (model.charAt(0)) {
            case '5' -> DeviceKind.EMS;
            case '7' -> DeviceKind.GATEWAY;
            default -> DeviceKind.INVERTER;
        };
    }

    private static DeviceId id(DeviceKind kind) {
        return new DeviceId(kind, DriverRig.SERIAL);
    }

    private static Order change(String model, String settings) {
        return new Order.Change(id(kind(model)), Arrays.stream(settings.split(" ")).map(setting -> {
            String[] words = setting.split("=");
            return new Setting(Metrics.of("settings#" + words[0]), value(words[1]));
        }).toList());
    }

    private static Value value(String text) {
        if (text.equals("ON") || text.equals("OFF")) {
            return new Value.Switch(text.equals("ON"));
        }
        return text.matches("[\\d.]+") ? new Value.Amount(new BigDecimal(text)) : new Value.Text(text);
    }

    private static Refusal.Kind refusal(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).why().kind();
    }
}
