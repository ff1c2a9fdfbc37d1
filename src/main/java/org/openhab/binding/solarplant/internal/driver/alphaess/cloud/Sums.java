/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;

/**
 * What a system has yielded in all (alphaess.md §1.5, getSumDataForCustomer). Its energies of today are those of another
 * endpoint once more, and its ratios are those of the whole life: neither is used.
 */
@NonNullByDefault
record Sums(DeviceId system) implements Section {

    /** Zero may be an outage; a system that is new has more after its first hour. */
    private static final Fields FIELDS = Fields.of("epvtotal energy#pv-total 0.001 100000000");

    @Override
    public String endpoint() {
        return "getSumDataForCustomer";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        FIELDS.read(data, system, sheet);
        // some accounts are not told the total at all, and asking more often would not change that
        return Optional.of(sheet);
    }
}
