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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

/** Power for the battery for a while (alphaess.md §4.7). */
@NonNullByDefault
@Timeout(30)
class DispatchOrdersTest {

    /** What starts it goes last, and what ends it first. */
    @Test
    void whereSeveralAtOnceAreRefusedEachGoesByItself() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.ILLEGAL_FUNCTION),
                    Scope.ALWAYS.function(16));
            assertEquals("verified", EmsOrderRig.why(rig.force(-3000, 60)));
            List<String> sent = rig.sent().stream().filter(write -> write.startsWith("55 06")).toList();
            assertEquals("55 06 08 85 00 02", sent.getFirst());
            assertEquals("55 06 08 80 00 01", sent.getLast());
            assertEquals(9, sent.size());
            assertEquals("verified", EmsOrderRig.why(rig.release()));
            assertEquals("55 06 08 80 00 00", rig.sent().getFirst());
        }
    }

    private static final Path EXAMPLES = Path.of(System.getProperty("captures", "../shared/protocols"),
            "alphaess-captures", "modbus", "dispatch-examples.computed.json");
    private static final String HEAD = "55 10 08 80 00 09 12 ";
    private static final String RELEASE = HEAD + "00 00 00 00 7D 00 00 00 7D 00 00 00 00 00 00 00 00 5A";

    private static JsonArray examples() throws IOException {
        assumeTrue(Files.isRegularFile(EXAMPLES),
                () -> "no examples at " + EXAMPLES + ": give the folder of captures as -Dcaptures=DIR");
        return JsonParser.parseString(Files.readString(EXAMPLES)).getAsJsonObject().getAsJsonArray("writes");
    }

    /** Without the two bytes of the checksum, which only serial lines have. */
    private static String example(int index) throws IOException {
        String frame = examples().get(index).getAsJsonObject().get("rtu").getAsString();
        return frame.substring(0, frame.length() - 6);
    }

    @Test
    void byteForByte() throws Exception {
        String charge = example(0);
        String release = example(1);
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            assertEquals("verified", EmsOrderRig.why(rig.force(-3000, 1800)));
            assertEquals("verified", EmsOrderRig.why(rig.release()));
            assertEquals(List.of(charge, release), rig.sent());
        }
    }

    @ParameterizedTest
    @CsvSource({"-3000, 95, 00 01 00 00 71 48 00 00 7D 00 00 02 00 ED 00 00 01 2C",
            "3000, 95, 00 01 00 00 88 B8 00 00 7D 00 00 02 00 1E 00 00 01 2C",
            "-32000, 100, 00 01 00 00 00 00 00 00 7D 00 00 02 00 FA 00 00 01 2C",
            "32000, 100, 00 01 00 00 FA 00 00 00 7D 00 00 02 00 1E 00 00 01 2C",
            "0, 95, 00 01 00 00 7D 00 00 00 7D 00 00 03 00 00 00 00 01 2C"})
    void powerAndTheLimitInItsDirection(int watts, int most, String words) throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(most))) {
            assertEquals("verified", EmsOrderRig.why(rig.force(watts, 300)));
            assertEquals(List.of(HEAD + words), rig.sent());
        }
    }

    @Test
    void limitsThatCannotBeAreThoseThatAreSafe() throws Exception {
        MapImage image = EmsOrderRig.system(255).put(Space.HOLDING, 0x0850, 0).put(Space.HOLDING, 0x0855, 0);
        try (EmsOrderRig rig = EmsOrderRig.of(image)) {
            rig.force(-100, 100_00);
            rig.force(100, 100);
            assertEquals(List.of(HEAD + "00 01 00 00 7C 9C 00 00 7D 00 00 02 00 FA 00 00 27 10",
                    HEAD + "00 01 00 00 7D 64 00 00 7D 00 00 02 00 19 00 00 00 64"), rig.sent());
        }
    }

    @Test
    void theBatteryFollowsUntilItsTimeIsOver() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.house()) {
            String before = EmsRig.text(rig.rig.full(), "battery#power");
            Outcome outcome = rig.force(2500, 300);
            assertEquals("verified", EmsOrderRig.why(outcome));
            assertEquals("state-of-charge", EmsOrderRig.readBack(outcome, "remote-control#mode"));
            assertEquals("2500", EmsOrderRig.readBack(outcome, "remote-control#target-power"));
            Reading reading = rig.rig.full();
            assertEquals("2500", EmsRig.text(reading, "battery#power"));
            assertEquals("state-of-charge", EmsRig.text(reading, "remote-control#mode"));
            rig.pass(Duration.ofSeconds(200));
            assertEquals("verified", EmsOrderRig.why(rig.force(2500, 300)), "said again");
            rig.pass(Duration.ofSeconds(200));
            assertEquals("2500", EmsRig.text(rig.rig.full(), "battery#power"));
            rig.pass(Duration.ofSeconds(101));
            assertEquals("off", EmsRig.text(rig.rig.full(), "remote-control#mode"));
            assertTrue(!EmsRig.text(rig.rig.full(), "battery#power").equals("2500"), before);
            assertEquals("unchanged", EmsOrderRig.why(rig.release()));
        }
    }

    @Test
    void releasedAtOnce() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.house()) {
            rig.force(2500, 300);
            Outcome outcome = rig.release();
            assertEquals("verified", EmsOrderRig.why(outcome));
            assertEquals("off", EmsOrderRig.readBack(outcome, "remote-control#mode"));
            assertEquals("0", EmsOrderRig.readBack(outcome, "remote-control#target-power"));
            assertEquals("off", EmsRig.text(rig.rig.full(), "remote-control#mode"));
        }
    }

    @Test
    void whatSomebodyElseCommandsIsLeftAlone() throws Exception {
        MapImage image = EmsOrderRig.system(90).put(Space.HOLDING, 0x0880, 1, 0, 30000, 0, 32000, 7, 250, 0, 600);
        try (EmsOrderRig rig = EmsOrderRig.of(image)) {
            assertEquals("STEERED", EmsOrderRig.why(rig.force(-3000, 60)));
            assertEquals("STEERED", EmsOrderRig.why(rig.release()));
            assertEquals(List.of(), rig.sent());
            assertEquals("maximise-consumption", EmsRig.text(rig.rig.full(), "remote-control#mode"));
            assertEquals("-2000", EmsRig.text(rig.rig.full(), "remote-control#target-power"));
            image.put(Space.HOLDING, 0x0880, 0);
            assertEquals("verified", EmsOrderRig.why(rig.force(-3000, 60)));
            image.put(Space.HOLDING, 0x0885, 6);
            assertEquals("STEERED", EmsOrderRig.why(rig.release()));
        }
    }

    @ParameterizedTest
    @CsvSource({"-3000, 900, 90",
            "3000, 120, 12",
            "-3000, 1000, 90"})
    void whereTheLimitIsReachedNothingWouldHappen(int watts, int charge, String why) throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90).put(Space.HOLDING, 0x0102, charge))) {
            assertEquals("AT_LIMIT " + why, EmsOrderRig.why(rig.force(watts, 60)));
            assertEquals(List.of(), rig.sent());
        }
    }

    @ParameterizedTest
    @CsvSource({"3000", "-3000"})
    void aStateOfChargeThatCannotBeIsNoAnswer(int watts) throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90).put(Space.HOLDING, 0x0102, 0xFFFF))) {
            assertEquals("NOT_CONNECTED", EmsOrderRig.why(rig.force(watts, 60)));
            assertEquals(List.of(), rig.sent());
        }
    }

    @ParameterizedTest
    @CsvSource({"32001, 60, OUT_OF_RANGE power -32000..32000 W", "-32001, 60, OUT_OF_RANGE power -32000..32000 W",
            "100, 0, OUT_OF_RANGE duration 1..86400 s", "100, 86401, OUT_OF_RANGE duration 1..86400 s"})
    void whatCannotBeSaidIsRefused(int watts, int seconds, String why) throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            assertEquals(why, EmsOrderRig.why(rig.force(watts, seconds)));
            assertEquals(List.of(), rig.sent());
        }
    }

    @Test
    void withoutSuchRegistersThereIsNoSuchThing() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90).remove(Space.HOLDING, 0x0880, 0x0880))) {
            assertEquals("NOT_SUPPORTED forcePower", EmsOrderRig.why(rig.force(100, 60)));
            assertEquals("NOT_SUPPORTED release", EmsOrderRig.why(rig.release()));
            assertEquals("NOT_SUPPORTED syncClock",
                    EmsOrderRig.why(rig.apply(new Order.SyncClock(EmsOrderRig.SYSTEM))));
            assertEquals(List.of(), rig.sent());
            assertEquals("none", EmsRig.text(rig.rig.full(), "remote-control#mode"));
        }
    }

    @Test
    void refusalsAndAnswersThatAreLost() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.full();
            rig.rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.DEVICE_FAILURE),
                    Scope.next(1).function(16));
            assertEquals("DEVICE 4", EmsOrderRig.why(rig.force(-100, 60)));
            rig.rig.simulator.faults().add(new Fault.Silence(), Scope.next(1).function(16));
            assertEquals("verified", EmsOrderRig.why(rig.force(-100, 60)), "it was taken all the same");
            assertEquals(2, rig.sent().size(), "nothing is sent twice");
        }
    }

    @Test
    void whatIsIgnoredIsNotBelieved() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(new DeafImage(EmsOrderRig.system(90)))) {
            assertEquals("unverified NOT_TAKEN", EmsOrderRig.why(rig.force(-100, 60)));
            assertEquals("unverified NOT_TAKEN", EmsOrderRig.why(rig.change("max-state-of-charge=80")));
        }
    }

    @Test
    void whoeverTookItGivesItBackAtTheEnd() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.force(-3000, 600);
            rig.sent();
            rig.rig.driver.close();
            assertEquals(List.of(RELEASE), rig.sent());
        }
    }

    @Test
    void whatIsOverOrWasNeverTakenIsNotGivenBack() throws Exception {
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.force(-3000, 600);
            rig.pass(Duration.ofSeconds(601));
            rig.sent();
            rig.rig.driver.close();
            assertEquals(List.of(), rig.sent());
        }
        try (EmsOrderRig rig = EmsOrderRig.of(EmsOrderRig.system(90))) {
            rig.rig.full();
            rig.rig.driver.close();
            assertEquals(List.of(), rig.sent());
        }
    }
}
