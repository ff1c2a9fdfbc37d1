/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What two slots each way are to become by an order. A slot that goes on after midnight is split over both.
 *
 * @param allowed what may be set
 */
@NonNullByDefault
public record TwoSlotPlan(Map<Metric, Allowed> allowed) {

    /** What may be set of a direction: whether it is in force, its limit, and the times of its slots. */
    public static Map<Metric, Allowed> settings(Direction direction, Allowed limit, Allowed times) {
        Map<Metric, Allowed> settings = new LinkedHashMap<>();
        settings.put(direction.enabled(), new Allowed.OnOff());
        settings.put(direction.bound(), limit);
        for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
            settings.put(direction.slot(slot, SlotMetric.START), times);
            settings.put(direction.slot(slot, SlotMetric.END), times);
        }
        return settings;
    }

    /**
     * Finds out whether an order is allowed, as far as that does not depend on how it is set.
     *
     * @throws OrderException if it is not
     */
    public void check(Order order) throws OrderException {
        if (order instanceof Order.Change change) {
            check(change.settings());
        }
    }

    /**
     * How it is to be set.
     *
     * @param before how it is set: charging first, then discharging
     * @return the same two in this order
     * @throws OrderException if the order is refused
     */
    public List<TwoSlots> after(Order order, List<TwoSlots> before) throws OrderException {
        List<Setting> settings = settings(order, before);
        check(settings);
        List<TwoSlots> after = new ArrayList<>();
        for (TwoSlots one : before) {
            TwoSlots wanted = one;
            for (Setting setting : settings) {
                wanted = wanted.with(setting);
            }
            boolean isOther = !wanted.slots().equals(one.slots());
            after.add(isOther ? wanted.split(one).orElseThrow(() -> new OrderException(Refusal.Kind.OVERLAP)) : wanted);
        }
        checkOverlaps(before, after);
        return after;
    }

    private void check(List<Setting> settings) throws OrderException {
        for (Setting setting : settings) {
            OrderException.check(setting, allowed);
        }
    }

    /** The order as settings, one by one. */
    private List<Setting> settings(Order order, List<TwoSlots> before) throws OrderException {
        return switch (order) {
            case Order.Change change -> change.settings();
            case Order.Charge charge -> slotOne(before.getFirst(), new Slot(charge.start(), charge.end()),
                    charge.target());
            case Order.Discharge discharge -> slotOne(before.getLast(),
                    new Slot(discharge.start(), discharge.end()), discharge.floor());
            case Order.ClearSchedule clear -> before.stream().flatMap(one -> nothing(one.direction()).stream())
                    .toList();
            default -> throw OrderException.unsupported(order);
        };
    }

    private List<Setting> slotOne(TwoSlots before, Slot slot, BigDecimal limit) throws OrderException {
        Direction direction = before.direction();
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(direction.enabled(), new Value.Switch(true)));
        settings.add(new Setting(direction.bound(), new Value.Amount(limit)));
        settings.addAll(times(direction, 1, slot));
        if (before.areJoined()) {
            // what is left after midnight of the slot that is replaced
            settings.addAll(times(direction, 2, Slot.NONE));
        }
        check(settings);
        if (slot.isEmpty()) {
            throw new OrderException(Refusal.Kind.SAME_TIMES);
        }
        return settings;
    }

    private static List<Setting> nothing(Direction direction) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(direction.enabled(), new Value.Switch(false)));
        for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
            settings.addAll(times(direction, slot, Slot.NONE));
        }
        return settings;
    }

    private static List<Setting> times(Direction direction, int slot, Slot times) {
        return List.of(
                new Setting(direction.slot(slot, SlotMetric.START), new Value.Text(times.start().toString())),
                new Setting(direction.slot(slot, SlotMetric.END), new Value.Text(times.end().toString())));
    }

    /** Two slots of the same direction never overlap, those of both only as long as one of them is not in force. */
    private static void checkOverlaps(List<TwoSlots> before, List<TwoSlots> after) throws OrderException {
        for (int i = 0; i < after.size(); i++) {
            TwoSlots one = after.get(i);
            if (!one.slots().equals(before.get(i).slots()) && one.slots().getFirst().overlaps(one.slots().getLast())) {
                throw new OrderException(Refusal.Kind.OVERLAP);
            }
        }
        if (!inForce(before).equals(inForce(after)) && inForce(after).size() > 1 && after.getFirst().slots().stream()
                .anyMatch(one -> after.getLast().slots().stream().anyMatch(one::overlaps))) {
            throw new OrderException(Refusal.Kind.OVERLAP);
        }
    }

    private static List<List<Slot>> inForce(List<TwoSlots> schedules) {
        return schedules.stream().filter(TwoSlots::enabled).map(TwoSlots::slots).toList();
    }
}
