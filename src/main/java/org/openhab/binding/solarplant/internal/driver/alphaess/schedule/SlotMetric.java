/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.schedule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;

/**
 * A setting of a slot, taken apart.
 *
 * @param direction {@code charge} or {@code discharge}
 * @param slot its number, from 1 on
 * @param field {@code start}, {@code end}, {@code target} or {@code power}
 */
@NonNullByDefault
public record SlotMetric(String direction, int slot, String field) {

    public static final String CHARGE = "charge";
    public static final String DISCHARGE = "discharge";
    public static final String START = "start";
    public static final String END = "end";
    public static final String TARGET = "target";
    public static final String POWER = "power";

    private static final Pattern FORM = Pattern.compile("settings#(charge|discharge)-slot-(\\d+)-([a-z]+)");

    /** The setting's parts; nothing if it is none of a slot. */
    public static Optional<SlotMetric> of(Metric metric) {
        Matcher form = FORM.matcher(metric.id());
        return form.matches()
                ? Optional.of(new SlotMetric(form.group(1), Integer.parseInt(form.group(2)), form.group(3)))
                : Optional.empty();
    }

    /** The setting itself. */
    public Metric metric() {
        return Metrics.of("settings#" + direction + "-slot-" + slot + "-" + field);
    }
}
