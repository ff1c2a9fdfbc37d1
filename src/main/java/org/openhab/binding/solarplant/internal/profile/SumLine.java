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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.profile.Sum.Term;

/**
 * A line of a profile's sums: the ways to make a metric that no register holds, the best one first, written
 * {@code pv#power + grid#power - meter-2/meter#power}.
 *
 * @param line the line in the profile's file, for messages
 * @param device the device that has it: the polled one or one of its parts
 * @param metric what is summed up
 * @param ways the terms of each way
 * @param total see {@link Sum#total}
 * @param percent see {@link Sum#percent}
 * @param times see {@link Sum#times}
 * @param bounds what is believed of the sum; null if everything is
 * @param least see {@link Sum#least}
 * @param most see {@link Sum#most}
 * @param when the models that have it
 */
@NonNullByDefault
record SumLine(int line, String device, Metric metric, List<List<Term>> ways, @Nullable Term total,
        @Nullable Term percent, @Nullable Term times, @Nullable Bounds bounds, @Nullable BigDecimal least,
        @Nullable Factor most, Condition when) {

    /** All terms that are named anywhere in it. */
    Stream<Term> sources() {
        return Stream.concat(ways.stream().flatMap(List::stream),
                Stream.of(total, percent, times).flatMap(Stream::ofNullable));
    }

    /**
     * The sum for a model: by the first way of which the model tells all that is no part's. Terms of parts that are not
     * there are left out, and so are all terms that the last way lacks.
     *
     * @param told whether the model tells a term
     * @param facts what is known of the model
     * @return nothing if the model tells nothing of it
     */
    Optional<Sum> in(Predicate<Term> told, Map<String, Integer> facts) {
        List<Term> terms = ways.stream().filter(way -> way.stream().allMatch(term -> isOfPart(term) || told.test(term)))
                .findFirst().orElse(ways.getLast()).stream().filter(told).toList();
        Term whole = total instanceof Term term && told.test(term) ? term : null;
        if (terms.isEmpty() && whole == null
                || Stream.of(percent, times).flatMap(Stream::ofNullable).anyMatch(told.negate())) {
            return Optional.empty();
        }
        Bounds believed = bounds;
        Factor end = most;
        return Optional.of(new Sum(device, metric, terms, whole, percent, times,
                believed == null ? null : believed.in(facts), least, end == null ? null : end.in(facts).orElse(null)));
    }

    private static boolean isOfPart(Term term) {
        return !term.device().equals(Decoder.SELF) && !term.device().equals(Decoder.ASIDE);
    }
}
