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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Metric;

/**
 * A metric that no register holds: the sum of others, written {@code pv#power + grid#power - meter-2/meter#power}. Terms
 * that a model does not have are left out; a term that it has but did not tell makes the sum missing.
 *
 * @param line the line in the profile's file, for messages
 * @param device the device that has it: the polled one or one of its parts
 * @param metric what is summed up
 * @param terms what of
 * @param bounds outside of which it says nothing, because a flow that belongs to it is not measured; null if none are said
 * @param least what it is at least, whatever the terms add up to; null if it may be anything
 * @param when the models that have it
 */
@NonNullByDefault
record Sum(int line, String device, Metric metric, List<Term> terms, @Nullable Bounds bounds,
        @Nullable BigDecimal least,
        Condition when) {

    /** One term: a metric of the polled device or of one of its parts, added or taken off. */
    record Term(int sign, String device, Metric metric) {}

    /** The same sum of these terms only. */
    Sum of(List<Term> some) {
        return some.equals(terms) ? this : new Sum(line, device, metric, some, bounds, least, when);
    }

    /** Whether what the terms add up to says anything, for a model of which this is known. */
    boolean believes(BigDecimal total, Map<String, Integer> facts) {
        Bounds within = bounds;
        return within == null || within.in(facts).contains(total);
    }
}
