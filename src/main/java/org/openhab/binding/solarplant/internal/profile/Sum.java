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

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Metric;

/**
 * A metric that a model has no register for, as it is made of what the model tells. A term that was not told makes it
 * missing: no other way to make it is tried then, because two ways never agree exactly.
 *
 * @param device the device that has it: the polled one or one of its parts
 * @param metric what is summed up
 * @param terms what of
 * @param total what the device says the sum is, taken unless it is missing or less than one of the terms; null if it says
 *            nothing of the kind
 * @param percent how much of the sum it is, in percent; null if it is all of it
 * @param times what the sum is multiplied with; null if with nothing
 * @param bounds what is believed of the sum; null if everything is
 * @param least what it is at least, whatever the terms add up to; null if it may be anything
 * @param most what it is at most; null if it may be anything
 */
@NonNullByDefault
record Sum(String device, Metric metric, List<Term> terms, @Nullable Term total, @Nullable Term percent,
        @Nullable Term times, @Nullable Interval bounds, @Nullable BigDecimal least, @Nullable BigDecimal most) {

    /** One term: a metric of the polled device or of one of its parts, added or taken off. */
    record Term(int sign, String device, Metric metric) {}

    /** All that it is made of. */
    Stream<Term> sources() {
        return Stream.concat(terms.stream(), Stream.of(total, percent, times).flatMap(Stream::ofNullable));
    }
}
