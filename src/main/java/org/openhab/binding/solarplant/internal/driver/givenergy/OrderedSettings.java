/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What an order means in the settings of a model (givenergy.md §5.3, §5.5, §5.7). What puts a schedule in force comes
 * last, so that no half of one ever is.
 */
@NonNullByDefault
final class OrderedSettings {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final Value MIDNIGHT = time(LocalTime.MIDNIGHT);
    private static final Value ON = new Value.Switch(true);
    private static final Value OFF = new Value.Switch(false);
    private static final String PLANT_CONTROL = "settings#plant-control";
    private static final String CUTOFF = "settings#cutoff-state-of-charge";
    private static final String RESERVE = "settings#min-state-of-charge";

    private final Set<Metric> available;
    private final String floor;

    private OrderedSettings(Set<Metric> available, String floor) {
        this.available = available;
        this.floor = floor;
    }

    /**
     * @param settings what may be set
     * @param facts what is known of the model: three-phase inverters discharge in slots down to their reserve, others to
     *            what they never go below
     */
    static OrderedSettings of(Map<Metric, Allowed> settings, Map<String, Integer> facts) {
        return new OrderedSettings(settings.keySet(), facts.getOrDefault("phases", 1) == 3 ? RESERVE : CUTOFF);
    }

    /** The settings in the order in which they are to be written; nothing if no settings make what is ordered. */
    Optional<List<Setting>> of(Order order) {
        return switch (order) {
            case Order.Change change -> Optional.of(change.settings().stream()
                    .flatMap(setting -> setting.metric().equals(WorkMode.WORK_MODE)
                            ? WorkMode.settings(setting.value()).stream()
                            : Stream.of(setting))
                    .toList());
            case Order.Charge charge -> Optional.of(charge(charge));
            case Order.Discharge discharge -> Optional.of(discharge(discharge));
            case Order.ClearSchedule clear -> Optional.of(clear());
            // nothing here takes a power and gives it up by itself: a lost connection would leave it on for good
            case Order.ForcePower force -> Optional.empty();
            case Order.Release release -> Optional.empty();
            case Order.SyncClock sync -> Optional.empty();
            case Order.Restart restart -> Optional.empty();
            case Order.Calibrate calibrate -> Optional.empty();
        };
    }

    private List<Setting> charge(Order.Charge charge) {
        List<Setting> settings = slot("charge", charge.start(), charge.end());
        Value target = new Value.Amount(charge.target());
        boolean ofSlot = has("settings#charge-slot-1-target");
        if (ofSlot) {
            settings.add(setting("settings#charge-slot-1-target", target));
        }
        if (!ofSlot || has("settings#charge-target")) {
            // the target for all slots, which is ignored where it is switched off (givenergy.md §5.3)
            settings.add(setting("settings#charge-target", target));
            settings.add(setting("settings#charge-target-enabled", charge.target().compareTo(FULL) < 0 ? ON : OFF));
        }
        settings.add(setting(isPlant() ? PLANT_CONTROL : "settings#charge-enabled", ON));
        return settings;
    }

    private List<Setting> discharge(Order.Discharge discharge) {
        List<Setting> settings = slot("discharge", discharge.start(), discharge.end());
        Value least = new Value.Amount(discharge.floor());
        settings.add(setting(has("settings#discharge-slot-1-target") ? "settings#discharge-slot-1-target" : floor,
                least));
        settings.add(setting(isPlant() ? PLANT_CONTROL : "settings#discharge-enabled", ON));
        return settings;
    }

    /** An EMS has no switch for its slots, so they are emptied; inverters keep theirs and go back to matching the demand. */
    private List<Setting> clear() {
        if (!isPlant()) {
            List<Setting> settings = new ArrayList<>(List.of(setting("settings#charge-enabled", OFF)));
            settings.addAll(WorkMode.settings(new Value.Text("eco")));
            return settings;
        }
        return available.stream().filter(metric -> metric.id().matches(".*-slot-\\d-(start|end)"))
                .map(metric -> new Setting(metric, MIDNIGHT)).toList();
    }

    private static List<Setting> slot(String direction, LocalTime start, LocalTime end) {
        return new ArrayList<>(List.of(setting("settings#" + direction + "-slot-1-start", time(start)),
                setting("settings#" + direction + "-slot-1-end", time(end))));
    }

    private boolean isPlant() {
        return has(PLANT_CONTROL);
    }

    private boolean has(String id) {
        return available.contains(Metrics.of(id));
    }

    private static Setting setting(String id, Value value) {
        return new Setting(Metrics.of(id), value);
    }

    private static Value time(LocalTime time) {
        return new Value.Text("%02d:%02d".formatted(time.getHour(), time.getMinute()));
    }
}
