/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;

/** What a register feeds. */
@NonNullByDefault
sealed interface Target {

    /** Its name. */
    default String id() {
        return switch (this) {
            case OfMetric(Metric metric) -> metric.id();
            case OfFact(String fact) -> fact;
            case OnceSeen(String fact) -> fact;
        };
    }

    /** A metric of one or more devices. */
    record OfMetric(Metric metric) implements Target {}

    /** Something known of the model, on which other lines may depend. */
    record OfFact(String fact) implements Target {}

    /** A fact that is 0 until it was seen once, and 1 from then on. */
    record OnceSeen(String fact) implements Target {}
}
