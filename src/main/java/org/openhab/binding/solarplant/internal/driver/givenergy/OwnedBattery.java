/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;

/** What an inverter's batteries hold and held together, which its own register map does not tell. */
@NonNullByDefault
final class OwnedBattery {

    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final Metric DESIGN_CAPACITY = Metrics.of("battery#design-capacity");
    private static final Metric CHARGED = Metrics.of("energy#charge-total");
    private static final Metric DISCHARGED = Metrics.of("energy#discharge-total");

    /** The voltage that the vendor sells low-voltage batteries by, in kV (givenergy.md §3.1). */
    private static final BigDecimal NOMINAL = new BigDecimal("0.0512");
    private static final int DECIMALS = 1;

    private static final int PAGE = 60;
    private static final int SUM = 6;
    private static final int COUNTERS = 180;
    private static final int PACK_PAGE = 60;
    private static final int PACK_COUNTERS = 105 - PACK_PAGE;

    private final GuardedWire wire;
    private final Owner owner;
    private final Map<String, Integer> facts;
    private final Topology topology;
    private Optional<BigDecimal> packs = Optional.empty();

    OwnedBattery(GuardedWire wire, Owner owner, Map<String, Integer> facts, Topology topology) {
        this.wire = wire;
        this.owner = owner;
        this.facts = facts;
        this.topology = topology;
    }

    /**
     * The owner's reading of a full poll with what its batteries tell.
     *
     * @param members what the devices behind it said in the same poll
     */
    Reading addTo(Reading reading, Collection<Reading> members) throws TransportException, InterruptedException {
        Map<Metric, Value> values = new HashMap<>(reading.values());
        capacity(members).ifPresent(capacity -> values.put(CAPACITY, new Value.Amount(capacity)));
        throughput().ifPresent(total -> {
            values.put(CHARGED, energy(total.charge()));
            values.put(DISCHARGED, energy(total.discharge()));
        });
        return reading.with(values);
    }

    /** Modules are parts of their stacks and tell no capacity. */
    private Optional<BigDecimal> capacity(Collection<Reading> members) {
        if (topology.of(Role.PACK).isEmpty()) {
            return sum(members, CAPACITY, Role.STACK);
        }
        packs = sum(members, DESIGN_CAPACITY, Role.PACK).or(() -> packs);
        BigDecimal told = NOMINAL.multiply(BigDecimal.valueOf(owner.ampereHours()));
        // what is set there by hand, or garbled, is never more than there is
        return told.signum() > 0 ? Optional.of(packs.map(told::min).orElse(told)) : packs;
    }

    /** Batteries that are not all heard make no sum. */
    private Optional<BigDecimal> sum(Collection<Reading> members, Metric metric, Role role) {
        List<BigDecimal> each = members.stream().map(member -> member.values().get(metric))
                .filter(Value.Amount.class::isInstance).map(value -> ((Value.Amount) value).number()).toList();
        return each.size() < topology.of(role).size() ? Optional.empty() : each.stream().reduce(BigDecimal::add);
    }

    /** The first hybrids have their counters in a page of their own, the others copy them into their batteries'. */
    private Optional<Throughput> throughput() throws TransportException, InterruptedException {
        Optional<int[]> inverter = topology.of(Role.PACK).isEmpty()
                ? Optional.empty()
                : wire.believed(GuardedWire.OWNER, 0, PAGE);
        if (inverter.isEmpty()) {
            return Optional.empty();
        }
        long sum = (long) inverter.get()[SUM] << 16 | inverter.get()[SUM + 1];
        int generation = facts.getOrDefault("generation", 0);
        if (generation == 1) {
            return wire.probe(GuardedWire.OWNER, COUNTERS, PAGE, Effort.REFRESH)
                    .flatMap(page -> Throughput.of(sum, page[1], page[0]));
        }
        if (generation != 2 && facts.getOrDefault("ac", 0) != 1) {
            return Optional.empty();
        }
        return topology.of(Role.PACK).stream().flatMap(unit -> wire.believed(unit, PACK_PAGE, PAGE).stream())
                .flatMap(page -> Throughput.of(sum, page[PACK_COUNTERS + 1], page[PACK_COUNTERS]).stream()).findFirst();
    }

    private static Value energy(long tenths) {
        return new Value.Amount(BigDecimal.valueOf(tenths, DECIMALS));
    }
}
