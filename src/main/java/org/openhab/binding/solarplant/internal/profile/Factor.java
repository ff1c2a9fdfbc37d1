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
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A number, multiplied with something known of the model where a fact is named.
 *
 * @param number what stands in the profile
 * @param fact the name of the fact; empty where there is none
 * @param use what the fact does
 */
@NonNullByDefault
record Factor(BigDecimal number, String fact, Use use) {

    static final Factor ONE = of(BigDecimal.ONE);

    /** More is no scale of anything; without such a limit a few characters could ask for a number of a billion digits. */
    private static final int MOST_DIGITS = 12;
    /** The SunSpec information model allows -10 to 10 for a scale factor, and -32768 for none. */
    private static final int MOST_EXPONENT = 10;
    private static final String POWER = "10^";

    /** What a fact does to a number. */
    enum Use {
        /** The number is multiplied with it. */
        MULTIPLE,
        /** The number is multiplied with that power of ten. */
        POWER_OF_TEN
    }

    /** This number and nothing else. */
    static Factor of(BigDecimal number) {
        return new Factor(number, "", Use.MULTIPLE);
    }

    /**
     * Reads {@code 0.1}, {@code 2*rated}, {@code 10^power-scale} or {@code -0.001*10^power-scale}.
     *
     * @throws IllegalArgumentException if the text is of none of these forms
     */
    static Factor parse(String text) {
        String[] parts = text.strip().split("\\*", 2);
        String last = parts[parts.length - 1].strip();
        if (last.startsWith(POWER)) {
            BigDecimal number = parts.length == 1 ? BigDecimal.ONE : number(parts[0]);
            return new Factor(number, last.substring(POWER.length()), Use.POWER_OF_TEN);
        }
        return new Factor(number(parts[0]), parts.length == 1 ? "" : last, Use.MULTIPLE);
    }

    /**
     * Reads a number as people write one down.
     *
     * @throws IllegalArgumentException if it is none, or has more than twelve digits on either side of the point
     */
    static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text.strip());
        if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("no number has more than " + MOST_DIGITS + " digits before or after "
                    + "the point");
        }
        return number;
    }

    /** The facts of the model that it depends on. */
    Set<String> facts() {
        return fact.isEmpty() ? Set.of() : Set.of(fact);
    }

    /** The number for a model of which these facts are known; nothing if the fact is no exponent of anything. */
    Optional<BigDecimal> in(Map<String, Integer> facts) {
        if (fact.isEmpty()) {
            return Optional.of(number);
        }
        int known = facts.getOrDefault(fact, 0);
        return switch (use) {
            case MULTIPLE -> Optional.of(number.multiply(BigDecimal.valueOf(known)));
            case POWER_OF_TEN -> Math.abs((long) known) > MOST_EXPONENT
                    ? Optional.empty()
                    : Optional.of(number.movePointRight(known));
        };
    }
}
