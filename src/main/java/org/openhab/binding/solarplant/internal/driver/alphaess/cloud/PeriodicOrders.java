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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Slot;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.SlotMetric;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;

/**
 * Sets the newer store of schedules (alphaess.md §1.7): times, limits and powers of the periods that are there. One is
 * added only for what is after midnight, and what is not asked for stays as it is. Its flags can only be sent: a direction that was told
 * to charge or discharge stays switched on with all that is sent later, also after a restart; of the other one nobody knows, and an order
 * that changes it says so.
 */
@NonNullByDefault
final class PeriodicOrders implements StoreOrders {

    /** In W; what the newest reference lets users set (alphaess.md §3.9). */
    private static final Allowed.Range POWER = new Allowed.Range(BigDecimal.ONE, BigDecimal.valueOf(100_000),
            BigDecimal.ONE);
    private static final Map<String, String> FLAGS = Map.of(SlotMetric.CHARGE, "gridChargeCycle", SlotMetric.DISCHARGE,
            "ctrDisCycle");

    /** Under this name the memory keeps which flags were sent. */
    private static final String FLAGS_SENT = "scheduleFlags";
    private static final String ENDPOINT = "setTimeChargeBySn";

    private final DeviceId system;
    private final Question question;
    private final Reader reader;
    private final DeviceMemory memory;

    PeriodicOrders(DeviceId system, Schedules schedules, Reader reader, DeviceMemory memory) {
        this.memory = memory;
        this.system = system;
        this.question = schedules.periodic();
        this.reader = reader;
    }

    @Override
    public Map<Metric, Allowed> settings() {
        return settings(count(SlotMetric.CHARGE), count(SlotMetric.DISCHARGE));
    }

    private int count(String direction) {
        int count = 0;
        while (isTold(direction, count + 1)) {
            count++;
        }
        return count;
    }

    private boolean isTold(String direction, int slot) {
        Metric days = new SlotMetric(direction, slot, "days").metric();
        return question.told().filter(sheet -> sheet.of(system).containsKey(days)).isPresent();
    }

    /** Without any period on one side nothing can be written at all: an empty list is refused. */
    private static Map<Metric, Allowed> settings(int charge, int discharge) {
        Map<Metric, Allowed> settings = new LinkedHashMap<>();
        if (charge > 0 && discharge > 0) {
            put(settings, SlotMetric.CHARGE, charge);
            put(settings, SlotMetric.DISCHARGE, discharge);
        }
        return settings;
    }

    private static void put(Map<Metric, Allowed> settings, String direction, int count) {
        for (int slot = 1; slot <= count; slot++) {
            settings.put(new SlotMetric(direction, slot, SlotMetric.START).metric(), TwoSlotOrders.QUARTERS);
            settings.put(new SlotMetric(direction, slot, SlotMetric.END).metric(), TwoSlotOrders.QUARTERS);
            settings.put(new SlotMetric(direction, slot, SlotMetric.TARGET).metric(), TwoSlotOrders.LIMIT);
            settings.put(new SlotMetric(direction, slot, SlotMetric.POWER).metric(), POWER);
        }
    }

    @Override
    public Optional<Refusal> objection(Order order) {
        return order instanceof Order.Change(DeviceId device, List<Setting> changes) && question.told().isPresent()
                && settings(Math.max(1, count(SlotMetric.CHARGE)), Math.max(1, count(SlotMetric.DISCHARGE))).keySet()
                        .containsAll(changes.stream().map(Setting::metric).toList())
                                ? missing(count(SlotMetric.CHARGE), count(SlotMetric.DISCHARGE))
                                : Optional.empty();
    }

    /** The cloud refuses a list without any period (alphaess.md §1.7), and nobody said what should stand in it. */
    private static Optional<Refusal> missing(int charge, int discharge) {
        return charge > 0 && discharge > 0
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Kind.ONE_SIDED, new SlotMetric(
                        charge == 0 ? SlotMetric.CHARGE : SlotMetric.DISCHARGE, 1, SlotMetric.START).metric().id()));
    }

    @Override
    public Set<String> endpoints(Order order) {
        return Set.of(ENDPOINT);
    }

    @Override
    public List<Write> plan(Order order) throws OrderException, InterruptedException {
        if (order instanceof Order.ClearSchedule) {
            throw new OrderException(Refusal.Kind.EMPTY_SCHEDULE);
        }
        Periods before = Periods.of(reader.read(question)).orElseThrow(Reader::incomplete);
        Optional<Refusal> missing = missing(before.charge().size(), before.discharge().size());
        if (missing.isPresent()) {
            throw new OrderException(missing.get());
        }
        PeriodicPlan plan = new PeriodicPlan(before,
                settings(before.charge().size(), before.discharge().size()));
        Optional<String> flag = Optional.empty();
        switch (order) {
            case Order.Change(DeviceId device, List<Setting> settings) -> plan.change(settings);
            case Order.Charge charge -> {
                plan.everyDay(SlotMetric.CHARGE, new Slot(charge.start(), charge.end()), charge.target());
                flag = Optional.ofNullable(FLAGS.get(SlotMetric.CHARGE));
            }
            case Order.Discharge discharge -> {
                plan.everyDay(SlotMetric.DISCHARGE, new Slot(discharge.start(), discharge.end()),
                        discharge.floor());
                flag = Optional.ofNullable(FLAGS.get(SlotMetric.DISCHARGE));
            }
            default -> throw OrderException.unsupported(order);
        }
        Periods after = plan.checked();
        Set<String> flags = flags();
        Set<String> wanted = new HashSet<>(flags);
        flag.ifPresent(wanted::add);
        return after.isSame(before) && wanted.equals(flags)
                ? List.of()
                : List.of(write(after, wanted, caveat(order, wanted)));
    }

    /** The flags that were sent and taken, also before a restart: the cloud never tells them. */
    private Set<String> flags() {
        Set<String> known = new HashSet<>(
                List.of(memory.recall(system, FLAGS_SENT).orElse("").split(" ")));
        known.retainAll(FLAGS.values());
        return known;
    }

    /** The cloud never tells whether a direction is switched on: unless it was switched on from here, nobody knows. */
    private static Optional<Failure> caveat(Order order, Set<String> flags) {
        return order instanceof Order.Change change && !change.settings().stream()
                .flatMap(setting -> SlotMetric.of(setting.metric()).stream()).map(SlotMetric::direction)
                .map(FLAGS::get).allMatch(flags::contains)
                        ? Optional.of(new Failure(Failure.Kind.SWITCH_UNKNOWN))
                        : Optional.empty();
    }

    private Write write(Periods after, Set<String> wanted, Optional<Failure> caveat) {
        return new Write(ENDPOINT, after.body(system.key(), wanted), Write.FLASH, question, data -> {
            boolean isTaken = Periods.of(data).filter(after::isSame).isPresent();
            if (isTaken && !wanted.isEmpty()) {
                memory.keep(system, FLAGS_SENT, String.join(" ", new TreeSet<>(wanted)));
            }
            return isTaken;
        }, caveat);
    }
}
