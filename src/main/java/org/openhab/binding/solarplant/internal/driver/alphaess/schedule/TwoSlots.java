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

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * How one direction is set where there are two slots for all days and one limit for both (alphaess.md §1.6, §4.7).
 *
 * @param enabled whether its slots are in force
 * @param slots both of them
 * @param limit the state of charge at which it ends, in %
 */
@NonNullByDefault
public record TwoSlots(Direction direction, boolean enabled, List<Slot> slots, Value.Amount limit) {

    /** So many slots. */
    public static final int COUNT = 2;

    public TwoSlots {
        slots = List.copyOf(slots);
    }

    /** The same after a setting, which is one that is allowed; those of the other direction change nothing. */
    TwoSlots with(Setting setting) {
        if (setting.metric().equals(direction.enabled())) {
            return new TwoSlots(direction, setting.value() instanceof Value.Switch(boolean on) && on, slots, limit);
        }
        if (setting.metric().equals(direction.bound()) && setting.value() instanceof Value.Amount percent) {
            return new TwoSlots(direction, enabled, slots, percent);
        }
        return SlotMetric.of(setting.metric()).filter(metric -> metric.direction().equals(direction.word()))
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
        return new TwoSlots(direction, enabled, others, limit);
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
