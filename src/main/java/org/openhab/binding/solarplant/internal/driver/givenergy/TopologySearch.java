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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;

/** Finds who answers behind an adapter, with short probes for what is usually absent (givenergy.md §2.2). */
@NonNullByDefault
final class TopologySearch {

    private static final int HV_CONFIGURATION = 0xA0;
    private static final int PAGE_START = 60;
    private static final int PAGE = 60;
    private static final int METER_PAGE = 30;
    private static final int MODULES_IN_STACK = 64 - PAGE_START;
    /** An all-in-one never holds more modules (givenergy.md §2.2, step 2b). */
    private static final int MODULES_OF_ALL_IN_ONE = 4;

    private final GuardedWire wire;

    TopologySearch(GuardedWire wire) {
        this.wire = wire;
    }

    /** Asks only the addresses that are remembered; nothing if one of them does not answer as it should. */
    Optional<Topology> confirm(Topology remembered) throws TransportException, InterruptedException {
        for (Role role : Role.values()) {
            for (int address : remembered.of(role)) {
                // who was there once is worth more patience than who may be there
                if (!answers(role, address, Effort.REFRESH)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(remembered);
    }

    /**
     * Asks all addresses at which a device of such a family may be.
     *
     * @param owner the serial number of the owner, which is of this family
     */
    Topology search(String owner, Family family) throws TransportException, InterruptedException {
        Map<Role, List<Integer>> found = new EnumMap<>(Role.class);
        found.put(Role.METER, answering(Role.METER, Role.METER.last()));
        if (family.hasPacks()) {
            found.put(Role.PACK, answering(Role.PACK, Role.PACK.last()));
        }
        if (family.hasStacks()) {
            searchStacks(family, found);
        }
        return new Topology(owner, found);
    }

    private void searchStacks(Family family, Map<Role, List<Integer>> found)
            throws TransportException, InterruptedException {
        Optional<int[]> configuration = wire.probe(HV_CONFIGURATION, PAGE_START, 5, Effort.PROBE);
        int stacks = configuration.map(words -> Math.min(words[1], Role.STACK.last() - Role.STACK.first() + 1))
                .orElse(0);
        int modules = 0;
        List<Integer> present = new ArrayList<>();
        for (int address = Role.STACK.first(); address < Role.STACK.first() + stacks; address++) {
            if (answers(Role.STACK, address, Effort.PROBE)) {
                present.add(address);
                modules += wire.believed(address, PAGE_START, PAGE).map(words -> words[MODULES_IN_STACK]).orElse(0);
            }
        }
        int most = family.isAllInOne() ? Math.min(modules, MODULES_OF_ALL_IN_ONE) : modules;
        found.put(Role.STACK, present);
        found.put(Role.MODULE, answering(Role.MODULE, Math.min(Role.MODULE.first() + most - 1, Role.MODULE.last())));
    }

    /** Addresses may have gaps, so each is asked. */
    private List<Integer> answering(Role role, int last) throws TransportException, InterruptedException {
        List<Integer> addresses = new ArrayList<>();
        for (int address = role.first(); address <= last; address++) {
            if (answers(role, address, Effort.PROBE)) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private boolean answers(Role role, int address, Effort effort) throws TransportException, InterruptedException {
        Optional<int[]> page = wire.probe(address, PAGE_START, role == Role.METER ? METER_PAGE : PAGE, effort);
        return page.filter(words -> SameDevice.isPresent(role, words)).isPresent();
    }
}
