/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.Await;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

/** Settings as a profile has them: read like anything else, judged before anything is sent, read back afterwards. */
@NonNullByDefault
@Timeout(20)
class SettingsTest {

    private SettingsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new SettingsRig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static void refused(Refusal.Kind kind, Outcome outcome) {
        assertEquals(kind, assertInstanceOf(Outcome.Refused.class, outcome).why().kind());
    }

    private static Outcome.Unverified unverified(Failure.Kind kind, Outcome outcome) {
        Outcome.Unverified unverified = assertInstanceOf(Outcome.Unverified.class, outcome);
        assertEquals(kind, unverified.why().kind());
        return unverified;
    }

    @Test
    void settingsAreReadWhenEverythingIsAskedFor() throws Exception {
        rig.registers.put(Space.HOLDING, 19, 0x2801, 7, 0x3B17, 630, 450, 55, 0xFFFE, 0xFFFF).put(Space.HOLDING, 30, 6,
                45);
        assertEquals(Set.of(), rig.device.poll(Cadence.FULL).getFirst().values().keySet().stream()
                .filter(Metric::isSetting).collect(Collectors.toSet()));
        Reading reading = rig.device.poll(Cadence.WHOLE).getFirst();
        Map<String, String> settings = reading.values().entrySet().stream()
                .filter(entry -> entry.getKey().id().startsWith("settings"))
                .collect(Collectors.toMap(entry -> entry.getKey().id().substring("settings#".length()),
                        entry -> TestInverter.text(entry.getValue())));
        assertEquals(Map.of("min-state-of-charge", "40", "grid-charge", "true", "work-mode", "old",
                "charge-slot-1-start", "23:59", "charge-slot-1-end", "06:30", "discharge-slot-1-start", "06:45",
                "export-limit", "4500", "charge-power-limit", "2750", "discharge-power-limit", "-2"), settings);
    }

    @Test
    void numbersThatSayNothingAreMissing() throws Exception {
        rig.registers.put(Space.HOLDING, 19, 0x2802, 3, 0x3C17, 2460);
        Reading reading = rig.device.poll(Cadence.WHOLE).getFirst();
        assertEquals("unknown (3)", TestInverter.text(reading.values().get(Metrics.of("settings#work-mode"))));
        assertFalse(reading.values().containsKey(Metrics.of("settings#grid-charge")));
        for (String time : List.of("charge-slot-1-start", "charge-slot-1-end")) {
            assertEquals("unset", TestInverter.text(reading.values().get(Metrics.of("settings#" + time))));
        }
    }

    @Test
    void whatMayBeSetIsTold() {
        Map<Metric, String> told = rig.device.settings().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
        assertEquals(8, told.size(), "what is only read is not among them");
        assertEquals("Range[min=10, max=100, step=1]", told.get(Metrics.of("settings#min-state-of-charge")));
        assertEquals("Range[min=0, max=6000, step=10]", told.get(Metrics.of("settings#export-limit")));
        assertEquals("Range[min=0, max=5000, step=50.00]", told.get(Metrics.of("settings#charge-power-limit")));
        assertEquals("Words[words=[self-use, backup]]", told.get(Metrics.of("settings#work-mode")));
        assertEquals("TimeOfDay[minutes=30]", told.get(Metrics.of("settings#charge-slot-1-end")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min-state-of-charge=20         | 6:97=20
            grid-charge=ON                 | 6:98=1
            work-mode=backup               | 6:31=1
            charge-slot-1-start=23:59      | 6:104=5947
            charge-slot-1-end=06:30        | 6:22=630
            export-limit=4500              | 6:66=450
            charge-power-limit=2750        | 6:24=55
            discharge-power-limit=-2       | 16:25=65534,65535
            """)
    void whatIsSetIsWrittenOnceAndReadBack(String setting, String wire) throws Exception {
        Outcome outcome = rig.set(setting);
        Reading told = assertInstanceOf(Outcome.Verified.class, outcome).readings().getFirst();
        assertEquals(Map.of(SettingsRig.setting(setting).metric(), SettingsRig.setting(setting).value()),
                told.values());
        assertEquals(List.of("6:0=2014", wire), rig.writes());
        assertInstanceOf(Outcome.Unchanged.class, rig.set(setting));
        assertEquals(List.of(), rig.writes(), "it is so already");
    }

    @Test
    void onlyWhatChangesIsWrittenAndInOrder() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 2);
        assertInstanceOf(Outcome.Verified.class,
                rig.set("export-limit=100", "min-state-of-charge=40", "grid-charge=ON", "work-mode=backup"));
        assertEquals(List.of("6:66=10", "6:98=1", "6:31=1"), rig.writes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-state-of-charge=9", "min-state-of-charge=101", "min-state-of-charge=50.5",
            "min-state-of-charge=ON", "min-state-of-charge=half", "export-limit=6010", "export-limit=15",
            "charge-power-limit=5050", "charge-power-limit=51", "work-mode=old", "work-mode=unknown (3)", "work-mode=1",
            "grid-charge=1", "charge-slot-1-start=24:00", "charge-slot-1-start=1:00", "charge-slot-1-end=06:15"})
    void whatIsOutOfRangeIsNotSentAndNothingElseEither(String setting) throws Exception {
        Outcome outcome = rig.set("grid-charge=ON", setting);
        refused(Refusal.Kind.OUT_OF_RANGE, outcome);
        assertEquals(List.of(), rig.simulator.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"discharge-slot-1-start=06:45", "max-state-of-charge=90"})
    void whatCannotBeSetIsNotSupported(String setting) throws Exception {
        refused(Refusal.Kind.NOT_SUPPORTED, rig.set("grid-charge=ON", setting));
        assertEquals(List.of(), rig.simulator.requests());
    }

    @Test
    void refusalsTellWhatItMayBe() throws Exception {
        assertEquals(new Refusal(Refusal.Kind.OUT_OF_RANGE, "settings#export-limit", "0..6000 W, step 10"),
                assertInstanceOf(Outcome.Refused.class, rig.set("export-limit=7000")).why());
        assertEquals(new Refusal(Refusal.Kind.OUT_OF_RANGE, "settings#work-mode", "self-use, backup"),
                assertInstanceOf(Outcome.Refused.class, rig.set("work-mode=eco")).why());
    }

    @Test
    void whatDoesNotUnlockIsNotSet() throws Exception {
        rig.taking = request -> {};
        refused(Refusal.Kind.LOCKED, rig.set("grid-charge=ON"));
        assertEquals(List.of("6:0=2014"), rig.writes());
    }

    @Test
    void whatTheDeviceIgnoresIsUnverified() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.taking = request -> {};
        Outcome.Unverified unverified = unverified(Failure.Kind.NOT_TAKEN, rig.set("grid-charge=ON"));
        assertEquals(Map.of(Metrics.of("settings#grid-charge"), new Value.Switch(false)),
                unverified.readings().getFirst().values(), "what it says goes to the channels");
        assertEquals(List.of("6:98=1"), rig.writes());
    }

    @Test
    void firstWriteRefusedMeansNothingChanged() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.DEVICE_FAILURE), Scope.ALWAYS.function(6));
        refused(Refusal.Kind.DEVICE, rig.set("grid-charge=ON", "export-limit=100"));
        assertEquals(List.of("6:98=1"), rig.writes());
    }

    @Test
    void laterWriteRefusedLeavesTheRestUnsent() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.DEVICE_FAILURE), Scope.ALWAYS.at(66, 66));
        Outcome.Unverified unverified = unverified(Failure.Kind.REFUSED,
                rig.set("grid-charge=ON", "export-limit=100", "work-mode=backup"));
        assertEquals(List.of("6:98=1", "6:66=10"), rig.writes());
        assertEquals(new Value.Switch(true),
                unverified.readings().getFirst().values().get(Metrics.of("settings#grid-charge")));
    }

    static List<Fault> lostAnswers() {
        return List.of(new Fault.Silence(), new Fault.EmptyHeader(), new Fault.Garbage(new byte[12]), new Fault.Drop(),
                new Fault.WrongLength(1), new Fault.OtherFunction(3), new Fault.OtherUnit(0), new Fault.Truncated(3),
                new Fault.WrongTransaction(1));
    }

    /** The device does as it is told, whatever becomes of its answers. */
    @ParameterizedTest
    @MethodSource("lostAnswers")
    void lostAndGarbledAnswersAreNotTheEnd(Fault fault) throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.simulator.faults().add(fault, Scope.next(2).function(6));
        assertInstanceOf(Outcome.Verified.class, rig.set("grid-charge=ON", "work-mode=backup", "export-limit=100"));
        assertEquals(List.of("6:98=1", "6:31=1", "6:66=10"), rig.writes(), "each of them once");
    }

    @Test
    void theAnswerToTheCodeMayBeLostToo() throws Exception {
        rig.simulator.faults().add(new Fault.EmptyHeader(), Scope.next(1).function(6));
        assertInstanceOf(Outcome.Verified.class, rig.set("grid-charge=ON"));
        assertEquals(List.of("6:0=2014", "6:98=1"), rig.writes());
    }

    @Test
    void whatWasNotTakenEndsTheOrder() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.taking = request -> {};
        rig.simulator.faults().add(new Fault.Silence(), Scope.next(1).function(6));
        Outcome.Unverified unverified = unverified(Failure.Kind.TIMEOUT,
                rig.set("grid-charge=ON", "work-mode=backup"));
        assertEquals(new Value.Switch(false),
                unverified.readings().getFirst().values().get(Metrics.of("settings#grid-charge")));
        assertEquals(List.of("6:98=1"), rig.writes(), "not tried twice, and the rest is not sent");
    }

    @Test
    void anotherDeviceOnTheNewConnectionIsNotAsked() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.simulator.faults().add(new Fault.Silence(), Scope.next(1).function(6));
        rig.same = false;
        assertEquals(List.of(),
                unverified(Failure.Kind.TIMEOUT, rig.set("grid-charge=ON", "work-mode=backup")).readings());
        assertEquals(List.of("6:98=1"), rig.writes());
    }

    @Test
    void lostReadBackIsReadAgain() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.taking = request -> {
            rig.take(request);
            rig.simulator.faults().add(new Fault.Silence(), Scope.next(1).function(3));
        };
        assertInstanceOf(Outcome.Verified.class, rig.set("grid-charge=ON"));
    }

    @Test
    void whoIsSilentAfterwardsIsUnverified() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.taking = request -> {
            rig.take(request);
            rig.simulator.faults().add(new Fault.Silence(), Scope.ALWAYS);
        };
        assertEquals(List.of(), unverified(Failure.Kind.TIMEOUT, rig.set("grid-charge=ON")).readings());
        assertEquals(List.of("6:98=1"), rig.writes());
    }

    @Test
    void onAnotherConnectionOnlyTheSameDeviceIsSentAnything() throws Exception {
        rig.simulator.dropConnections();
        Await.until(() -> rig.simulator.openConnections() == 0);
        rig.same = false;
        refused(Refusal.Kind.NOT_CONNECTED, rig.set("grid-charge=ON"));
        assertEquals(List.of(), rig.writes());
        rig.simulator.dropConnections();
        Await.until(() -> rig.simulator.openConnections() == 0);
        rig.same = true;
        assertInstanceOf(Outcome.Verified.class, rig.set("grid-charge=ON"));
    }

    /** It was so before, but another setting of the same order has changed it. */
    @Test
    void allThatWasOrderedMustBeInForce() throws Exception {
        rig.registers.put(Space.HOLDING, 1, 1);
        rig.taking = request -> {
            rig.take(request);
            rig.registers.put(Space.HOLDING, 23, 50);
        };
        unverified(Failure.Kind.NOT_TAKEN, rig.set("export-limit=0", "grid-charge=ON"));
    }

    @Test
    void whoDoesNotAnswerIsSentNothing() throws Exception {
        rig.simulator.faults().add(new Fault.Silence(), Scope.ALWAYS);
        refused(Refusal.Kind.NOT_CONNECTED, rig.set("grid-charge=ON"));
        assertEquals(List.of(), rig.writes());
    }
}
