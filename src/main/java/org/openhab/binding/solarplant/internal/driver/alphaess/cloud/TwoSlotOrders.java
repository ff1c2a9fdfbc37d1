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
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Direction;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.TwoSlotPlan;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.TwoSlots;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Setting;

/** Sets the older store of schedules: two slots each way, one limit and one flag for both (alphaess.md §1.6). */
@NonNullByDefault
final class TwoSlotOrders implements StoreOrders {

    /** What the newest reference lets users set (alphaess.md §3.9). */
    static final Allowed.Range LIMIT = new Allowed.Range(BigDecimal.TEN, BigDecimal.valueOf(100), BigDecimal.ONE);
    /** The device ignores times beside it (alphaess.md §1.6). */
    static final Allowed.TimeOfDay QUARTERS = new Allowed.TimeOfDay(15);

    /** One direction as the cloud has it. */
    private record Half(TwoSlotSchedule schedule, Question question) {}

    private final DeviceId system;
    private final Reader reader;
    /** Charging first. */
    private final List<Half> halves;

    /**
     * @param schedules the questions after both directions
     */
    TwoSlotOrders(DeviceId system, Schedules schedules, Reader reader) {
        this.system = system;
        this.reader = reader;
        this.halves = List.of(new Half(TwoSlotSchedule.charge(system), schedules.charge()),
                new Half(TwoSlotSchedule.discharge(system), schedules.discharge()));
    }

    @Override
    public Map<Metric, Allowed> settings() {
        Map<Metric, Allowed> settings = new LinkedHashMap<>();
        for (Half half : halves) {
            settings.putAll(TwoSlotPlan.settings(half.schedule.direction(), LIMIT, QUARTERS));
        }
        return settings;
    }

    @Override
    public Set<String> endpoints(Order order) {
        return halves.stream().map(Half::schedule).filter(schedule -> switch (order) {
            case Order.Charge charge -> schedule.direction() == Direction.CHARGE;
            case Order.Discharge discharge -> schedule.direction() == Direction.DISCHARGE;
            case Order.Change change -> change.settings().stream().map(Setting::metric)
                    .anyMatch(TwoSlotPlan.settings(schedule.direction(), LIMIT, QUARTERS)::containsKey);
            default -> true;
        }).map(TwoSlotSchedule::update).collect(Collectors.toSet());
    }

    @Override
    public List<Write> plan(Order order) throws OrderException, InterruptedException {
        TwoSlotPlan plan = new TwoSlotPlan(settings());
        // nobody needs to be asked to find out that it is not allowed
        plan.check(order);
        List<TwoSlots> before = new ArrayList<>();
        for (Half half : halves) {
            before.add(half.schedule.slots(reader.read(half.question)).orElseThrow(Reader::incomplete));
        }
        List<TwoSlots> after = plan.after(order, before);
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < halves.size(); i++) {
            if (!after.get(i).equals(before.get(i))) {
                writes.add(write(halves.get(i), after.get(i)));
            }
        }
        return writes;
    }

    private Write write(Half half, TwoSlots after) {
        return new Write(half.schedule.update(), half.schedule.body(after), Write.FLASH, half.question,
                data -> half.schedule.slots(data).filter(after::equals).isPresent());
    }
}
