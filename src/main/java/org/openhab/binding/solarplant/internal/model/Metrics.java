/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The catalogue of all metrics: the one place where channel ids are written down. Profiles, drivers and totals speak
 * only of metrics that stand here, and the channel types of OH-INF are held against it by a test.
 */
@NonNullByDefault
public final class Metrics {

    /** A line is a channel group, a quantity, and the channels of both; {@code *} marks what few people look at. */
    private static final String CATALOGUE = """
            pv             POWER          power string-{n}-power
            pv             VOLTAGE        *string-{n}-voltage
            pv             CURRENT        *string-{n}-current
            pv             ENERGY         *string-{n}-energy-today
            grid           POWER          power import-power export-power *l{n}-power
            grid           FREQUENCY      *frequency
            grid           VOLTAGE        *l{n}-voltage
            grid           CURRENT        *l{n}-current
            grid           SWITCH         available
            output         POWER          power *l{n}-power
            output         APPARENT_POWER *apparent-power
            output         FREQUENCY      *frequency
            output         VOLTAGE        *l{n}-voltage
            output         CURRENT        *l{n}-current
            battery        POWER          power charge-power discharge-power
            battery        PERCENT        state-of-charge *state-of-health
            battery        VOLTAGE        *voltage
            battery        CURRENT        *current
            battery        TEMPERATURE    temperature
            battery        ENERGY         *capacity *remaining-capacity *design-capacity
            battery        NUMBER         *cycles
            battery        ENERGY         *usable-capacity
            battery        PERCENT        *usable-share
            battery        ENERGY         usable-energy
            battery        DURATION       time-to-full time-to-empty
            battery        POWER          *max-charge-power *max-discharge-power
            load           POWER          power house-power
            backup         POWER          power *l{n}-power
            backup         APPARENT_POWER *apparent-power *l{n}-apparent-power
            backup         VOLTAGE        *voltage *l{n}-voltage
            backup         CURRENT        *current *l{n}-current
            backup         FREQUENCY      *frequency
            energy         ENERGY         pv-today import-today export-today charge-today discharge-today load-today
            energy         ENERGY         pv-total import-total export-total charge-total discharge-total load-total
            energy         ENERGY         *output-today *output-total *backup-today *backup-total
            energy         ENERGY         *grid-charge-today *grid-charge-total
            energy         NUMBER         *income-today *income-total
            energy         TEXT           *currency
            ratio          PERCENT        self-sufficiency self-consumption
            fleet          NUMBER         *total connected disconnected *disabled
            fleet          TIME           *last-poll
            event          TEXT           *active
            status         TEXT           run-mode fault *data-source *ems-status
            status         NUMBER         *fault-code
            status         TEMPERATURE    temperature
            status         TIME           last-update *device-time
            settings       TEXT           work-mode pause-mode *manual-mode *calibration
            settings       SWITCH         charge-enabled discharge-enabled grid-charge backup-enabled
            settings       SWITCH         *second-slots-enabled
            settings       CURRENT        *charge-current-limit *discharge-current-limit
            settings       POWER          charge-power-limit discharge-power-limit export-limit
            settings       PERCENT        min-state-of-charge max-state-of-charge *backup-state-of-charge
            settings       TEXT           charge-slot-{n}-start charge-slot-{n}-end *charge-slot-{n}-days
            settings       PERCENT        charge-slot-{n}-target
            settings       POWER          *charge-slot-{n}-power
            settings       TEXT           discharge-slot-{n}-start discharge-slot-{n}-end *discharge-slot-{n}-days
            settings       PERCENT        discharge-slot-{n}-target
            settings       POWER          *discharge-slot-{n}-power
            settings       TEXT           *schedule-store
            settings       SWITCH         *eco-mode *charge-target-enabled *plant-control
            settings       SWITCH         *force-charge *force-discharge
            settings       PERCENT        charge-target *cutoff-state-of-charge *charge-rate *discharge-rate
            settings       PERCENT        *charge-power-percent *discharge-power-percent
            settings       TEXT           *export-priority *pause-start *pause-end
            settings       TEXT           *export-slot-{n}-start *export-slot-{n}-end
            settings       PERCENT        *export-slot-{n}-target
            settings       SWITCH         *charge-slot-{n}-grid-charge *peak-grid-charge *output-enabled
            settings       PERCENT        *feed-in-charge-target *feed-in-min-state-of-charge
            settings       PERCENT        *backup-charge-target *backup-min-state-of-charge
            settings       PERCENT        *grid-min-state-of-charge *power-limit-percent
            settings       TEXT           *peak-slot-{n}-start *peak-slot-{n}-end
            settings       POWER          *peak-slot-{n}-limit *peak-charge-power *power-limit
            settings       PERCENT        *peak-charge-target *peak-min-state-of-charge
            remote-control TEXT           *mode
            remote-control POWER          *target-power *actual-power
            remote-control DURATION       *time-limit
            parallel       NUMBER         *inverters
            parallel       POWER          *power *pv-power *battery-power *l{n}-power
            parallel       CURRENT        *l{n}-current
            control        NUMBER         *writes-left
            control        TEXT           effect
            poll           TEXT           *mode *last-type *last-error
            poll           TIME           *last-full *last-success
            poll           NUMBER         *tick-count *consecutive-failures *rejected-values
            poll           DURATION       *duration
            cells          VOLTAGE        min-voltage max-voltage spread *cell-{n}-voltage
            cells          TEMPERATURE    *min-temperature *max-temperature *cell-{n}-temperature
            cells          TEMPERATURE    *group-{n}-temperature
            meter          POWER          power import-power export-power *l{n}-power
            meter          REACTIVE_POWER *reactive-power *l{n}-reactive-power
            meter          APPARENT_POWER *apparent-power
            meter          NUMBER         *power-factor *l{n}-power-factor
            meter          FREQUENCY      *frequency
            meter          VOLTAGE        *l{n}-voltage
            meter          CURRENT        *l{n}-current
            meter          ENERGY         import-today export-today import-total export-total
            charger        TEXT           status
            charger        POWER          power
            charger        CURRENT        current-limit
            charger        SWITCH         control
            charger        ENERGY         energy-today
            ems            TEXT           status
            ems            NUMBER         *inverters *meters
            ems            POWER          grid-power import-power export-power
            ems            POWER          battery-power charge-power discharge-power
            ems            POWER          generation-power load-power *measured-load-power *other-battery-power
            ems            ENERGY         remaining-energy
            gateway        TEXT           status fault
            gateway        NUMBER         *all-in-ones *all-in-ones-online
            gateway        POWER          grid-power import-power export-power pv-power load-power
            gateway        POWER          battery-power charge-power discharge-power
            gateway        VOLTAGE        *grid-voltage *load-voltage
            gateway        CURRENT        *grid-current *load-current
            gateway        ENERGY         pv-today import-today export-today charge-today discharge-today load-today
            gateway        ENERGY         pv-total import-total export-total charge-total discharge-total load-total
            """;
    private static final List<MetricType> TYPES = CATALOGUE.lines().flatMap(Metrics::types).toList();

    private static final Pattern NUMBER = Pattern.compile("(?<=#l|-)[1-9][0-9]?(?=-)");
    private static final Map<String, MetricType> BY_PATTERN = TYPES.stream()
            .collect(Collectors.toUnmodifiableMap(type -> type.group() + "#" + type.pattern(), type -> type));

    /** Each metric without a number, made once: they are asked for in every poll. */
    private static final Map<String, Metric> SINGLE = TYPES.stream().filter(type -> !type.isNumbered())
            .map(type -> type.metric(0)).collect(Collectors.toUnmodifiableMap(Metric::id, metric -> metric));

    private Metrics() {}

    /** All kinds of metrics, in the order in which people read them. */
    public static List<MetricType> types() {
        return TYPES;
    }

    /** The metric with this id, such as {@code pv#string-2-power}; nothing if the catalogue has none. */
    public static Optional<Metric> find(String id) {
        Metric single = SINGLE.get(id);
        if (single != null) {
            return Optional.of(single);
        }
        Matcher number = NUMBER.matcher(id);
        if (!number.find()) {
            return Optional.empty();
        }
        String pattern = id.substring(0, number.start()) + MetricType.NUMBER + id.substring(number.end());
        return Optional.ofNullable(BY_PATTERN.get(pattern))
                .map(type -> type.metric(Integer.parseInt(number.group())));
    }

    /** The metric with this id, which the caller knows to be in the catalogue. */
    public static Metric of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no metric " + id));
    }

    private static Stream<MetricType> types(String line) {
        List<String> words = Arrays.asList(line.strip().split(" +"));
        Quantity quantity = Quantity.valueOf(words.get(1));
        return words.stream().skip(2).map(channel -> new MetricType(words.get(0), channel.replace("*", ""), quantity,
                channel.startsWith("*")));
    }
}
