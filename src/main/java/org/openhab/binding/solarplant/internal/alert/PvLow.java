/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.alert.Finding.Side;

/**
 * The panels of an inverter must give about as much for each kWp as those of its siblings. Once a minute it is compared
 * with the median of the others, and judged by the mean of half an hour, so that clouds pass and shade must last. There is
 * nothing to compare unless two of them tell what the sun gives, and it gives enough.
 */
@NonNullByDefault
final class PvLow implements Rule {

    private static final Duration STEP = Duration.ofMinutes(1);
    /** W for each kWp: at less, low sun and its long shadows make more of a difference than a defect. */
    private static final BigDecimal DAYLIGHT = BigDecimal.valueOf(200);
    /** Percentage points. */
    private static final int HYSTERESIS = 10;

    private final BigDecimal wrong;
    private final BigDecimal right;
    private final Map<String, PvWindow> windows = new HashMap<>();
    private @Nullable Instant last;

    PvLow(int percent) {
        this.wrong = BigDecimal.valueOf(percent);
        this.right = BigDecimal.valueOf(percent + HYSTERESIS);
    }

    @Override
    public Map<String, Finding> judge(Collection<Watched> things, Instant now) {
        Instant before = last;
        if (before != null && !now.isBefore(before) && Duration.between(before, now).compareTo(STEP) < 0) {
            return Map.of();
        }
        last = now;
        Map<String, BigDecimal> yields = new HashMap<>();
        things.forEach(thing -> PvYield.of(thing, now).ifPresent(yield -> yields.put(thing.name(), yield)));
        windows.keySet().retainAll(things.stream().map(Watched::name).collect(Collectors.toSet()));
        Map<String, Finding> findings = new HashMap<>();
        for (Watched thing : things) {
            side(thing, yields, now).ifPresent(side -> findings.put(thing.name(), new Finding(side, now)));
        }
        return findings;
    }

    private Optional<Side> side(Watched thing, Map<String, BigDecimal> yields, Instant now) {
        if (thing.pvPeak().isEmpty()) {
            // nobody compares it any more
            windows.remove(thing.name());
            return Optional.of(Side.RIGHT);
        }
        BigDecimal own = yields.get(thing.name());
        Optional<BigDecimal> siblings = siblings(thing.name(), yields).filter(yield -> yield.compareTo(DAYLIGHT) >= 0);
        if (own == null || siblings.isEmpty()) {
            return Optional.empty();
        }
        return windows.computeIfAbsent(thing.name(), key -> new PvWindow()).take(now, own, siblings.get())
                .map(this::side);
    }

    private Side side(BigDecimal percent) {
        if (percent.compareTo(wrong) < 0) {
            return Side.WRONG;
        }
        return percent.compareTo(right) >= 0 ? Side.RIGHT : Side.BETWEEN;
    }

    /** The median of what the others give. */
    private static Optional<BigDecimal> siblings(String name, Map<String, BigDecimal> yields) {
        List<BigDecimal> others = yields.entrySet().stream().filter(entry -> !entry.getKey().equals(name))
                .map(Map.Entry::getValue).sorted().toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal low = others.get((others.size() - 1) / 2);
        BigDecimal high = others.get(others.size() / 2);
        return Optional.of(low.add(high).multiply(new BigDecimal("0.5")));
    }
}
