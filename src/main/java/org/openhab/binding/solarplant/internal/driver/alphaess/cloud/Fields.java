/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/** Which field of an answer feeds which metric, and what is believed of it. */
@NonNullByDefault
record Fields(List<Field> fields) {

    /** One of them; the bounds belong to what is believed. */
    private record Field(String path, Metric metric, BigDecimal min, BigDecimal max) {

        boolean believes(BigDecimal number) {
            return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
        }
    }

    /**
     * Reads a table with one field on each line: path, metric, lowest and highest believed value. Units and signs are ours
     * already: W, kWh, %, import and discharge positive (alphaess.md §0.2).
     */
    static Fields of(String table) {
        return new Fields(table.lines().map(line -> line.strip().split(" +"))
                .map(words -> new Field(words[0], Metrics.of(words[1]), new BigDecimal(words[2]),
                        new BigDecimal(words[3])))
                .toList());
    }

    /** Puts what this object says of a device on the sheet; null stays missing, what cannot be is counted. */
    void read(Json object, DeviceId device, Sheet sheet) {
        for (Field field : fields) {
            object.at(field.path).number().ifPresent(number -> {
                if (field.believes(number)) {
                    sheet.put(device, field.metric, new Value.Amount(number));
                } else {
                    sheet.reject(1);
                }
            });
        }
    }
}
