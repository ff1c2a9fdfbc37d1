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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Slot;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.SlotMetric;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/** What the newer store of schedules is to become. */
@NonNullByDefault
final class PeriodicPlan {

    private record When(Slot slot, List<Integer> days) {
        static When of(Period period) {
            return new When(period.slot(), period.days());
        }
    }

    private final Periods before;
    private final Map<Metric, Allowed> allowed;
    private Periods after;

    PeriodicPlan(Periods before, Map<Metric, Allowed> allowed) {
        this.before = before;
        this.allowed = allowed;
        this.after = before;
    }

    /** Takes over settings. */
    void change(List<Setting> settings) throws OrderException {
        for (Setting setting : settings) {
            OrderException.check(setting, allowed);
            SlotMetric metric = SlotMetric.of(setting.metric()).orElseThrow();
            Period period = after.of(metric.direction()).get(metric.slot() - 1);
            after = after.with(metric.direction(), metric.slot() - 1, changed(period, metric, setting.value()));
        }
    }

    private static Period changed(Period period, SlotMetric metric, Value value) {
        return switch (value) {
            case Value.Text(String time) when metric.field().equals(SlotMetric.START) ->
                period.with(period.slot().from(LocalTime.parse(time)));
            case Value.Text(String time) -> period.with(period.slot().until(LocalTime.parse(time)));
            case Value.Amount(BigDecimal watts) when metric.field().equals(SlotMetric.POWER) ->
                period.withPower(watts.intValueExact());
            case Value.Amount percent -> period.with(percent);
            case Value.Switch none -> period;
            case Value.Moment none -> period;
            case Value.Unset none -> period;
        };
    }

    /** The first period of this direction has these times on each day. */
    void everyDay(String direction, Slot slot, BigDecimal limit) throws OrderException {
        withoutOtherSideOfMidnight(direction);
        change(List.of(
                new Setting(new SlotMetric(direction, 1, SlotMetric.START).metric(),
                        new Value.Text(slot.start().toString())),
                new Setting(new SlotMetric(direction, 1, SlotMetric.END).metric(),
                        new Value.Text(slot.end().toString())),
                new Setting(new SlotMetric(direction, 1, SlotMetric.TARGET).metric(), new Value.Amount(limit))));
        Period first = after.of(direction).getFirst().daily();
        if (first.power() == 0) {
            // without power it would do nothing, and nobody said how much
            Metric power = new SlotMetric(direction, 1, SlotMetric.POWER).metric();
            throw OrderException.outOfRange(power, allowed.getOrDefault(power, new Allowed.OnOff()));
        }
        after = after.with(direction, 0, first);
    }

    /** Where the first period was cut at midnight, its other part goes with it. */
    private void withoutOtherSideOfMidnight(String direction) {
        List<Period> periods = new ArrayList<>(after.of(direction));
        if (!periods.isEmpty()) {
            Period first = periods.getFirst();
            periods.removeIf(other -> other.continuesAfter(first) || first.continuesAfter(other));
            after = after.with(direction, periods);
        }
    }

    /**
     * What is to be sent.
     *
     * @throws OrderException if the cloud or the device would not have it; what was there before is not judged
     */
    Periods checked() throws OrderException {
        check(SlotMetric.CHARGE);
        check(SlotMetric.DISCHARGE);
        cutAtMidnight(SlotMetric.CHARGE);
        cutAtMidnight(SlotMetric.DISCHARGE);
        if (!overlaps(before).containsAll(overlaps(after))) {
            throw new OrderException(Refusal.Kind.OVERLAP);
        }
        if (after.areTooMany()) {
            throw new OrderException(Refusal.Kind.OUT_OF_RANGE,
                    new SlotMetric(SlotMetric.CHARGE, 1, "days").metric().id(), "6 / d, 28 / week");
        }
        return after;
    }

    private void check(String direction) throws OrderException {
        List<Period> periods = after.of(direction);
        for (int i = 0; i < periods.size(); i++) {
            Slot slot = periods.get(i).slot();
            if (slot.isEmpty() && before.of(direction).stream().map(Period::slot).noneMatch(slot::equals)) {
                throw new OrderException(Refusal.Kind.SAME_TIMES);
            }
        }
    }

    /** Nobody knows whether a device goes on after midnight (alphaess.md §1.6), so what is after it gets its own period. */
    private void cutAtMidnight(String direction) {
        List<Period> periods = new ArrayList<>(after.of(direction));
        List<Period> tails = new ArrayList<>();
        for (Period period : after.of(direction)) {
            if (period.slot().crossesMidnight()
                    && before.of(direction).stream().map(When::of).noneMatch(When.of(period)::equals)) {
                // what it went on with until now is replaced
                periods.removeIf(other -> other.continuesAfter(period.untilMidnight()));
                periods.set(periods.indexOf(period), period.untilMidnight());
                tails.add(period.sinceMidnight());
            }
        }
        periods.addAll(tails);
        after = after.with(direction, periods);
    }

    /** Those that are at the same time, pair by pair. */
    private static Set<List<When>> overlaps(Periods periods) {
        List<Period> all = periods.all();
        Set<List<When>> overlaps = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            for (Period other : all.subList(i + 1, all.size())) {
                if (all.get(i).overlaps(other)) {
                    overlaps.add(List.of(When.of(all.get(i)), When.of(other)));
                }
            }
        }
        return overlaps;
    }
}
