/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Contribution;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Source;

/** Whose driver a target is, the device that answers, and all that it has reported. */
@NonNullByDefault
record Membership(PolledThing owner, Optional<DeviceId> device, Set<Contribution> reports) {

    static Membership of(PolledThing owner) {
        return new Membership(owner, Optional.empty(), Set.of());
    }

    boolean isOf(DeviceId id) {
        return device.filter(id::equals).isPresent();
    }

    Membership reporting(DeviceId id, Set<Contribution> reported) {
        return new Membership(owner, Optional.of(id), isOf(id) ? union(reports, reported) : reported);
    }

    Set<DeviceId> devices() {
        return devices(reports);
    }

    static Set<DeviceId> devices(Set<Contribution> reports) {
        return reports.stream().map(Contribution::device).collect(Collectors.toUnmodifiableSet());
    }

    static Set<Contribution> union(Set<Contribution> some, Set<Contribution> others) {
        // from poll to poll a driver reports the same devices
        return some.containsAll(others)
                ? some
                : Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The drivers that tell of this device; those that ask it itself come first, and its cloud last. */
    static List<DriverTarget> tellersOf(DeviceId device, Map<DriverTarget, Membership> memberships) {
        Map<DriverTarget, Source> sources = new LinkedHashMap<>();
        memberships.forEach((target, membership) -> membership.reports.stream()
                .filter(report -> report.device().equals(device)).map(Contribution::source)
                .min(Comparator.naturalOrder()).ifPresent(closest -> sources.put(target, closest)));
        return sources.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
    }

    /** Whether drivers tell of this device that another device answers. */
    static boolean isToldByOthers(DeviceId device, Collection<Membership> all) {
        return all.stream().anyMatch(other -> !other.isOf(device) && other.devices().contains(device));
    }

    /** Who else has a driver of which this device answers. */
    Optional<PolledThing> otherOwner(DeviceId answering, Collection<Membership> all) {
        return all.stream().filter(other -> other.owner != owner && other.isOf(answering)).map(Membership::owner)
                .findFirst();
    }
}
