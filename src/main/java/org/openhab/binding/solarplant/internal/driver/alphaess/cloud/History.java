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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The powers of the last few minutes, of the models that do not tell those of the moment (alphaess.md §1.5,
 * getOneDayPowerBySn): the newest record of the day, wherever it stands in the list.
 */
@NonNullByDefault
record History(DeviceId system, Chargers chargers) implements Section {

    private static final Fields FIELDS = Fields.of("""
            ppv   pv#power                  0 200000
            load  load#power                0 400000
            cbat  battery#state-of-charge   0 100
            """);
    private static final List<String> FIGURES = List.of("ppv", "load", "cbat", "gridCharge", "feedIn");
    private static final Metric LOAD = Metrics.of("load#power");
    private static final Metric OUTPUT = Metrics.of("output#power");
    private static final Metric GRID = Metrics.of("grid#power");
    private static final Metric BATTERY = Metrics.of("battery#power");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Records come every five minutes; after three of them are missing the last one is no news. */
    private static final Duration MOST_AGE = Duration.ofMinutes(15);
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final Duration FIRST_RECORD = Duration.ofMinutes(10);
    private static final BigDecimal MOST_POWER = BigDecimal.valueOf(400_000);

    /** A record and when it was made. */
    private record Entry(Instant at, Json content) {}

    @Override
    public String endpoint() {
        return "getOneDayPowerBySn";
    }

    @Override
    public Duration timeToLive() {
        return Duration.ofMinutes(5);
    }

    /** In the first minutes of a day the newest record is of the day before. */
    @Override
    public Map<String, String> parameters(ZonedDateTime now) {
        return Map.of("queryDate", now.minus(FIRST_RECORD).toLocalDate().toString());
    }

    @Override
    public Optional<Sheet> read(Json data, ZonedDateTime now) {
        // of two records of one time the last one counts
        return data.list().stream().flatMap(content -> entry(content, now).stream())
                .reduce((before, next) -> Comparator.comparing(Entry::at).compare(before, next) > 0 ? before : next)
                .filter(newest -> newest.at.isAfter(now.toInstant().minus(MOST_AGE)) && !isHollow(newest.content))
                .flatMap(newest -> sheet(newest.content));
    }

    /** A battery that is empty while nothing flows anywhere is an answer of a back end that is out of order (§1.14). */
    private static boolean isHollow(Json entry) {
        return FIGURES.stream().flatMap(figure -> entry.at(figure).number().stream())
                .allMatch(number -> number.signum() == 0);
    }

    private Optional<Sheet> sheet(Json entry) {
        Sheet sheet = new Sheet();
        FIELDS.read(entry, system, sheet);
        Optional<BigDecimal> grid = power(entry, "gridCharge").flatMap(in -> power(entry, "feedIn").map(in::subtract));
        // no house draws nothing: a plug-in system measures but itself, and what it "feeds in" is its output
        if (power(entry, "load").filter(load -> load.signum() == 0).isPresent()) {
            sheet.remove(system, LOAD);
            grid.ifPresent(power -> sheet.put(system, OUTPUT, new Value.Amount(power.negate())));
        } else {
            grid.ifPresent(power -> sheet.put(system, GRID, new Value.Amount(power)));
        }
        // §1.5: the battery is what the others leave open
        grid.flatMap(power -> power(entry, "load").map(load -> load.subtract(power)))
                .flatMap(rest -> power(entry, "ppv").map(rest::subtract))
                .ifPresent(power -> sheet.put(system, BATTERY, new Value.Amount(power)));
        chargers.addPower(entry.at("pchargingPile"), sheet);
        return sheet.filled();
    }

    private static Optional<BigDecimal> power(Json entry, String name) {
        return entry.at(name).number().filter(power -> power.signum() >= 0 && power.compareTo(MOST_POWER) <= 0);
    }

    private static Optional<Entry> entry(Json content, ZonedDateTime now) {
        return content.at("uploadTime").text().flatMap(text -> moment(text, now))
                .map(at -> new Entry(at, content));
    }

    /**
     * The time on the wall where the plant stands, as a moment. In the hour that an autumn day has twice it is the later
     * one that is not to come.
     */
    private static Optional<Instant> moment(String text, ZonedDateTime now) {
        try {
            LocalDateTime time = LocalDateTime.parse(text, TIME);
            ZoneId zone = now.getZone();
            Instant latest = now.toInstant().plus(CLOCK_ERROR);
            return zone.getRules().getValidOffsets(time).stream().map(time::toInstant)
                    .filter(at -> !at.isAfter(latest)).max(Comparator.naturalOrder())
                    .or(() -> Optional.of(time.atZone(zone).toInstant()).filter(at -> !at.isAfter(latest)));
        } catch (DateTimeException e) {
            // a record without a proper time is none
            return Optional.empty();
        }
    }
}
