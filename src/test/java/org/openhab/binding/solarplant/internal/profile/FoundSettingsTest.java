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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/** What a device is set to beyond what its model is known to take. */
@NonNullByDefault
class FoundSettingsTest {

    private static final Metric LIMIT = Metrics.of("settings#export-limit");
    private static final Allowed.Range RANGE = new Allowed.Range(BigDecimal.ZERO, BigDecimal.valueOf(10_000),
            BigDecimal.ONE);

    private final FoundSettings found = new FoundSettings();

    private Set<Metric> tells(long watts) {
        return found.note(Map.of(LIMIT, RANGE), Map.of(LIMIT, Value.Amount.of(watts)));
    }

    private String most() {
        return found.widened(LIMIT, RANGE) instanceof Allowed.Range range ? range.max().toPlainString() : "none";
    }

    @Test
    void whatStandsThereFromTheBeginningMayBeSetAgain() {
        assertEquals(Set.of(), tells(12_000));
        assertEquals("12000", most());
    }

    @Test
    void oneWrongBitAllowsNothing() {
        tells(10_000);
        assertEquals(Set.of(LIMIT), tells(50_960));
        assertEquals("10000", most());
        assertEquals(Set.of(), tells(10_000));
        assertEquals(Set.of(LIMIT), tells(50_960));
        assertEquals("10000", most());
    }

    @Test
    void whatAnInstallerSetsIsToldTwice() {
        tells(10_000);
        assertEquals(Set.of(LIMIT), tells(12_000));
        assertEquals(Set.of(), tells(12_000));
        assertEquals("12000", most());
        assertEquals(Set.of(), tells(11_000), "all between may be set as well");
    }

    @Test
    void pollsWithoutSettingsSayNothingOfThem() {
        tells(10_000);
        assertEquals(Set.of(LIMIT), tells(12_000));
        found.note(Map.of(LIMIT, RANGE), Map.of());
        assertEquals(Set.of(), tells(12_000));
    }
}
