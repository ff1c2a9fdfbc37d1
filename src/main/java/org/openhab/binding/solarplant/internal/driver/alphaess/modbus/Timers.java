/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Direction;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Slot;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.SlotMetric;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.TwoSlots;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The timer registers from 0x084F on (alphaess.md §4.7): hours of both directions first, their minutes further up, as far
 * as the device has those.
 *
 * @param words 19 of them, or 15 without the minutes of charging, or 11 without any
 */
@NonNullByDefault
record Timers(List<Integer> words) {

    private static final int WINDOWS = 0;
    /** 1 charge windows, 2 discharge windows, 3 both. */
    private static final int ALL_WINDOWS = 3;
    private static final int MOST_PERCENT = 100;
    private static final List<String> EDGES = List.of(SlotMetric.START, SlotMetric.END);

    Timers {
        words = List.copyOf(words);
    }

    /** Where the registers of a direction are, counted from the first one. */
    private record Place(int window, int limit, int hours, int minutes) {
        static Place of(Direction direction) {
            return switch (direction) {
                case CHARGE -> new Place(1, 6, 7, 15);
                case DISCHARGE -> new Place(2, 1, 2, 11);
            };
        }

        /** Start, stop, start, stop. */
        static int edge(int slot, String edge) {
            return 2 * (slot - 1) + EDGES.indexOf(edge);
        }
    }

    /** Whether its times go by the minute, and not only by the hour. */
    boolean hasMinutes(Direction direction) {
        return Place.of(direction).minutes < words.size();
    }

    /** What of it people see; times that cannot be are not set, and what else cannot be is left out. */
    Map<Metric, Value> values() {
        Map<Metric, Value> values = new HashMap<>();
        for (Direction direction : Direction.values()) {
            isInForce(direction).ifPresent(on -> values.put(direction.enabled(), new Value.Switch(on)));
            limit(direction).ifPresent(percent -> values.put(direction.bound(), percent));
            for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
                for (String edge : EDGES) {
                    Metric metric = direction.slot(slot, edge);
                    values.put(metric, time(direction, slot, edge).<Value>map(time -> new Value.Text(time.toString()))
                            .orElseGet(Value.Unset::new));
                }
            }
        }
        return values;
    }

    /** How a direction is set; nothing unless all of it can be. */
    Optional<TwoSlots> slots(Direction direction) {
        Optional<Slot> first = slot(direction, 1);
        Optional<Slot> second = slot(direction, 2);
        Optional<Boolean> inForce = isInForce(direction);
        Optional<Value.Amount> limit = limit(direction);
        return first.isPresent() && second.isPresent() && inForce.isPresent() && limit.isPresent()
                ? Optional.of(new TwoSlots(direction, inForce.get(), List.of(first.get(), second.get()), limit.get()))
                : Optional.empty();
    }

    /** The state of charge at which a direction ends, in whole % whatever the handbook says. */
    Optional<Value.Amount> limit(Direction direction) {
        int percent = words.get(Place.of(direction).limit);
        return percent <= MOST_PERCENT ? Optional.of(Value.Amount.of(percent)) : Optional.empty();
    }

    private Optional<Boolean> isInForce(Direction direction) {
        int windows = words.get(WINDOWS);
        return windows <= ALL_WINDOWS
                ? Optional.of((windows & Place.of(direction).window) != 0)
                : Optional.empty();
    }

    private Optional<Slot> slot(Direction direction, int slot) {
        return time(direction, slot, SlotMetric.START)
                .flatMap(start -> time(direction, slot, SlotMetric.END).map(end -> new Slot(start, end)));
    }

    private Optional<LocalTime> time(Direction direction, int slot, String edge) {
        Place place = Place.of(direction);
        int hour = words.get(place.hours + Place.edge(slot, edge));
        int minute = hasMinutes(direction) ? words.get(place.minutes + Place.edge(slot, edge)) : 0;
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** The same with a direction set like this. */
    Timers with(TwoSlots wanted) {
        Place place = Place.of(wanted.direction());
        List<Integer> others = new ArrayList<>(words);
        int windows = others.get(WINDOWS);
        others.set(WINDOWS, wanted.enabled() ? windows | place.window : windows & ~place.window);
        others.set(place.limit, wanted.limit().number().intValueExact());
        for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
            put(others, place, Place.edge(slot, SlotMetric.START), wanted.slots().get(slot - 1).start());
            put(others, place, Place.edge(slot, SlotMetric.END), wanted.slots().get(slot - 1).end());
        }
        return new Timers(others);
    }

    private static void put(List<Integer> words, Place place, int edge, LocalTime time) {
        words.set(place.hours + edge, time.getHour());
        if (place.minutes < words.size()) {
            words.set(place.minutes + edge, time.getMinute());
        }
    }

    /** Whether directions are put in force that were not. */
    boolean putsInForce(Timers before) {
        return (words.get(WINDOWS) & ~before.words.get(WINDOWS)) != 0;
    }
}
