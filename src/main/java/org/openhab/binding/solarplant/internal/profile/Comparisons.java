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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What comparisons have been worth with one device. One that has agreed at a power worth the name always counts; one that
 * never did, and contradicts again and again, compares what does not belong together on this model and is not heeded.
 */
@NonNullByDefault
final class Comparisons {

    private static final int INSISTENCE = 3;

    private final Set<Comparison> proven = new HashSet<>();
    private final Map<Comparison, Integer> contradictions = new HashMap<>();

    /** Whether the number is to be believed beside this product. */
    boolean believe(Comparison comparison, BigDecimal number, BigDecimal product) {
        if (comparison.agrees(number, product)) {
            contradictions.remove(comparison);
            if (product.abs().compareTo(comparison.tolerance()) >= 0) {
                proven.add(comparison);
            }
            return true;
        }
        return !proven.contains(comparison) && contradictions.merge(comparison, 1, Integer::sum) >= INSISTENCE;
    }
}
