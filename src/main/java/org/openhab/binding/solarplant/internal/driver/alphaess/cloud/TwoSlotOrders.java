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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/** Sets the older store of schedules: two slots each way, one limit and one flag for both (alphaess.md §1.6). */
@NonNullByDefault
final class TwoSlotOrders implements StoreOrders {

    /** What the newest reference lets users set (alphaess.md §3.9). */
    static final Allowed.Range LIMIT = new Allowed.Range(BigDecimal.TEN, BigDecimal.valueOf(100), BigDecimal.ONE);
    /** The device ignores times beside it (alphaess.md §1.6). */
    static final Allowed.TimeOfDay QUARTERS = new Allowed.TimeOfDay(15);

    private final DeviceId system;
    private final Reader reader;
    private final Map<TwoSlotSchedule, Question> questions;

    /**
     * @param schedules the questions after both directions
     */
    TwoSlotOrders(DeviceId system, Schedules schedules, Reader reader) {
        this.system = system;
        this.reader = reader;
        this.questions = new LinkedHashMap<>();
        questions.put(TwoSlotSchedule.charge(system), schedules.charge());
        questions.put(TwoSlotSchedule.discharge(system), schedules.discharge());
    }

    @Override
    public Map<Metric, Allowed> settings() {
        Map<Metric, Allowed> settings = new LinkedHashMap<>();
        for (TwoSlotSchedule names : questions.keySet()) {
            settings.put(names.enabled(), new Allowed.OnOff());
            settings.put(names.bound(), LIMIT);
            for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
                settings.put(new SlotMetric(names.slots(), slot, SlotMetric.START).metric(), QUARTERS);
                settings.put(new SlotMetric(names.slots(), slot, SlotMetric.END).metric(), QUARTERS);
            }
        }
        return settings;
    }

    @Override
    public List<Write> plan(Order order) throws OrderException, InterruptedException {
        if (order instanceof Order.Change(DeviceId device, List<Setting> settings)) {
            // nobody needs to be asked to find out that it is not allowed
            check(settings);
        }
        List<TwoSlots> before = new ArrayList<>();
        for (Map.Entry<TwoSlotSchedule, Question> one : questions.entrySet()) {
            before.add(TwoSlots.of(one.getKey(), reader.read(one.getValue())).orElseThrow(Reader::incomplete));
        }
        List<Setting> settings = settings(order, before);
        check(settings);
        List<TwoSlots> after = new ArrayList<>();
        for (TwoSlots one : before) {
            TwoSlots wanted = one;
            for (Setting setting : settings) {
                wanted = wanted.with(setting);
            }
            after.add(wanted.split(one).orElseThrow(() -> new OrderException(Refusal.Kind.OVERLAP)));
        }
        checkOverlaps(before, after);
        return after.stream().filter(one -> !before.contains(one)).map(this::write).toList();
    }

    private void check(List<Setting> settings) throws OrderException {
        for (Setting setting : settings) {
            OrderException.check(setting, settings());
        }
    }

    /** The order as settings, one by one. */
    private static List<Setting> settings(Order order, List<TwoSlots> before) throws OrderException {
        return switch (order) {
            case Order.Change change -> change.settings();
            case Order.Charge charge -> slotOne(before.getFirst(), new Slot(charge.start(), charge.end()),
                    charge.target());
            case Order.Discharge discharge -> slotOne(before.getLast(),
                    new Slot(discharge.start(), discharge.end()), discharge.floor());
            case Order.ClearSchedule clear -> before.stream().flatMap(one -> nothing(one).stream()).toList();
            default -> throw OrderException.unsupported(order);
        };
    }

    private static List<Setting> slotOne(TwoSlots before, Slot slot, BigDecimal limit) throws OrderException {
        if (slot.isEmpty()) {
            throw OrderException.outOfRange(new SlotMetric(before.names().slots(), 1, SlotMetric.END).metric(),
                    QUARTERS);
        }
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(before.names().enabled(), new Value.Switch(true)));
        settings.add(new Setting(before.names().bound(), new Value.Amount(limit)));
        settings.addAll(times(before, 1, slot));
        if (before.areJoined()) {
            // what is left after midnight of the slot that is replaced
            settings.addAll(times(before, 2, Slot.NONE));
        }
        return settings;
    }

    private static List<Setting> nothing(TwoSlots before) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(before.names().enabled(), new Value.Switch(false)));
        for (int slot = 1; slot <= TwoSlots.COUNT; slot++) {
            settings.addAll(times(before, slot, Slot.NONE));
        }
        return settings;
    }

    private static List<Setting> times(TwoSlots schedule, int slot, Slot times) {
        String direction = schedule.names().slots();
        return List.of(
                new Setting(new SlotMetric(direction, slot, SlotMetric.START).metric(),
                        new Value.Text(times.start().toString())),
                new Setting(new SlotMetric(direction, slot, SlotMetric.END).metric(),
                        new Value.Text(times.end().toString())));
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

    private Write write(TwoSlots after) {
        Question question = questions.getOrDefault(after.names(), questions.values().iterator().next());
        return new Write(after.names().update(), after.body(system.key()), Write.FLASH, question,
                data -> TwoSlots.of(after.names(), data).filter(after::equals).isPresent());
    }
}
