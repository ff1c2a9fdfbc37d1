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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The nine registers of dispatch from 0x0880 on (alphaess.md §4.7): start, active power and reactive power of two
 * registers each, mode, target of the state of charge, and the time of two registers. The high word comes first.
 */
@NonNullByDefault
record DispatchCommand(List<Integer> words) {

    static final int COUNT = 9;
    /** W; what is more in either direction cannot be said. */
    static final int MOST_WATTS = 32_000;

    private static final Metric MODE = Metrics.of("remote-control#mode");
    private static final Metric POWER = Metrics.of("remote-control#target-power");
    private static final String OFF = "off";
    private static final Map<Integer, String> MODES = Map.ofEntries(Map.entry(1, "pv-charge-only"),
            Map.entry(2, "state-of-charge"), Map.entry(3, "load-following"), Map.entry(4, "maximise-output"),
            Map.entry(5, "normal"), Map.entry(6, "optimise-consumption"), Map.entry(7, "maximise-consumption"),
            Map.entry(8, "eco"), Map.entry(9, "fcas"), Map.entry(10, "pv-power"),
            Map.entry(19, "no-battery-charge"), Map.entry(20, "burn-in"));

    /** Honours power and target, in both directions, and uses the grid. */
    private static final int STATE_OF_CHARGE = 2;
    /** With no power at all it holds the battery as it is. */
    private static final int LOAD_FOLLOWING = 3;
    /** 0.4 % per bit, whatever others say. */
    private static final BigDecimal PERCENT_PER_BIT = new BigDecimal("0.4");
    /** What the time says of a system that was never told anything. */
    private static final int IDLE_SECONDS = 90;
    private static final int WITHOUT_TIME = 7;

    DispatchCommand {
        words = List.copyOf(words);
    }

    /**
     * Gives the battery this power.
     *
     * @param watts positive discharges; at most {@link #MOST_WATTS} either way
     * @param target the state of charge at which it is enough, in %
     */
    static DispatchCommand power(int watts, BigDecimal target, Duration duration) {
        int seconds = Math.toIntExact(duration.toSeconds());
        // never beyond the target: rounded to the side that is reached first
        RoundingMode rounding = watts < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
        int bits = target.divide(PERCENT_PER_BIT, 0, rounding).intValueExact();
        return watts == 0
                ? of(1, 0, LOAD_FOLLOWING, 0, seconds)
                : of(1, watts, STATE_OF_CHARGE, bits, seconds);
    }

    /** Ends it. */
    static DispatchCommand release() {
        return of(0, 0, 0, 0, IDLE_SECONDS);
    }

    private static DispatchCommand of(int start, int watts, int mode, int target, int seconds) {
        int power = watts + MOST_WATTS;
        return new DispatchCommand(List.of(start, power >>> 16, power & 0xFFFF, 0, MOST_WATTS, mode, target,
                seconds >>> 16, seconds & 0xFFFF));
    }

    /** Whether someone controls the battery. */
    boolean isRunning() {
        return words.getFirst() != 0;
    }

    /** Whether both say the same, but for the time: what the device says of that is of no use. */
    boolean isLike(DispatchCommand other) {
        return words.subList(0, WITHOUT_TIME).equals(other.words.subList(0, WITHOUT_TIME));
    }

    private static Value word(int mode) {
        String word = MODES.get(mode);
        return word == null ? Value.Text.unknown(mode) : new Value.Text(word);
    }

    /** What of it people see. */
    Map<Metric, Value> values() {
        Map<Metric, Value> values = new HashMap<>();
        int mode = words.get(5);
        values.put(MODE, isRunning() ? word(mode) : new Value.Text(OFF));
        long power = ((long) words.get(1) << 16 | words.get(2)) - MOST_WATTS;
        if (!isRunning()) {
            values.put(POWER, Value.Amount.of(0));
        } else if (Math.abs(power) <= MOST_WATTS) {
            values.put(POWER, Value.Amount.of(power));
        }
        return values;
    }

    int[] registers() {
        return words.stream().mapToInt(Integer::intValue).toArray();
    }
}
