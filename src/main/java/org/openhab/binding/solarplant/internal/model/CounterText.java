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

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a device has counted, as a text that outlives a restart: a line for each counter of the plant's sums, for each
 * counter of today, for each sum of the plant's use, for the flows that it has, and one if it is managed. Of another text
 * all that makes sense is taken.
 *
 * @param days by who tells them, the counters of today
 * @param load how far the use of the house was that the device has a part in
 */
@NonNullByDefault
record CounterText(CountedDevice counted, Map<Source, Map<Metric, DayCounter>> days, HeldLoad.Held load) {

    private static final String SUM = "sum";
    private static final String DAY = "day";
    private static final String FLOW = "flow";
    private static final String MANAGED = "managed";
    private static final String LOAD = "load";

    /** The text. */
    String write() {
        StringJoiner lines = new StringJoiner("\n");
        counted.counters().forEach((metric, counter) -> lines.add(String.join(" ", SUM, metric.id(),
                counter.told().toPlainString(), counter.at().toString(), counter.offset().toPlainString())));
        days.forEach((source, counters) -> counters.forEach((metric, counter) -> lines.add(String.join(" ", DAY,
                source.name(), metric.id(), counter.day().toString(), counter.told().toPlainString(),
                counter.at().toString(), counter.offset().toPlainString(),
                Boolean.toString(counter.isSinceMidnight())))));
        load.highest().forEach((metric, number) -> lines
                .add(String.join(" ", LOAD, metric.id(), number.toPlainString(), load.day().toString())));
        counted.flows().forEach(flow -> lines.add(FLOW + " " + flow.id()));
        if (counted.isManaged()) {
            lines.add(MANAGED);
        }
        return lines.toString();
    }

    /** What a text says of a device. */
    static CounterText read(DeviceId device, String text) {
        Map<Metric, Counted> sums = new HashMap<>();
        Map<Source, Map<Metric, DayCounter>> days = new HashMap<>();
        Set<Metric> flows = new HashSet<>();
        Map<Metric, BigDecimal> highest = new HashMap<>();
        LocalDate day = LocalDate.MIN;
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ");
            try {
                switch (words[0]) {
                    case SUM -> metric(words[1]).ifPresent(metric -> sums.put(metric, new Counted(
                            new BigDecimal(words[2]), Instant.parse(words[3]), new BigDecimal(words[4]))));
                    case DAY -> metric(words[2]).ifPresent(metric -> days
                            .computeIfAbsent(Source.valueOf(words[1]), source -> new HashMap<>())
                            .put(metric, new DayCounter(LocalDate.parse(words[3]), new BigDecimal(words[4]),
                                    Instant.parse(words[5]), new BigDecimal(words[6]),
                                    Boolean.parseBoolean(words[7]))));
                    case LOAD -> {
                        day = LocalDate.parse(words[3]);
                        BigDecimal number = new BigDecimal(words[2]);
                        metric(words[1]).ifPresent(metric -> highest.put(metric, number));
                    }
                    case FLOW -> Metrics.find(words[1]).ifPresent(flows::add);
                    default -> {
                        // of a later version, or somebody has edited it
                    }
                }
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                // somebody has edited this line: what it counted is counted anew
                continue;
            }
        }
        boolean isManaged = text.lines().anyMatch(MANAGED::equals);
        return new CounterText(new CountedDevice(device, sums, flows, isManaged), days,
                new HeldLoad.Held(day, highest));
    }

    private static Optional<Metric> metric(String id) {
        return Metrics.find(id).filter(DeviceState::isCounter);
    }
}
