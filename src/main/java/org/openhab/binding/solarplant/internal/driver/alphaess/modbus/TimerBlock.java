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

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;

/**
 * The windows of time in which the battery is charged and discharged, and the limits of its charge (alphaess.md §4.7).
 * Hours and minutes lie apart, so that no register map can join them.
 */
@NonNullByDefault
final class TimerBlock {

    private static final int START = 0x084F;
    /** All of it, without the minutes of charging, which SMILE-B3 has not, and without any minutes. */
    private static final List<Integer> COUNTS = List.of(19, 15, 11);

    private static final int LOWEST_CHARGE = 1;
    private static final int HIGHEST_CHARGE = 6;
    private static final int MOST_PERCENT = 100;
    /** Both windows are written start, end, start, end: hours first, the minutes further up. */
    private static final List<String> EDGES = List.of("1-start", "1-end", "2-start", "2-end");
    private static final int DISCHARGE_HOURS = 2;
    private static final int CHARGE_HOURS = 7;
    private static final int DISCHARGE_MINUTES = 11;
    private static final int CHARGE_MINUTES = 15;

    private final RegisterTransport transport;
    private final int unit;
    private int refused;
    private long connection;

    TimerBlock(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /** Asks for it; nothing if the device has none. */
    Map<Metric, Value> read() throws TransportException, InterruptedException {
        if (connection != transport.connection()) {
            connection = transport.connection();
            refused = 0;
        }
        while (refused < COUNTS.size()) {
            try {
                return values(transport.read(unit, RegisterSpace.HOLDING, START, COUNTS.get(refused)));
            } catch (Refused refusal) {
                if (!refusal.concernsAddress()) {
                    throw refusal;
                }
                refused++;
            }
        }
        return Map.of();
    }

    private static Map<Metric, Value> values(int[] words) {
        Map<Metric, Value> values = new HashMap<>();
        int windows = words[0];
        if (windows <= 3) {
            // 1 charge windows, 2 discharge windows, 3 both
            values.put(Metrics.of("settings#charge-enabled"), new Value.Switch((windows & 1) != 0));
            values.put(Metrics.of("settings#discharge-enabled"), new Value.Switch((windows & 2) != 0));
        }
        percent(values, "settings#min-state-of-charge", words[LOWEST_CHARGE]);
        percent(values, "settings#max-state-of-charge", words[HIGHEST_CHARGE]);
        times(values, "settings#charge-slot-", words, CHARGE_HOURS, CHARGE_MINUTES);
        times(values, "settings#discharge-slot-", words, DISCHARGE_HOURS, DISCHARGE_MINUTES);
        return values;
    }

    private static void percent(Map<Metric, Value> values, String metric, int word) {
        if (word <= MOST_PERCENT) {
            values.put(Metrics.of(metric), Value.Amount.of(word));
        }
    }

    private static void times(Map<Metric, Value> values, String slots, int[] words, int hours, int minutes) {
        for (int i = 0; i < EDGES.size(); i++) {
            int hour = words[hours + i];
            int minute = minutes + i < words.length ? words[minutes + i] : 0;
            if (hour < 24 && minute < 60) {
                values.put(Metrics.of(slots + EDGES.get(i)), new Value.Text(LocalTime.of(hour, minute).toString()));
            }
        }
    }
}
