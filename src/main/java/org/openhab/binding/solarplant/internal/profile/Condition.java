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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * For which models a line of a profile holds: comparisons over facts, all of which must be true, as in
 * {@code phases=3 protocol>=100}. Empty text holds always.
 */
@NonNullByDefault
record Condition(Map<String, Interval> ranges) {

    private static final Pattern COMPARISON = Pattern.compile("([a-z][a-z0-9-]*)(=|<|>=)(\\d+)");

    /**
     * @throws IllegalArgumentException if the text is not of the form above
     */
    static Condition parse(String text) {
        Map<String, Interval> ranges = new HashMap<>();
        for (String word : text.strip().split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            Matcher matcher = COMPARISON.matcher(word);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a condition is written fact=1, fact<1 or fact>=1, not " + word);
            }
            long number = Long.parseLong(matcher.group(3));
            Interval range = switch (matcher.group(2)) {
                case "<" -> Interval.of(Integer.MIN_VALUE, number - 1);
                case ">=" -> Interval.of(number, Integer.MAX_VALUE);
                default -> Interval.of(number, number);
            };
            ranges.merge(matcher.group(1), range, Interval::and);
        }
        return new Condition(Map.copyOf(ranges));
    }

    Set<String> facts() {
        return ranges.keySet();
    }

    boolean holds(Map<String, Integer> facts) {
        return ranges.entrySet().stream().allMatch(
                range -> range.getValue().contains(BigDecimal.valueOf(facts.getOrDefault(range.getKey(), 0))));
    }

    /** Whether some model exists for which both hold. */
    boolean overlaps(Condition other) {
        return ranges.entrySet().stream().allMatch(range -> {
            Interval theirs = other.ranges.get(range.getKey());
            return theirs == null || theirs.overlaps(range.getValue());
        });
    }
}
