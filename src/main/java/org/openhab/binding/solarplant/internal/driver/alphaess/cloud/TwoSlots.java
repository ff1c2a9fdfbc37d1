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
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

import com.google.gson.JsonObject;

/**
 * How one direction of the older store of schedules is set (alphaess.md §1.6).
 *
 * @param names what its fields are called
 * @param enabled whether its slots are in force
 * @param slots both of them
 * @param limit the state of charge at which it ends, in %
 */
@NonNullByDefault
record TwoSlots(TwoSlotSchedule names, boolean enabled, List<Slot> slots, Value.Amount limit) {

    static final int COUNT = 2;

    TwoSlots {
        slots = List.copyOf(slots);
    }

    /** What the cloud tells; nothing unless it tells all of it, since all of it is written. */
    static Optional<TwoSlots> of(TwoSlotSchedule names, Json data) {
        Optional<Slot> first = slot(names, data, 1);
        Optional<Slot> second = slot(names, data, 2);
        Optional<Integer> flag = data.at(names.flag()).integer();
        Optional<BigDecimal> limit = data.at(names.limit()).number();
        return first.isPresent() && second.isPresent() && flag.isPresent() && limit.isPresent()
                ? Optional.of(new TwoSlots(names, flag.get() != 0, List.of(first.get(), second.get()),
                        new Value.Amount(limit.get())))
                : Optional.empty();
    }

    private static Optional<Slot> slot(TwoSlotSchedule names, Json data, int number) {
        return Slot.of(data.at(names.times() + "f" + number), data.at(names.times() + "e" + number));
    }

    /** All of it as it is sent; the names and their order are those of the vendor's example. */
    JsonObject body(String serial) {
        JsonObject body = new JsonObject();
        body.addProperty("sysSn", serial);
        body.addProperty(names.limit(), new BigDecimal(limit.number().toPlainString()));
        body.addProperty(names.flag(), enabled ? 1 : 0);
        for (int i = 0; i < COUNT; i++) {
            body.addProperty(names.times() + "f" + (i + 1), slots.get(i).start().toString());
            body.addProperty(names.times() + "e" + (i + 1), slots.get(i).end().toString());
        }
        return body;
    }

    /** The same after a setting, which is one that is allowed; those of the other direction change nothing. */
    TwoSlots with(Setting setting) {
        if (setting.metric().equals(names.enabled())) {
            return new TwoSlots(names, setting.value() instanceof Value.Switch(boolean on) && on, slots, limit);
        }
        if (setting.metric().equals(names.bound()) && setting.value() instanceof Value.Amount percent) {
            return new TwoSlots(names, enabled, slots, percent);
        }
        return SlotMetric.of(setting.metric()).filter(metric -> metric.direction().equals(names.slots()))
                .map(metric -> with(metric, setting.value())).orElse(this);
    }

    private TwoSlots with(SlotMetric metric, Value value) {
        LocalTime time = LocalTime.parse(value instanceof Value.Text(String text) ? text : "");
        Slot slot = slots.get(metric.slot() - 1);
        return with(metric.slot() - 1, metric.field().equals(SlotMetric.START) ? slot.from(time) : slot.until(time));
    }

    private TwoSlots with(int index, Slot slot) {
        List<Slot> others = new ArrayList<>(slots);
        others.set(index, slot);
        return new TwoSlots(names, enabled, others, limit);
    }

    /** Whether one goes on at midnight where the other one ends. */
    boolean areJoined() {
        return slots.stream().noneMatch(Slot::isEmpty) && (isTail(0) || isTail(1));
    }

    private boolean isTail(int index) {
        return slots.get(index).start().equals(LocalTime.MIDNIGHT)
                && slots.get(1 - index).end().equals(LocalTime.MIDNIGHT);
    }

    /**
     * The same with no slot that goes on after midnight: what is left of it is in the other one.
     *
     * @param before how it is set: what is left of a slot there may be replaced
     * @return nothing if there is no room
     */
    Optional<TwoSlots> split(TwoSlots before) {
        for (int i = 0; i < COUNT; i++) {
            Slot slot = slots.get(i);
            if (slot.crossesMidnight()) {
                Slot other = slots.get(1 - i);
                boolean isFree = other.isEmpty() || other.equals(before.slots.get(1 - i)) && before.areJoined()
                        && before.isTail(1 - i);
                return isFree
                        ? Optional.of(with(i, slot.until(LocalTime.MIDNIGHT)).with(1 - i,
                                Slot.NONE.until(slot.end())))
                        : Optional.empty();
            }
        }
        return Optional.of(this);
    }
}
