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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettingsTest.Bare;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;

/** What a SolaX inverter is sent when its battery is to obey for a while. */
@NonNullByDefault
@Timeout(60)
class SolaxRemoteControlTest {

    private static final String UNLOCK = "6:0000=07DE";
    private static final String OFF_A = "16:007C=" + "0000 ".repeat(15).strip();

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
    void theMostPowerIsWhatTheModelIsRated() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3()))) {
            assertEquals(Map.of(), rig.driver.mostForce(), "nobody known yet");
            rig.driver.poll(Cadence.FULL);
            int rated = 10_000;
            assertEquals(Map.of(rig.device(), BigDecimal.valueOf(rated)), rig.driver.mostForce());
            rig.requests();
            refused(rig, Refusal.Kind.OUT_OF_RANGE, force(rig, rated + 1, 60));
        }
        try (SolaxRig rig = known(new Bare("U50TEST1234567"))) {
            assertEquals(Map.of(), rig.driver.mostForce(), "a G2 takes no such orders");
        }
    }

    /** What is asked for, and the last two registers of the block. */
    @ParameterizedTest
    @CsvSource({"3000, 300, 012C, 0BB8 0000", "-3000, 600, 0258, F448 FFFF"})
    void batteryObeysAndIsGivenBack(int watts, int seconds, String time, String power) throws Exception {
        try (SolaxRig rig = known(SolaxRig.hybrid(SolaxModel.x3()))) {
            Outcome outcome = rig.driver.apply(force(rig, watts, seconds));
            Reading told = assertInstanceOf(Outcome.Verified.class, outcome).readings().getFirst();
            assertEquals("push-power", SolaxRig.text(told, "remote-control#mode"));
            assertEquals(List.of(UNLOCK, "16:007C=0004 0001 0000 0000 0000 0000 " + time
                    + " 0000 0000 0000 0000 0000 " + time + " " + power), rig.writes());
            assertEquals(Integer.toString(watts),
                    SolaxRig.text(rig.driver.poll(Cadence.FULL).getFirst(), "battery#power"));
            rig.requests();
            verified(rig, new Order.Release(rig.device()), OFF_A);
            assertEquals("off", SolaxRig.text(rig.driver.poll(Cadence.FULL).getFirst(), "remote-control#mode"));
            rig.requests();
            rig.driver.close();
            assertEquals(List.of(), rig.writes(), "nothing is left to give back");
        }
    }

    @Test
    void closedDriverGivesBackWhatItTook() throws Exception {
        try (SolaxRig rig = known(SolaxRig.hybrid(SolaxModel.x1()))) {
            assertInstanceOf(Outcome.Verified.class, rig.driver.apply(force(rig, 1000, 60)));
            rig.requests();
            rig.driver.close();
            assertEquals(List.of(OFF_A), rig.writes());
        }
    }

    @Test
    void closedDriverDoesNotWaitForTheSilent() throws Exception {
        try (SolaxRig rig = known(SolaxRig.hybrid(SolaxModel.x1()))) {
            rig.simulator.faults().add(new Fault.Silence(), Scope.next(1).function(16));
            assertInstanceOf(Outcome.Verified.class, rig.driver.apply(force(rig, 1000, 60)), "taken all the same");
            assertEquals(List.of(UNLOCK, "16:007C=0004 0001 0000 0000 0000 0000 003C 0000 0000 0000 0000 0000 003C "
                    + "03E8 0000"), rig.writes(), "never twice");
            rig.simulator.faults().add(new Fault.Silence(), Scope.ALWAYS);
            rig.driver.close();
        }
    }

    /** A G6: takes the other block, and says so. */
    @Test
    void otherBlockOfAG6() throws Exception {
        Bare bare = new Bare("10K0ATEST12345");
        try (SolaxRig rig = known(new RegisterImage() {
            private volatile int mode;

            @Override
            public OptionalInt read(Space space, int address) {
                return space == Space.INPUT && address == 0x0100 ? OptionalInt.of(mode) : bare.read(space, address);
            }

            @Override
            public Optional<ExceptionCode> write(Request request) {
                if (request.start() != 0x00A0 || request.count() != 8) {
                    return bare.write(request);
                }
                mode = request.values().getFirst();
                return Optional.empty();
            }
        })) {
            verified(rig, force(rig, -2500, 120), UNLOCK,
                    "16:00A0=0008 0001 7530 0000 F63C FFFF 0078 00A0");
            verified(rig, new Order.Release(rig.device()), "16:00A0=" + "0000 ".repeat(8).strip());
        }
    }

    /** A G3 whose roof delivers so much, and that takes what it is told over remote control. */
    private static RegisterImage g3(Bare bare, AtomicInteger roof) {
        return new RegisterImage() {
            @Override
            public OptionalInt read(Space space, int address) {
                return space == Space.INPUT && address == 0x000A
                        ? OptionalInt.of(roof.get())
                        : bare.read(space, address);
            }

            @Override
            public Optional<ExceptionCode> write(Request request) {
                if (request.start() != 0x007C || request.count() != 5) {
                    return bare.write(request);
                }
                bare.store.hold(0x00A6, request.values().getFirst());
                return Optional.empty();
            }
        };
    }

    /** Its target counts what the roof delivers, and its time limit is a setting, which is put back. */
    @ParameterizedTest
    @CsvSource({"1000, 0, FC18 FFFF", "-1000, 0, 03E8 0000", "-1000, 1500, FE0C FFFF", "1000, 1500, F63C FFFF"})
    void targetOfAG3IsThatOfTheInverter(int watts, int roof, String power) throws Exception {
        try (SolaxRig rig = known(g3(new Bare("H1E5TEST123456"), new AtomicInteger(roof)))) {
            refused(rig, Refusal.Kind.OUT_OF_RANGE, force(rig, watts, 4));
            assertTrue(rig.driver.storesForPower());
            verified(rig, force(rig, watts, 60), UNLOCK, "6:009F=003C", "16:007C=0001 " + power + " 0000 0000");
            assertFalse(rig.driver.storesForPower(), "it is changed once");
            verified(rig, force(rig, watts, 60), "16:007C=0001 " + power + " 0000 0000");
            assertEquals(1, rig.driver.storedBesides());
            verified(rig, new Order.Release(rig.device()), "16:007C=0000 0000 0000 0000 0000", "6:009F=0004");
            assertEquals(1, rig.driver.storedBesides());
            assertEquals(0, rig.driver.storedBesides());
        }
    }

    /** With each reading, and only if that makes a difference. */
    @Test
    void targetOfAG3FollowsItsRoof() throws Exception {
        AtomicInteger roof = new AtomicInteger(500);
        try (SolaxRig rig = known(g3(new Bare("H1E5TEST123456"), roof))) {
            verified(rig, force(rig, 1000, 60), UNLOCK, "6:009F=003C", "16:007C=0001 FA24 FFFF 0000 0000");
            rig.driver.poll(Cadence.FAST);
            assertEquals(List.of(), rig.writes(), "nothing has changed");
            roof.set(2000);
            rig.driver.poll(Cadence.FAST);
            assertEquals(List.of("16:007C=0001 F448 FFFF 0000 0000"), rig.writes());
            verified(rig, new Order.Release(rig.device()), "16:007C=0000 0000 0000 0000 0000", "6:009F=0004");
            roof.set(100);
            rig.driver.poll(Cadence.FAST);
            assertEquals(List.of(), rig.writes(), "it is given back");
        }
    }

    /** Each new target begins its time anew, so it has to be ended. */
    @Test
    void targetOfAG3EndsInTime() throws Exception {
        AtomicInteger roof = new AtomicInteger(500);
        AtomicInteger passed = new AtomicInteger();
        try (SolaxRig rig = SolaxRig.of(g3(new Bare("H1E5TEST123456"), roof), SolaxRig.PLAIN,
                () -> SolaxRig.NOON.plusSeconds(passed.get()))) {
            rig.driver.poll(Cadence.FULL);
            assertInstanceOf(Outcome.Verified.class, rig.driver.apply(force(rig, 1000, 60)));
            rig.requests();
            passed.set(61);
            roof.set(900);
            rig.driver.poll(Cadence.FAST);
            assertEquals(List.of("16:007C=0000 0000 0000 0000 0000", "6:009F=0004"), rig.writes());
        }
    }

    @Test
    void aG2DoesNotObey() throws Exception {
        try (SolaxRig rig = known(new Bare("U50TEST1234567"))) {
            refused(rig, Refusal.Kind.NOT_SUPPORTED, force(rig, 1000, 60));
            refused(rig, Refusal.Kind.NOT_SUPPORTED, new Order.Release(rig.device()));
        }
    }

    /** In a parallel system the master is told. */
    @Test
    void aSlaveTakesNoPower() throws Exception {
        Bare bare = new Bare("H34A10TEST1234");
        bare.store.hold(0x0130, 2);
        try (SolaxRig rig = known(bare)) {
            refused(rig, Refusal.Kind.SLAVE, force(rig, 1000, 60));
            refused(rig, Refusal.Kind.SLAVE, new Order.Release(rig.device()));
            assertEquals(Map.of(rig.device(), BigDecimal.ZERO), rig.driver.mostForce());
            assertInstanceOf(Outcome.Verified.class, rig.set("min-state-of-charge=20"));
        }
    }
}
