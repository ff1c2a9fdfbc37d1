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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.ChannelUID;

/** What the trigger channel of an inverter says of settings that this openHAB has not changed. */
@NonNullByDefault
@Timeout(60)
class SettingsChangedTest {

    private static final ChannelUID CHANGED = new ChannelUID(ControlRig.ROOF, "event#settings-changed");
    private static final String FLOOR = "settings#min-state-of-charge";

    private final ControlRig rig = ControlRig.allowing(Map.of());

    private void pollOnce() {
        int polls = rig.roof().polls;
        rig.plant.passUntil(Duration.ofSeconds(5), () -> rig.roof().polls > polls + 1);
    }

    private List<String> triggers() {
        return rig.plant.host.triggers(CHANGED);
    }

    @Test
    void whatSomebodyElseChangesIsToldOnceByItsId() throws Exception {
        try (rig) {
            pollOnce();
            assertEquals(List.of(), triggers(), "what is found at the start is no change");
            rig.roof().values.put(FakeDriver.FLOOR, Value.Amount.of(25));
            rig.roof().values.put(FakeDriver.START, new Value.Unset());
            pollOnce();
            rig.await(() -> triggers().size() >= 2);
            assertEquals(List.of("settings#charge-slot-1-start", FLOOR), triggers());
            assertEquals("25 %", rig.text(FLOOR), "by then the channel says so");
            pollOnce();
            assertEquals(2, triggers().size());
        }
    }

    @Test
    void anOrderOfOursIsNoChangeOfSomebodyElse() throws Exception {
        try (rig) {
            pollOnce();
            rig.command(FLOOR, new DecimalType(30));
            rig.await(() -> rig.text(FLOOR).equals("30 %"));
            pollOnce();
            assertEquals(List.of(), triggers());
            rig.roof().values.put(FakeDriver.EXPORT_LIMIT, Value.Amount.of(100));
            pollOnce();
            rig.await(() -> !triggers().isEmpty());
            assertEquals(List.of("settings#export-limit"), triggers());
        }
    }

    @Test
    void anOrderWhoseAnswerWasLostExplainsWhatIsFoundLater() throws Exception {
        try (rig) {
            pollOnce();
            rig.roof().answer = this::takenInSilence;
            rig.command(FLOOR, new DecimalType(40));
            rig.await(() -> rig.text(FLOOR).equals("40 %"));
            pollOnce();
            assertEquals(List.of(), triggers());
        }
    }

    private Outcome takenInSilence(Order order) {
        rig.roof().obey(order);
        return new Outcome.Unverified(new Failure(Failure.Kind.TIMEOUT, "5"), List.of());
    }

    @Test
    void anotherWorkModeBringsSettingsOfItsOwn() throws Exception {
        try (rig) {
            pollOnce();
            rig.roof().answer = order -> {
                Outcome outcome = rig.roof().obey(order);
                rig.roof().values.put(FakeDriver.FLOOR, Value.Amount.of(77));
                return outcome;
            };
            rig.command("settings#work-mode", new StringType("backup"));
            rig.await(() -> rig.text(FLOOR).equals("77 %"));
            pollOnce();
            assertEquals(List.of(), triggers());
        }
    }

    @Test
    void aChangeWhileTheDeviceWasLostIsToldWhenItIsBack() throws Exception {
        try (rig) {
            pollOnce();
            rig.roof().dead = true;
            rig.plant.pass(Duration.ofMinutes(10));
            rig.roof().values.put(FakeDriver.FLOOR, Value.Amount.of(15));
            rig.roof().dead = false;
            rig.await(() -> !triggers().isEmpty());
            assertEquals(List.of(FLOOR), triggers());
        }
    }
}
