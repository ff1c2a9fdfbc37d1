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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;

/** Whether a battery does what was ordered, on a clock of the test's own. */
@NonNullByDefault
class EffectTest {

    private static final DeviceId ROOF = new DeviceId(DeviceKind.INVERTER, "SNROOF0001");
    private static final Metric WORK_MODE = Metrics.of("settings#work-mode");

    private final Effect effect = new Effect();
    private final Map<Metric, Value> values = new HashMap<>();
    private Instant now = Instant.parse("2026-06-01T10:00:00Z");

    private void force(int watts, int seconds) {
        effect.ordered(new Order.ForcePower(ROOF, BigDecimal.valueOf(watts), Duration.ofSeconds(seconds)), now);
    }

    private void change(String setting, String word) {
        effect.ordered(new Order.Change(ROOF, List.of(new Setting(Metrics.of(setting), new Value.Text(word)))), now);
    }

    private void has(String metric, int number) {
        values.put(Metrics.of(metric), Value.Amount.of(number));
    }

    /** The battery's power, measured so much later. */
    private String after(int seconds, int watts) {
        now = now.plusSeconds(seconds);
        has("battery#power", watts);
        return look();
    }

    private String look() {
        Map<Metric, Sample> samples = new HashMap<>();
        values.forEach((metric, value) -> samples.put(metric, new Sample(value, now)));
        return effect
                .look(new DeviceState(new Device(ROOF, null, Map.of()), Set.of(Source.DIRECT), true, now, samples, 0),
                        now)
                .map(seen -> seen.word().id() + (seen.isNew() && seen.isAtLimit() ? " at-limit" : "")).orElse("none");
    }

    @Test
    void nothingIsSaidBeforeAnyOrder() {
        assertEquals("none", after(5, 2000));
    }

    @Test
    void aBatteryThatRampsUpFollows() {
        force(3000, 600);
        assertEquals("not-yet", after(5, 400));
        assertEquals("not-yet", after(10, 1800));
        assertEquals("follows", after(10, 2900));
    }

    @Test
    void aBatteryThatDoesSomethingElseForAMinuteIgnoresIt() {
        force(3000, 600);
        assertEquals("not-yet", after(15, 400));
        assertEquals("not-yet", after(44, 400));
        assertEquals("ignores", after(1, 400));
        assertEquals("follows", after(30, 3100), "it may still come to it");
    }

    @Test
    void theReadingFromBeforeTheOrderSaysNothing() {
        after(5, 3000);
        force(3000, 600);
        assertEquals("not-yet", look());
    }

    @Test
    void whatFollowedMayStrayForAMinute() {
        force(-2000, 3600);
        assertEquals("follows", after(20, -2000));
        assertEquals("follows", after(30, 0));
        assertEquals("ignores", after(30, 0));
    }

    @ParameterizedTest
    @CsvSource({"3000, 2560, follows", "3000, 2500, not-yet", "3000, 3450, follows", "3000, 3500, not-yet",
            "-3000, -2560, follows", "-3000, 3000, not-yet", "0, 90, follows", "0, -110, not-yet",
            "200, 110, follows", "200, 90, not-yet"})
    void measuredPowersAreNeverExact(int wanted, int measured, String word) {
        force(wanted, 600);
        assertEquals(word, after(5, measured));
    }

    @Test
    void aBatteryThatGivesAllThatItCanFollows() {
        has("battery#max-charge-power", 1500);
        force(-5000, 600);
        assertEquals("follows", after(5, -1500));
        assertEquals("follows", after(5, -5000));
    }

    @Test
    void aFullBatteryCannotFollow() {
        has("battery#state-of-charge", 100);
        force(-3000, 600);
        assertEquals("not-yet", after(30, 0));
        assertEquals("ignores at-limit", after(30, 0));
    }

    @Test
    void anEmptyBatteryCannotFollow() {
        has("battery#state-of-charge", 12);
        has("settings#min-state-of-charge", 12);
        force(3000, 600);
        assertEquals("ignores at-limit", after(60, 0));
        effect.forget();
        force(-3000, 600);
        assertEquals("ignores", after(60, 0));
    }

    @Test
    void whenTheTimeIsOverNothingIsSaid() {
        force(3000, 120);
        assertEquals("follows", after(60, 3000));
        assertEquals("none", after(60, 400));
    }

    @Test
    void keepingUpAPowerIsNoNewOrderButAnotherPowerIs() {
        force(3000, 120);
        assertEquals("ignores", after(60, 0));
        force(3000, 120);
        assertEquals("ignores", after(1, 0));
        force(2000, 120);
        assertEquals("not-yet", after(1, 0));
    }

    @Test
    void aShareThatChangesBitByBitIsNoNewOrder() {
        force(3000, 600);
        for (int watts = 2950; watts > 2000; watts -= 50) {
            after(10, 0);
            force(watts, 600);
        }
        assertEquals("ignores", after(1, 0));
    }

    @Test
    void whatIsReleasedIsFree() {
        force(3000, 600);
        effect.ordered(new Order.Release(ROOF), now);
        assertEquals("none", after(60, 0));
    }

    @ParameterizedTest
    @CsvSource({"pause-discharge, -2000, follows", "pause-discharge, 2000, ignores", "pause-charge, 2000, follows",
            "pause-charge, -2000, ignores", "pause-both, 50, follows", "pause-both, 2000, ignores", "off, 2000, none"})
    void aPauseIsSeenInThePower(String word, int measured, String effect) {
        change("settings#pause-mode", word);
        assertEquals(effect, after(60, measured));
    }

    @ParameterizedTest
    @CsvSource({"charge, -800, follows", "charge, 800, ignores", "discharge, 800, follows", "discharge, 0, ignores",
            "idle, 0, follows", "idle, 800, ignores"})
    void aManualModeCountsWhileTheInverterWorksByIt(String word, int measured, String effect) {
        change("settings#manual-mode", word);
        assertEquals("none", after(1, measured));
        values.put(WORK_MODE, new Value.Text("manual"));
        assertEquals(effect, after(60, measured));
    }

    @Test
    void otherSettingsSayNothingOfThePower() {
        force(3000, 600);
        change("settings#charge-slot-1-start", "02:00");
        assertEquals("follows", after(5, 3000));
        change("settings#work-mode", "self-use");
        assertEquals("none", after(5, 3000));
    }
}
