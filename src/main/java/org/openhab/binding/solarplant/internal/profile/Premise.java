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
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What must be so before something is concluded: one of several claims about what was told in the same poll. What was not
 * told makes no claim true.
 *
 * @param claims of which one is enough
 */
@NonNullByDefault
record Premise(List<Claim> claims) {

    /**
     * That a metric has one of these words, or a number from here on or below here.
     *
     * @param device the polled device or one of its parts
     * @param words texts, or {@code on} and {@code off}; empty if it is about a number
     * @param from the least number; null if there is none
     * @param below what the number is less than; null if there is no such
     */
    record Claim(String device, Metric metric, Set<String> words, @Nullable BigDecimal from,
            @Nullable BigDecimal below) {

        boolean isTrue(@Nullable Value value) {
            return switch (value) {
                case Value.Text(String text) -> words.contains(text);
                case Value.Switch(boolean on) -> words.contains(word(on));
                case Value.Amount(BigDecimal number) -> from instanceof BigDecimal least
                        ? number.compareTo(least) >= 0
                        : below instanceof BigDecimal end && number.compareTo(end) < 0;
                case Value.Moment moment -> false;
                case Value.Unset unset -> false;
                case null -> false;
            };
        }
    }

    static String word(boolean on) {
        return on ? "on" : "off";
    }

    boolean holds(Map<String, Map<Metric, Value>> told) {
        return claims.stream()
                .anyMatch(claim -> claim.isTrue(told.getOrDefault(claim.device, Map.of()).get(claim.metric)));
    }
}
