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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Contribution;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * Notices what others change of the settings of a plant's devices: a poll tells another value than the one before, and
 * neither an order of ours nor what the device is known to say elsewhere explains it. The first time that a device tells
 * of a setting is no change. Any thread may use it.
 */
@NonNullByDefault
final class SettingsWatch {

    /** Another work mode brings along settings of its own. */
    private static final Metric WORK_MODE = Metrics.of("settings#work-mode");

    private final Map<Contribution, Map<Metric, Value>> known = new HashMap<>();
    /** How many orders are under way for a device. */
    private final Map<DeviceId, Integer> underWay = new HashMap<>();
    /** Whose next settings may all be the work of an order. */
    private final Set<Contribution> explained = new HashSet<>();

    /** What a device told in a poll: the settings that somebody else has changed, in the order of their ids. */
    synchronized List<Metric> polled(Reading reading) {
        Map<Metric, Value> told = settings(reading);
        if (told.isEmpty()) {
            return List.of();
        }
        Contribution from = Contribution.of(reading);
        Map<Metric, Value> before = known.computeIfAbsent(from, key -> new HashMap<>());
        boolean ours = explained.remove(from) || underWay.containsKey(from.device());
        List<Metric> changed = ours
                ? List.of()
                : told.entrySet().stream()
                        .filter(entry -> isChange(from.device(), entry, before.get(entry.getKey())))
                        .map(Map.Entry::getKey).sorted((one, other) -> one.id().compareTo(other.id())).toList();
        before.putAll(told);
        return changed;
    }

    /** What devices told after an order of ours. */
    synchronized void readBack(List<Reading> readings) {
        readings.forEach(reading -> known.computeIfAbsent(Contribution.of(reading), key -> new HashMap<>())
                .putAll(settings(reading)));
    }

    /** An order of ours was given; what becomes of it is passed on. */
    CompletableFuture<Outcome> follow(Order order, CompletableFuture<Outcome> outcome) {
        if (!order.wears()) {
            return outcome;
        }
        synchronized (this) {
            underWay.merge(order.device(), 1, Integer::sum);
        }
        return outcome.whenComplete((what, failure) -> end(order, what));
    }

    private synchronized void end(Order order, @Nullable Outcome outcome) {
        underWay.computeIfPresent(order.device(), (device, count) -> count > 1 ? count - 1 : null);
        if (!explainsItself(order, outcome)) {
            known.keySet().stream().filter(from -> from.device().equals(order.device())).forEach(explained::add);
        }
    }

    /** Whether all that the order may have changed was read back, or nothing was changed. */
    private static boolean explainsItself(Order order, @Nullable Outcome outcome) {
        return outcome instanceof Outcome.Refused || outcome instanceof Outcome.Unchanged
                || outcome instanceof Outcome.Verified && order instanceof Order.Change change
                        && change.settings().stream().map(Setting::metric).noneMatch(WORK_MODE::equals);
    }

    private boolean isChange(DeviceId device, Map.Entry<Metric, Value> told, @Nullable Value before) {
        return before != null && !before.equals(told.getValue())
                && known.entrySet().stream().filter(entry -> entry.getKey().device().equals(device))
                        .noneMatch(entry -> told.getValue().equals(entry.getValue().get(told.getKey())));
    }

    private static Map<Metric, Value> settings(Reading reading) {
        Map<Metric, Value> settings = new HashMap<>();
        reading.values().forEach((metric, value) -> {
            if (metric.isSetting()) {
                settings.put(metric, value);
            }
        });
        return settings;
    }
}
