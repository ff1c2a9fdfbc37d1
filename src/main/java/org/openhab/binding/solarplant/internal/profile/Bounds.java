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
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What is believed of a value, written {@code 0..300}, or as a multiple of something known of the model:
 * {@code -2*rated..2*rated}. A value outside is dropped.
 *
 * @param plain the ends without facts, which is all of it for most and then shared among all devices
 */
@NonNullByDefault
record Bounds(Factor min, Factor max, Interval plain) {

    private static final Pattern FORM = Pattern.compile("(.+?)\\.\\.(.+)");

    /**
     * @throws IllegalArgumentException if the text is not of the form above
     */
    static Bounds parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("bounds are written min..max, not " + text);
        }
        Factor lower = Factor.parse(matcher.group(1));
        Factor upper = Factor.parse(matcher.group(2));
        if (lower.use() == Factor.Use.POWER_OF_TEN || upper.use() == Factor.Use.POWER_OF_TEN) {
            throw new IllegalArgumentException("bounds are no powers of ten, but figures that people can judge");
        }
        Bounds bounds = new Bounds(lower, upper, new Interval(lower.number(), upper.number()));
        if (bounds.min.fact().equals(bounds.max.fact()) && bounds.min.number().compareTo(bounds.max.number()) > 0) {
            throw new IllegalArgumentException("bounds begin with the lower end, not " + text);
        }
        return bounds;
    }

    /** The facts of the model that it depends on. */
    Set<String> facts() {
        return Stream.of(min, max).map(Factor::fact).filter(fact -> !fact.isEmpty()).collect(Collectors.toSet());
    }

    Interval in(Map<String, Integer> facts) {
        return facts().isEmpty() ? plain : new Interval(min.in(facts).orElseThrow(), max.in(facts).orElseThrow());
    }
}
