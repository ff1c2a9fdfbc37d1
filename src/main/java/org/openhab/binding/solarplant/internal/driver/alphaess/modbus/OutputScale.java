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
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Some SMILE-B3 count the power of the inverter and of its backup in tenths of a watt, and no register tells (alphaess.md
 * §4.9). What leaves an inverter is about what battery and strings put into it: where it is ten times that again and
 * again, it is tenths.
 */
@NonNullByDefault
final class OutputScale {

    /** Below so many W, own use and moments that differ say more than the scale. */
    private static final BigDecimal LEAST_POWER = BigDecimal.valueOf(200);
    /** About ten: losses and registers of different moments make it more or less. */
    private static final BigDecimal LEAST_RATIO = BigDecimal.valueOf(7);
    private static final BigDecimal MOST_RATIO = BigDecimal.valueOf(14);
    private static final int INSISTENCE = 3;

    private static final Metric OUTPUT = Metrics.of("output#power");
    private static final Metric BATTERY = Metrics.of("battery#power");

    private int timesInARow;

    /** The values of a poll with the inverter's powers in W; without them while it is in doubt what they are. */
    Map<Metric, Value> inWatts(Map<Metric, Value> values) {
        if (!(values.get(OUTPUT) instanceof Value.Amount(BigDecimal output))) {
            return values;
        }
        boolean doubtful = false;
        BigDecimal input = input(values);
        if (timesInARow < INSISTENCE && input.abs().compareTo(LEAST_POWER) >= 0) {
            doubtful = isTenfold(output, input);
            timesInARow = doubtful ? timesInARow + 1 : 0;
        }
        if (timesInARow >= INSISTENCE) {
            Map<Metric, Value> scaled = new HashMap<>(values);
            scaled.replaceAll((metric, value) -> isInverters(metric) && value instanceof Value.Amount(BigDecimal tenths)
                    ? new Value.Amount(tenths.movePointLeft(1))
                    : value);
            return scaled;
        }
        if (doubtful) {
            Map<Metric, Value> rest = new HashMap<>(values);
            rest.keySet().removeIf(OutputScale::isInverters);
            return rest;
        }
        return values;
    }

    /** What goes into the inverter on its DC side, in W. */
    private static BigDecimal input(Map<Metric, Value> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Metric, Value> entry : values.entrySet()) {
            boolean isString = entry.getKey().type().channelType().equals("pv-string-power");
            if ((isString || entry.getKey().equals(BATTERY))
                    && entry.getValue() instanceof Value.Amount(BigDecimal w)) {
                sum = sum.add(w);
            }
        }
        return sum;
    }

    private static boolean isTenfold(BigDecimal output, BigDecimal input) {
        return output.signum() == input.signum() && output.abs().compareTo(input.abs().multiply(LEAST_RATIO)) >= 0
                && output.abs().compareTo(input.abs().multiply(MOST_RATIO)) <= 0;
    }

    private static boolean isInverters(Metric metric) {
        String group = metric.type().group();
        return metric.quantity() == Quantity.POWER && (group.equals("output") || group.equals("backup"));
    }
}
