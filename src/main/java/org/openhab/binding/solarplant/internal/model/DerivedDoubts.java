/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.ReadingFilter.Checked;

/** Carries doubt on: a value that was made of one that is not believed is not believed either. */
@NonNullByDefault
final class DerivedDoubts {

    private DerivedDoubts() {}

    /** The readings of one poll, with all that is not believed of them. */
    static List<Checked> carriedOn(List<Checked> readings) {
        if (readings.stream().allMatch(checked -> checked.doubtful().isEmpty())) {
            return readings;
        }
        Set<Origin> doubtful = new HashSet<>();
        readings.forEach(checked -> checked.doubtful()
                .forEach(metric -> doubtful.add(new Origin(checked.reading().device().id(), metric))));
        while (spread(readings, doubtful)) {
            // a value may be made of one that was made of others
        }
        List<Checked> all = new ArrayList<>();
        for (Checked checked : readings) {
            Reading reading = checked.reading();
            Set<Metric> metrics = new HashSet<>();
            reading.values().keySet().stream()
                    .filter(metric -> doubtful.contains(new Origin(reading.device().id(), metric)))
                    .forEach(metric -> {
                        metrics.add(metric);
                        metrics.addAll(SignedPower.parts(metric));
                    });
            all.add(new Checked(reading, metrics, checked.rejected()));
        }
        return all;
    }

    private static boolean spread(List<Checked> readings, Set<Origin> doubtful) {
        boolean more = false;
        for (Checked checked : readings) {
            DeviceId device = checked.reading().device().id();
            for (var made : checked.reading().derived().entrySet()) {
                if (made.getValue().stream().anyMatch(doubtful::contains)) {
                    more |= doubtful.add(new Origin(device, made.getKey()));
                }
            }
        }
        return more;
    }
}
