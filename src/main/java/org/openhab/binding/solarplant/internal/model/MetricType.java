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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A kind of metric, which is one channel type: either a single metric, or a row of them with a number in their name
 * such as the power of each PV string.
 *
 * @param group the channel group, for example {@code pv}
 * @param pattern the channel's id in the group, with {@code {n}} where the number goes, for example
 *            {@code string-{n}-power}
 * @param quantity what is measured, and its unit
 * @param advanced whether few people look at it
 */
@NonNullByDefault
public record MetricType(String group, String pattern, Quantity quantity, boolean advanced) {

    static final String NUMBER = "{n}";

    /** Whether it stands for a row of metrics, counted from 1. */
    public boolean isNumbered() {
        return pattern.contains(NUMBER);
    }

    /** The id of the channel type: group and pattern without the number; {@code l{n}} reads as phase. */
    public String channelType() {
        return group + "-" + pattern.replace("l" + NUMBER, "phase").replace("-" + NUMBER, "");
    }

    /** The metric of this type with that number; 0 for a type without numbers. */
    public Metric metric(int number) {
        return new Metric(this, number, group + "#" + pattern.replace(NUMBER, Integer.toString(number)));
    }
}
