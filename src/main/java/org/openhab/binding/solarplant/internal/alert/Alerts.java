/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.alert.AlertEvent.Turn;

/**
 * The alerts of a plant: looks at its things again and again, and says which alerts begin and end. Each begins once and
 * ends once. Its owner sees to it that only one thread uses it at a time.
 */
@NonNullByDefault
public final class Alerts {

    private final SortedMap<Alert, Latch> latches = new TreeMap<>();
    private Optional<Thresholds> thresholds = Optional.empty();
    private Map<AlertKind, Rule> rules = Map.of();
    /** Those without thresholds outlive all settings, with what they remember. */
    private final Map<AlertKind, Rule> always = Map.of(AlertKind.COMMUNICATION_LOST, new CommunicationLost(),
            AlertKind.INVERTER_FAULT, new Fault(), AlertKind.GRID_LOST, new GridLost());

    /** From now on it judges by these. What is wrong by them too goes on. */
    public void configure(Thresholds others) {
        if (thresholds.filter(others::equals).isEmpty()) {
            thresholds = Optional.of(others);
            rules = others.rules();
            rules.putAll(always);
        }
    }

    /**
     * Looks at the plant once more. What is not judged any more ends: a thing that is gone, an alert that was turned off.
     *
     * @param things all things of the plant
     * @return what begins and ends by it
     */
    public List<AlertEvent> look(Collection<Watched> things, Instant now) {
        List<AlertEvent> events = new ArrayList<>(forget(things));
        rules.forEach((kind, rule) -> new TreeMap<>(rule.judge(things, now)).forEach((name, finding) -> {
            Alert alert = new Alert(kind, name);
            Latch latch = latches.computeIfAbsent(alert, key -> new Latch(kind));
            if (latch.turnsBy(finding)) {
                events.add(new AlertEvent(alert, latch.isRaised() ? Turn.RAISED : Turn.CLEARED));
            }
        }));
        return events;
    }

    /** What is wrong now. */
    public SortedSet<Alert> active() {
        return latches.entrySet().stream().filter(entry -> entry.getValue().isRaised()).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<AlertEvent> forget(Collection<Watched> things) {
        Set<String> names = things.stream().map(Watched::name).collect(Collectors.toSet());
        List<AlertEvent> ended = active().stream().filter(alert -> !isJudged(alert, names))
                .map(alert -> new AlertEvent(alert, Turn.CLEARED)).toList();
        latches.keySet().removeIf(alert -> !isJudged(alert, names));
        return ended;
    }

    private boolean isJudged(Alert alert, Set<String> names) {
        return rules.containsKey(alert.kind()) && names.contains(alert.thing());
    }
}
