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
import org.eclipse.jdt.annotation.Nullable;

/**
 * One measured quantity, which is one channel. Made by {@link Metrics#find} or {@link MetricType#metric}.
 *
 * @param type what kind of metric it is
 * @param number which one of a row (string, phase, cell) counted from 1; 0 where there is no row
 * @param id {@code group#channel}, for example {@code pv#string-2-power}
 */
@NonNullByDefault
public record Metric(MetricType type, int number, String id) {

    /** What is measured, and its unit. */
    public Quantity quantity() {
        return type.quantity();
    }

    /** Whether it counts from midnight on. */
    public boolean isDailyCounter() {
        return quantity() == Quantity.ENERGY && id.endsWith("-today");
    }

    /** Whether it only ever counts up. */
    public boolean isLifetimeCounter() {
        return quantity() == Quantity.ENERGY && id.endsWith("-total");
    }

    /** Whether it is something that users set, where the device lets them. */
    public boolean isSetting() {
        return type.group().equals("settings") && !id.equals("settings#schedule-store") || id.equals("charger#control")
                || id.equals("charger#current-limit");
    }

    /** The id is enough: it is unique. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Metric metric && id.equals(metric.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
