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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;

/** The current that the household lends to its chargers; one for all of a system (alphaess.md §1.8). */
@NonNullByDefault
record ChargerLimit(Chargers chargers) implements Section {

    private static final Metric LIMIT = Metrics.of("charger#current-limit");
    /** No connection of a home has more. */
    private static final BigDecimal MOST = BigDecimal.valueOf(200);

    @Override
    public String endpoint() {
        return "getEvChargerCurrentsBySn";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        chargers.all().forEach(charger -> sheet.take(charger.id(), LIMIT, data.only().at("currentsetting"), MOST));
        return sheet.filled();
    }
}
