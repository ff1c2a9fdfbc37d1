/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Some models do not tell how big their battery is: then the user may have.
 *
 * @param kilowattHours what the user said, if anything
 */
@NonNullByDefault
public record ToldCapacity(Optional<BigDecimal> kilowattHours) implements Finish {

    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric CAPACITY = Metrics.of("battery#capacity");

    @Override
    public List<Reading> finish(List<Reading> readings) {
        return kilowattHours.isEmpty()
                ? readings
                : readings.stream().map(reading -> with(kilowattHours.get(), reading)).toList();
    }

    private static Reading with(BigDecimal capacity, Reading reading) {
        if (!reading.values().containsKey(STATE_OF_CHARGE) || reading.values().containsKey(CAPACITY)) {
            return reading;
        }
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.put(CAPACITY, new Value.Amount(capacity));
        return reading.with(values);
    }
}
