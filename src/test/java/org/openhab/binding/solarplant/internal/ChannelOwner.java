/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;

/**
 * That devices of a family have a channel: what the page of channels says in its last column.
 *
 * @param thing the type of the thing with that channel
 * @param type the channel
 * @param vendor whose devices they are
 * @param family the register map that they are read with, or what is asked in place of registers
 */
@NonNullByDefault
public record ChannelOwner(String thing, MetricType type, String vendor, String family) {

    /**
     * What drivers find out by themselves, without a line in a register map: vendor, family, type of thing, channels. A
     * test has simulated devices tell all of it.
     */
    private static final String BY_DRIVERS = """
            GivEnergy single-phase inverter   settings#work-mode battery#capacity
            GivEnergy single-phase inverter   energy#charge-total energy#discharge-total
            GivEnergy three-phase  inverter   settings#work-mode battery#capacity
            GivEnergy gateway      gateway    settings#work-mode
            GivEnergy lv-battery   battery    battery#power battery#charge-power battery#discharge-power
            GivEnergy lv-battery   battery    cells#min-voltage cells#max-voltage cells#spread
            GivEnergy hv-module    battery    cells#min-voltage cells#max-voltage cells#spread
            GivEnergy hv-module    battery    cells#min-temperature cells#max-temperature
            AlphaESS  modbus       inverter   energy#pv-today energy#import-today energy#export-today
            AlphaESS  modbus       inverter   energy#charge-today energy#discharge-today energy#load-today
            AlphaESS  modbus       inverter   energy#grid-charge-today
            AlphaESS  modbus       inverter   settings#charge-enabled settings#discharge-enabled
            AlphaESS  modbus       inverter   settings#min-state-of-charge settings#max-state-of-charge
            AlphaESS  modbus       inverter   settings#charge-slot-{n}-start settings#charge-slot-{n}-end
            AlphaESS  modbus       inverter   settings#discharge-slot-{n}-start settings#discharge-slot-{n}-end
            AlphaESS  modbus       inverter   remote-control#mode remote-control#target-power
            AlphaESS  cloud        inverter   pv#power pv#string-{n}-power
            AlphaESS  cloud        inverter   grid#power grid#import-power grid#export-power grid#l{n}-power
            AlphaESS  cloud        inverter   output#power output#l{n}-power load#power
            AlphaESS  cloud        inverter   battery#power battery#charge-power battery#discharge-power
            AlphaESS  cloud        inverter   battery#state-of-charge battery#capacity status#fault
            AlphaESS  cloud        inverter   battery#usable-capacity battery#usable-share status#ems-status
            AlphaESS  cloud        inverter   energy#grid-charge-today energy#income-today energy#income-total
            AlphaESS  cloud        inverter   energy#currency
            AlphaESS  cloud        inverter   energy#pv-today energy#import-today energy#export-today
            AlphaESS  cloud        inverter   energy#charge-today energy#discharge-today energy#load-today
            AlphaESS  cloud        inverter   energy#pv-total settings#schedule-store
            AlphaESS  cloud        inverter   settings#charge-enabled settings#discharge-enabled
            AlphaESS  cloud        inverter   settings#min-state-of-charge settings#max-state-of-charge
            AlphaESS  cloud        inverter   settings#charge-slot-{n}-start settings#charge-slot-{n}-end
            AlphaESS  cloud        inverter   settings#charge-slot-{n}-days settings#charge-slot-{n}-target
            AlphaESS  cloud        inverter   settings#charge-slot-{n}-power
            AlphaESS  cloud        inverter   settings#discharge-slot-{n}-start settings#discharge-slot-{n}-end
            AlphaESS  cloud        inverter   settings#discharge-slot-{n}-days settings#discharge-slot-{n}-target
            AlphaESS  cloud        inverter   settings#discharge-slot-{n}-power
            AlphaESS  cloud        battery    battery#power battery#charge-power battery#discharge-power
            AlphaESS  cloud        battery    battery#state-of-charge battery#capacity battery#remaining-capacity
            AlphaESS  cloud        battery    battery#usable-capacity battery#usable-share
            AlphaESS  cloud        meter      meter#power meter#import-power meter#export-power
            AlphaESS  cloud        ev-charger charger#status charger#power charger#current-limit charger#control
            AlphaESS  cloud        ev-charger charger#energy-today
            """;

    /** What drivers find out by themselves. */
    static Set<ChannelOwner> byDrivers() {
        return BY_DRIVERS.lines().flatMap(ChannelOwner::parse).collect(Collectors.toSet());
    }

    private static Stream<ChannelOwner> parse(String line) {
        List<String> words = List.of(line.split(" +"));
        return words.stream().skip(3)
                .map(channel -> new ChannelOwner(words.get(2), type(channel), words.get(0), words.get(1)));
    }

    private static MetricType type(String channel) {
        return Metrics.of(channel.replace("{n}", "1")).type();
    }

    /** What readings tell of, where the family of a device is known. */
    public static Set<ChannelOwner> told(String vendor, Function<Device, String> family, List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.values().keySet().stream()
                        .map(metric -> new ChannelOwner(reading.device().id().kind().id(), metric.type(), vendor,
                                family.apply(reading.device()))))
                .collect(Collectors.toSet());
    }

    /**
     * That the page knows all that devices told, and that they told all that these families are said to find out by
     * themselves.
     */
    public static void assertKnown(Set<ChannelOwner> told) {
        assertEquals(Set.of(), less(told, all()), "devices tell more than the page says");
        Set<ChannelOwner> promised = byDrivers().stream()
                .filter(owner -> told.stream()
                        .anyMatch(one -> one.vendor().equals(owner.vendor()) && one.family().equals(owner.family())
                                && one.thing().equals(owner.thing())))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), less(promised, told), "the page says more than devices tell");
    }

    private static Set<ChannelOwner> less(Set<ChannelOwner> all, Set<ChannelOwner> others) {
        Set<ChannelOwner> rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** All that any device is known to have, in the order of the families' names. */
    static Set<ChannelOwner> all() {
        Set<ChannelOwner> all = new TreeSet<>(Comparator.comparing(ChannelOwner::toString));
        all.addAll(byDrivers());
        ShippedMap.all().forEach(map -> all.addAll(map.channels()));
        return all;
    }
}
