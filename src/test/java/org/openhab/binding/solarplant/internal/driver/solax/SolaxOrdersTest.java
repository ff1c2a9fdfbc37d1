/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettingsTest.Bare;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;

/** What a SolaX inverter is sent when it is to charge, discharge, obey, or set its clock. */
@NonNullByDefault
@Timeout(60)
class SolaxOrdersTest {

    private static final String UNLOCK = "6:0000=07DE";

    private static Order charge(SolaxRig rig, String start, String end, int target) {
        return new Order.Charge(rig.device(), LocalTime.parse(start), LocalTime.parse(end),
                BigDecimal.valueOf(target));
    }

    private static Order discharge(SolaxRig rig, String start, String end, int floor) {
        return new Order.Discharge(rig.device(), LocalTime.parse(start), LocalTime.parse(end),
                BigDecimal.valueOf(floor));
    }

    private static Order force(SolaxRig rig, int watts, int seconds) {
        return new Order.ForcePower(rig.device(), BigDecimal.valueOf(watts), Duration.ofSeconds(seconds));
    }

    private static SolaxRig known(RegisterImage image) throws Exception {
        SolaxRig rig = SolaxRig.of(image);
        rig.driver.poll(Cadence.FULL);
        rig.requests();
        return rig;
    }

    private static void verified(SolaxRig rig, Order order, String... writes) throws InterruptedException {
        assertInstanceOf(Outcome.Verified.class, rig.driver.apply(order));
        assertEquals(List.of(writes), rig.writes());
    }

    private static void refused(SolaxRig rig, Refusal.Kind kind, Order order) throws InterruptedException {
        assertEquals(kind, assertInstanceOf(Outcome.Refused.class, rig.driver.apply(order)).why().kind());
        assertEquals(List.of(), rig.writes());
    }

    @Test
    void windowsOfAHybrid() throws Exception {
        try (SolaxRig rig = known(SolaxRig.hybrid(SolaxModel.x3()))) {
            verified(rig, charge(rig, "23:30", "05:30", 80), UNLOCK, "6:0068=171E", "6:0069=051E", "6:0063=0050",
                    "6:0062=0001");
            verified(rig, discharge(rig, "17:00", "21:00", 30), "6:006A=1100", "6:006B=1500", "6:0061=001E");
            verified(rig, new Order.ClearSchedule(rig.device()), "6:0062=0000", "6:0068=0000", "6:0069=0000",
                    "6:006A=0000", "6:006B=173B");
            assertInstanceOf(Outcome.Unchanged.class, rig.driver.apply(new Order.ClearSchedule(rig.device())));
        }
    }

    @Test
    void windowsOfAG3HoldInAModeOfTheirOwn() throws Exception {
        try (SolaxRig rig = known(new Bare("H1E5TEST123456"))) {
            verified(rig, charge(rig, "23:30", "05:30", 80), UNLOCK, "6:0026=1E17", "6:0027=1E05", "6:00A4=0050",
                    "6:0040=0001", "6:001F=0001");
            refused(rig, Refusal.Kind.NOT_SUPPORTED, discharge(rig, "17:00", "21:00", 30));
            verified(rig, new Order.ClearSchedule(rig.device()), "6:0040=0000", "6:001F=0000");
        }
    }

    /** The second one was allowed to charge from the grid, and stays so. */
    @Test
    void chargingOpensTheFirstWindowOnly() throws Exception {
        Bare bare = new Bare("H1E5TEST123456");
        bare.store.hold(0x00B4, 2).hold(0x0092, 2, 0, 4, 0).hold(0x008B, 1);
        try (SolaxRig rig = known(bare)) {
            verified(rig, charge(rig, "02:00", "04:00", 100), UNLOCK, "6:0040=0003");
            assertInstanceOf(Outcome.Unchanged.class, rig.driver.apply(charge(rig, "02:00", "04:00", 100)));
        }
    }

    /** The run mode is asked for right before. */
    @ParameterizedTest
    @ValueSource(strings = {"U50TEST1234567", "H1E5TEST123456", "H450TEST123456", "H34A10TEST1234"})
    void nothingIsWrittenDuringAnUpdate(String serial) throws Exception {
        Bare bare = new Bare(serial);
        AtomicInteger mode = new AtomicInteger(2);
        try (SolaxRig rig = known(new RegisterImage() {
            @Override
            public OptionalInt read(Space space, int address) {
                return space == Space.INPUT && address == 0x0009
                        ? OptionalInt.of(mode.get())
                        : bare.read(space, address);
            }

            @Override
            public Optional<ExceptionCode> write(Request request) {
                return bare.write(request);
            }
        })) {
            mode.set(5);
            for (Order order : List.of(charge(rig, "02:00", "04:00", 100), new Order.SyncClock(rig.device()),
                    new Order.ClearSchedule(rig.device()), force(rig, 100, 60), new Order.Release(rig.device()),
                    new Order.Change(rig.device(), List.of(SolaxRig.setting("min-state-of-charge=50"))))) {
                refused(rig, Refusal.Kind.UPDATING, order);
            }
            mode.set(2);
            assertInstanceOf(Outcome.Verified.class, rig.set("min-state-of-charge=50"));
        }
    }

    @Test
    void windowsOfAG2KnowNoTarget() throws Exception {
        try (SolaxRig rig = known(new Bare("U50TEST1234567"))) {
            refused(rig, Refusal.Kind.NOT_SUPPORTED, charge(rig, "23:30", "05:30", 80));
            verified(rig, charge(rig, "23:30", "05:30", 100), UNLOCK, "6:0026=1E17", "6:0027=1E05", "6:0040=0001",
                    "6:001F=0001");
            verified(rig, discharge(rig, "17:00", "21:00", 30), "6:0028=0011", "6:0029=0015", "6:0020=001E");
        }
    }

    @Test
    void whatCannotBeIsNotSent() throws Exception {
        try (SolaxRig rig = known(SolaxRig.hybrid(SolaxModel.x3()))) {
            refused(rig, Refusal.Kind.SAME_TIMES, charge(rig, "05:00", "05:00", 80));
            refused(rig, Refusal.Kind.SAME_TIMES, discharge(rig, "05:00", "05:00", 80));
            refused(rig, Refusal.Kind.OUT_OF_RANGE, charge(rig, "05:00", "06:00", 101));
            refused(rig, Refusal.Kind.OUT_OF_RANGE, discharge(rig, "05:00", "06:00", 9));
            refused(rig, Refusal.Kind.OUT_OF_RANGE, force(rig, 10_001, 60));
            refused(rig, Refusal.Kind.OUT_OF_RANGE, force(rig, -10_001, 60));
            refused(rig, Refusal.Kind.OUT_OF_RANGE, force(rig, 1000, 0));
            refused(rig, Refusal.Kind.OUT_OF_RANGE, force(rig, 1000, 601));
        }
    }

    /** A dongle that does as it is told but answers with an empty header: one order is enough for a whole schedule. */
    @Test
    void scheduleWhoseAnswersAreLostIsSetAtOnce() throws Exception {
        try (SolaxRig rig = known(SolaxRig.hybrid(SolaxModel.x3()))) {
            rig.simulator.faults().add(new Fault.EmptyHeader(), Scope.next(4).function(6));
            verified(rig, charge(rig, "23:30", "05:30", 80), UNLOCK, "6:0068=171E", "6:0069=051E", "6:0063=0050",
                    "6:0062=0001");
        }
    }

    /** An inverter whose clock shows this, and takes what is written to it or not. */
    private static RegisterImage clock(boolean takes, int... shown) {
        Bare bare = new Bare("H450TEST123456");
        bare.store.hold(0x0085, shown);
        return new RegisterImage() {
            @Override
            public OptionalInt read(Space space, int address) {
                return bare.read(space, address);
            }

            @Override
            public Optional<ExceptionCode> write(Request request) {
                if (request.function() != 16) {
                    return bare.write(request);
                }
                if (takes) {
                    bare.store.hold(0x0085, request.values().stream().mapToInt(Integer::intValue).toArray());
                }
                return Optional.empty();
            }
        };
    }

    /** At noon of 21 June 2026. */
    @ParameterizedTest
    @ValueSource(strings = {"54 59 11 21 6 26", "6 0 12 21 6 26", "0 0 12 20 6 26", "0 0 0 0 0 0"})
    void clockIsSetToTheWall(String shown) throws Exception {
        try (SolaxRig rig = known(clock(true, Stream.of(shown.split(" ")).mapToInt(Integer::parseInt).toArray()))) {
            verified(rig, new Order.SyncClock(rig.device()), UNLOCK, "16:0000=0000 0000 000C 0015 0006 001A");
            assertInstanceOf(Outcome.Unchanged.class, rig.driver.apply(new Order.SyncClock(rig.device())));
            assertEquals(List.of(), rig.writes());
        }
    }

    @Test
    void clockThatIsRightIsLeftAlone() throws Exception {
        try (SolaxRig rig = known(clock(true, 56, 59, 11, 21, 6, 26))) {
            assertInstanceOf(Outcome.Unchanged.class, rig.driver.apply(new Order.SyncClock(rig.device())));
            assertEquals(List.of(), rig.writes());
        }
    }

    @Test
    void clockThatGoesWrongIsUnverified() throws Exception {
        try (SolaxRig rig = known(clock(false, 0, 0, 0, 1, 1, 20))) {
            Outcome outcome = rig.driver.apply(new Order.SyncClock(rig.device()));
            assertEquals(Failure.Kind.NOT_TAKEN, assertInstanceOf(Outcome.Unverified.class, outcome).why().kind());
        }
    }
}
