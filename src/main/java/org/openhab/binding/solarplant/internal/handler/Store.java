/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An inverter's battery as one of several that share a power.
 *
 * @param capacity kWh, if it is known
 * @param charge its state of charge in %
 * @param floor the state of charge in % below which it must not be discharged
 * @param ceiling the state of charge in % above which it must not be charged
 * @param mostCharging W, if it is known
 * @param mostDischarging W, if it is known
 */
@NonNullByDefault
record Store(Optional<BigDecimal> capacity, BigDecimal charge, BigDecimal floor, BigDecimal ceiling,
        Optional<BigDecimal> mostCharging, Optional<BigDecimal> mostDischarging) {

    private static final int DIGITS = 10;

    /**
     * Shares a power out by what each has to give (or has room for), and no one gets more than it can take. What nobody
     * can take is left over. Where not all capacities are known, all count as equal.
     *
     * @param power W; positive discharges, negative charges
     * @return whole watts for each of them, with the same sign
     */
    static <K> Map<K, BigDecimal> share(BigDecimal power, Map<K, Store> stores) {
        boolean discharges = power.signum() > 0;
        boolean isKnown = stores.values().stream().allMatch(store -> store.capacity.isPresent());
        Map<K, BigDecimal> weights = new LinkedHashMap<>();
        stores.forEach((key, store) -> weights.put(key, store.weight(discharges, isKnown)));
        Map<K, BigDecimal> shares = new HashMap<>();
        stores.keySet().forEach(key -> shares.put(key, BigDecimal.ZERO));
        List<K> open = new ArrayList<>(stores.keySet());
        open.removeIf(key -> weights.getOrDefault(key, BigDecimal.ZERO).signum() == 0);
        BigDecimal rest = power.abs().setScale(0, RoundingMode.DOWN);
        for (List<K> full = open; !full.isEmpty() && !open.isEmpty();) {
            BigDecimal target = rest;
            BigDecimal all = open.stream().map(weights::get).reduce(BigDecimal.ZERO, BigDecimal::add);
            open.forEach(key -> shares.put(key,
                    target.multiply(weights.get(key)).divide(all, DIGITS, RoundingMode.HALF_UP)));
            full = open.stream().filter(key -> exceeds(shares.get(key), stores.get(key).most(discharges))).toList();
            for (K key : full) {
                BigDecimal most = stores.get(key).most(discharges).orElseThrow();
                shares.put(key, most);
                rest = rest.subtract(most);
            }
            open.removeAll(full);
        }
        round(shares, open, rest);
        shares.replaceAll((key, share) -> discharges ? share : share.negate());
        return shares;
    }

    /** Whole watts; what is lost by rounding goes to the first who has room by its weight. */
    private static <K> void round(Map<K, BigDecimal> shares, List<K> open, BigDecimal rest) {
        shares.replaceAll((key, share) -> share.setScale(0, RoundingMode.DOWN));
        BigDecimal given = open.stream().map(shares::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        open.stream().limit(rest.subtract(given).setScale(0, RoundingMode.DOWN).longValue())
                .forEach(key -> shares.merge(key, BigDecimal.ONE, BigDecimal::add));
    }

    private static boolean exceeds(BigDecimal share, Optional<BigDecimal> most) {
        return most.filter(limit -> share.compareTo(limit) > 0).isPresent();
    }

    private Optional<BigDecimal> most(boolean discharges) {
        return discharges ? mostDischarging : mostCharging;
    }

    private BigDecimal weight(boolean discharges, boolean byCapacity) {
        BigDecimal room = discharges ? charge.subtract(floor) : ceiling.subtract(charge);
        return room.max(BigDecimal.ZERO).multiply(byCapacity ? capacity.orElseThrow() : BigDecimal.ONE);
    }
}
