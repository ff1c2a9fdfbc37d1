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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;

/** Into the battery or out of it. */
@NonNullByDefault
public enum Direction {
    /** From the grid into the battery. */
    CHARGE(SlotMetric.CHARGE, "settings#charge-enabled", "settings#max-state-of-charge"),
    /** Out of the battery. */
    DISCHARGE(SlotMetric.DISCHARGE, "settings#discharge-enabled", "settings#min-state-of-charge");

    private final String word;
    private final Metric enabled;
    private final Metric bound;

    Direction(String word, String enabled, String bound) {
        this.word = word;
        this.enabled = Metrics.of(enabled);
        this.bound = Metrics.of(bound);
    }

    /** As it stands in the settings of slots. */
    public String word() {
        return word;
    }

    /** The setting that puts its slots in force. */
    public Metric enabled() {
        return enabled;
    }

    /** The setting of the state of charge at which it ends. */
    public Metric bound() {
        return bound;
    }

    /** A setting of one of its slots. */
    public Metric slot(int number, String field) {
        return new SlotMetric(word, number, field).metric();
    }
}
