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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A number, multiplied with a fact of the model where one is named.
 *
 * @param number what stands in the profile
 * @param fact the name of the fact; empty where there is none
 */
@NonNullByDefault
record Factor(BigDecimal number, String fact) {

    static final Factor ONE = new Factor(BigDecimal.ONE, "");

    /** Reads {@code 0.1} or {@code 2*rated}. */
    static Factor parse(String text) {
        String[] parts = text.strip().split("\\*", 2);
        return new Factor(new BigDecimal(parts[0].strip()), parts.length == 1 ? "" : parts[1].strip());
    }

    BigDecimal in(Map<String, Integer> facts) {
        return fact.isEmpty() ? number : number.multiply(BigDecimal.valueOf(facts.getOrDefault(fact, 0)));
    }
}
