/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

/** Timers of a system are set (alphaess.md §4.1, §4.7). */
@NonNullByDefault
@Timeout(60)
class TimerOrdersTest {

    private static String sent(String settings) throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            Outcome outcome = rig.change(settings);
            assertEquals("verified", EmsOrderRig.why(outcome));
            return String.join(", ", rig.sent());
        }
    }

    /** Discharging 17:15 to 21:30 and 22:00 to 23:45 down to 12 %, charging 01:05 to 05:00 and 13:00 to 14:45 up to 90 %. */
    @ParameterizedTest
    @CsvSource({"charge-enabled=off, 55 06 08 4F 00 02", "discharge-enabled=off, 55 06 08 4F 00 01",
            "min-state-of-charge=4, 55 06 08 50 00 04", "max-state-of-charge=100, 55 06 08 55 00 64",
            "charge-slot-1-start=02:05, 55 06 08 56 00 02", "charge-slot-1-start=01:06, 55 06 08 5E 00 06",
            "charge-slot-2-end=15:00, '55 06 08 59 00 0F, 55 06 08 61 00 00'",
            "discharge-slot-1-start=16:15, 55 06 08 51 00 10",
            "discharge-slot-2-end=00:00, '55 06 08 54 00 00, 55 06 08 5D 00 00'",
            "'max-state-of-charge=80, charge-slot-1-start=02:05', 55 10 08 55 00 02 04 00 50 00 02",
            "'charge-slot-1-start=02:05, charge-enabled=off', '55 06 08 4F 00 02, 55 06 08 56 00 02'"})
    void eachSettingAsItIsSent(String settings, String words) throws Exception {
        assertEquals(words, sent(settings));
    }

    @Test
    void whatIsReadBackIsToldAndWhatIsSoAlreadyIsNotWritten() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.house()) {
            Outcome outcome = rig.change("charge-slot-2-start=12:30, charge-slot-2-end=13:00, max-state-of-charge=99");
            assertEquals("verified", EmsOrderRig.why(outcome));
            assertEquals("12:30", EmsOrderRig.readBack(outcome, "settings#charge-slot-2-start"));
            assertEquals("99", EmsOrderRig.readBack(outcome, "settings#max-state-of-charge"));
            assertEquals("12:30", EmsRig.text(rig.rig.full(), "settings#charge-slot-2-start"));
            rig.sent();
            assertEquals("unchanged", EmsOrderRig.why(rig.change("charge-slot-2-start=12:30")));
            assertEquals(List.of(), rig.sent());
        }
    }

    @Test
    void chargeOverMidnightAndNothingAtAll() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.house()) {
            assertEquals("verified", EmsOrderRig.why(rig.charge("22:40", "05:10", 80)));
            assertEquals("00:00", EmsRig.text(rig.rig.full(), "settings#charge-slot-1-end"));
            assertEquals("05:10", EmsRig.text(rig.rig.full(), "settings#charge-slot-2-end"));
            assertEquals("unchanged", EmsOrderRig.why(rig.charge("22:40", "05:10", 80)));
            assertEquals("verified", EmsOrderRig.why(rig.apply(new Order.ClearSchedule(EmsOrderRig.SYSTEM))));
            assertEquals("off", EmsRig.text(rig.rig.full(), "settings#charge-enabled"));
            assertEquals("80", EmsRig.text(rig.rig.full(), "settings#max-state-of-charge"));
            rig.sent();
            assertEquals("verified", EmsOrderRig.why(rig.charge("01:00", "02:00", 80)));
            assertEquals("55 06 08 4F 00 01", rig.sent().getLast(), "put in force when all else is right");
        }
    }

    @ParameterizedTest
    @CsvSource({"max-state-of-charge=9, OUT_OF_RANGE settings#max-state-of-charge 10..100 %",
            "min-state-of-charge=3, OUT_OF_RANGE settings#min-state-of-charge 4..100 %",
            "min-state-of-charge=4.5, OUT_OF_RANGE settings#min-state-of-charge 4..100 %",
            "charge-slot-1-start=24:00, OUT_OF_RANGE settings#charge-slot-1-start 00:00..23:59",
            "charge-slot-1-target=50, NOT_SUPPORTED settings#charge-slot-1-target",
            "charge-slot-1-end=14:00, OVERLAP", "charge-slot-1-end=00:30, OVERLAP",
            "discharge-slot-1-start=14:00, OVERLAP"})
    void whatMayNotBeIsNotSent(String setting, String why) throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            assertEquals(why, EmsOrderRig.why(rig.change("max-state-of-charge=50, " + setting)));
            assertEquals(List.of(), rig.sent());
        }
    }

    @Test
    void withoutMinutesOnlyFullHours() throws Exception {
        // SMILE-B3
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90).remove(Space.HOLDING, 0x085E, 0x0861))) {
            assertEquals(Map.of(), rig.rig.driver.settings().getOrDefault(EmsOrderRig.SYSTEM, Map.of()));
            rig.rig.full();
            Map<Metric, Allowed> settings = rig.rig.driver.settings().getOrDefault(EmsOrderRig.SYSTEM, Map.of());
            assertEquals(new Allowed.TimeOfDay(60), settings.get(Metrics.of("settings#charge-slot-1-start")));
            assertEquals(new Allowed.TimeOfDay(1), settings.get(Metrics.of("settings#discharge-slot-1-start")));
            assertTrue(EmsOrderRig.why(rig.change("charge-slot-1-start=02:30")).startsWith("OUT_OF_RANGE"));
            assertEquals("verified", EmsOrderRig.why(rig.change("charge-slot-1-start=02:00")));
            assertEquals(List.of("55 06 08 56 00 02"), rig.sent());
        }
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90).remove(Space.HOLDING, 0x084F, 0x084F))) {
            assertEquals("NOT_SUPPORTED settings#charge-slot-1-start",
                    EmsOrderRig.why(rig.change("charge-slot-1-start=02:00")));
        }
    }

    @Test
    void whereOneFunctionIsRefusedTheOtherGoesInItsPlace() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_FUNCTION),
                    Scope.ALWAYS.function(6));
            assertEquals("verified", EmsOrderRig.why(rig.change("max-state-of-charge=80")));
            assertEquals(List.of("55 06 08 55 00 50", "55 10 08 55 00 01 02 00 50"), rig.sent());
            assertEquals("verified", EmsOrderRig.why(rig.change("max-state-of-charge=81")));
            assertEquals(List.of("55 10 08 55 00 01 02 00 51"), rig.sent(), "remembered");
        }
    }

    @Test
    void aWriteThatIsNotAnsweredIsNotRepeated() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.full();
            rig.rig.simulator.faults().add(new Fault.Silence(), Scope.ALWAYS.function(6));
            assertEquals("verified", EmsOrderRig.why(rig.change("max-state-of-charge=80")), "it was taken");
            assertEquals(List.of("55 06 08 55 00 50"), rig.sent());
            assertEquals("verified", EmsOrderRig.why(rig.change("max-state-of-charge=81")));
            assertEquals(List.of("55 10 08 55 00 01 02 00 51"), rig.sent(), "and next time the other way");
        }
    }

    /** As SMILE-B3 does it: function 6 is neither answered nor carried out. */
    @Test
    void whereOneFunctionIsDeafTheOtherGoesInItsPlace() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(new WithoutFunctions(EmsOrderRig.system(90), 6))) {
            rig.rig.full();
            rig.rig.simulator.faults().add(new Fault.Silence(), Scope.ALWAYS.function(6));
            assertEquals("verified", EmsOrderRig.why(rig.change("charge-enabled=off")));
            assertEquals(List.of("55 06 08 4F 00 02", "55 10 08 4F 00 01 02 00 02"), rig.sent());
            assertEquals("verified", EmsOrderRig.why(rig.change("charge-enabled=on")));
            assertEquals(List.of("55 10 08 4F 00 01 02 00 03"), rig.sent());
        }
    }

    @Test
    void whereSeveralAtOnceAreRefusedEachGoesByItself() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_FUNCTION),
                    Scope.ALWAYS.function(16));
            assertEquals("verified", EmsOrderRig.why(rig.change("charge-slot-1-start=03:30, charge-slot-1-end=06:00")));
            assertTrue(rig.sent().stream().skip(1).allMatch(write -> write.startsWith("55 06")));
        }
    }

    @Test
    void refusalsOfTheFirstAndOfALaterWrite() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_VALUE), Scope.next(1).function(6));
            assertEquals("DEVICE 3", EmsOrderRig.why(rig.change("charge-enabled=off, max-state-of-charge=80")));
            rig.rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_VALUE),
                    Scope.next(1).function(6).at(0x0855, 0x0855));
            Outcome outcome = rig.change("charge-enabled=off, max-state-of-charge=80");
            assertEquals("unverified REFUSED 3", EmsOrderRig.why(outcome));
            assertEquals("off", EmsOrderRig.readBack(outcome, "settings#charge-enabled"));
            assertEquals("90", EmsOrderRig.readBack(outcome, "settings#max-state-of-charge"));
        }
    }

    @Test
    void whatCannotBeIsNotBuiltUpon() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90).put(Space.HOLDING, 0x084F, 65535))) {
            assertEquals("UNREADABLE", EmsOrderRig.why(rig.change("charge-enabled=on")));
            assertEquals(List.of(), rig.sent());
        }
    }

    @Test
    void whateverIsOrderedTheDeviceNeverRefusesIt() throws Exception {
        List<String> times = List.of("00:00", "00:01", "03:30", "05:00", "12:00", "23:59", "24:00", "noon");
        List<String> percents = List.of("0", "3", "4", "10", "55", "100", "101");
        Random random = new Random(7);
        try (EmsOrderRig rig = EmsOrderRig.house()) {
            int verified = 0;
            for (int i = 0; i < 200; i++) {
                Outcome outcome = rig.change(String.join(",", IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(n -> setting(random, times, percents)).toList()));
                assertFalse(EmsOrderRig.why(outcome).matches("(DEVICE|unverified).*"), outcome.toString());
                verified += outcome instanceof Outcome.Verified ? 1 : 0;
            }
            assertTrue(verified > 20, verified + " were taken");
        }
    }

    private static String setting(Random random, List<String> times, List<String> percents) {
        String direction = random.nextBoolean() ? "charge" : "discharge";
        return switch (random.nextInt(4)) {
            case 0 -> direction + "-enabled=" + (random.nextBoolean() ? "on" : "off");
            case 1 -> (random.nextBoolean() ? "max" : "min") + "-state-of-charge="
                    + percents.get(random.nextInt(percents.size()));
            default -> direction + "-slot-" + (1 + random.nextInt(2)) + "-" + (random.nextBoolean() ? "start" : "end")
                    + "=" + times.get(random.nextInt(times.size()));
        };
    }
}
