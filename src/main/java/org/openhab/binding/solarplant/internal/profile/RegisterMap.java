/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.profile.Register.Pace;

/** What of a profile one model has: its registers with their bounds in numbers, its parts and its sums. */
@NonNullByDefault
public final class RegisterMap {

    private final Profile profile;
    private final Map<String, Integer> facts;
    private final ArrayList<Entry> entries = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<Comparison> comparisons;
    private final List<Conclusion> conclusions;
    private final List<Part> parts;
    private final List<Register> once;
    private final List<Register> fast;
    private final List<Register> full;
    private final List<Register> whole;
    private final Map<Metric, Writable> writables;
    private final Optional<Unlock> unlock;
    private final List<Obstacle> obstacles;
    private final List<Register> telling;
    private final Map<Metric, Allowed> settings = new LinkedHashMap<>();

    RegisterMap(Profile profile, Map<String, Integer> facts) {
        this.profile = profile;
        this.facts = facts;
        this.parts = profile.parts().stream().filter(part -> part.when().holds(facts)).toList();
        // many registers have the same bounds: each pair of numbers is worked out and kept once
        Map<Bounds, Interval> intervals = new HashMap<>();
        for (Register register : profile.registers()) {
            if (register.when().holds(facts) && register.devices().stream().anyMatch(this::isThere)) {
                Bounds bounds = register.bounds();
                entries.add(new Entry(register.in(facts),
                        bounds == null ? null : intervals.computeIfAbsent(bounds, key -> key.in(facts))));
            }
        }
        profile.sums().stream().filter(sum -> sum.when().holds(facts) && isThere(sum.device()))
                // sums may build on earlier sums
                .forEach(sum -> sum.in(this::has, facts).ifPresent(sums::add));
        this.comparisons = profile.comparisons().stream().filter(comparison -> comparison.when().holds(facts)).toList();
        this.conclusions = profile.conclusions().stream()
                .filter(conclusion -> conclusion.when().holds(facts) && isThere(conclusion.device())).toList();
        entries.trimToSize();
        this.once = paced(EnumSet.of(Pace.ONCE));
        this.fast = paced(EnumSet.of(Pace.FAST));
        this.full = paced(EnumSet.of(Pace.FAST, Pace.FULL));
        this.whole = paced(EnumSet.of(Pace.FAST, Pace.FULL, Pace.SETTINGS));
        this.writables = writables(profile, facts);
        this.unlock = profile.unlocks().stream().filter(one -> one.when().holds(facts)).findFirst();
        this.obstacles = profile.obstacles().stream().filter(one -> one.when().holds(facts)).toList();
        this.telling = telling(profile);
        writables.forEach((metric, writable) -> settings.put(metric, writable.allowed()));
    }

    /** The profile that this was made of. */
    public Profile profile() {
        return profile;
    }

    /** What is known of the model. */
    public Map<String, Integer> facts() {
        return facts;
    }

    /** What this model wants to be read as a whole. */
    List<Block> pages() {
        return profile.pages().stream().filter(page -> page.when().holds(facts)).map(Page::block).toList();
    }

    List<Entry> entries() {
        return entries;
    }

    List<Sum> sums() {
        return sums;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    List<Conclusion> conclusions() {
        return conclusions;
    }

    List<Part> parts() {
        return parts;
    }

    /** The registers that a poll of this cadence must read. What else lies between them is read along for nothing. */
    List<Register> wanted(Cadence cadence) {
        return switch (cadence) {
            case FAST -> fast;
            case FULL -> full;
            case WHOLE -> whole;
        };
    }

    /** The settings of this model that can be set, in the order of the profile. */
    Map<Metric, Writable> writables() {
        return writables;
    }

    /** What they may be set to. */
    Map<Metric, Allowed> settings() {
        return settings;
    }

    private static Map<Metric, Writable> writables(Profile profile, Map<String, Integer> facts) {
        Map<Metric, Writable> writables = new LinkedHashMap<>();
        for (SettingLine setting : profile.settings()) {
            if (setting.write() instanceof Write write && setting.read().when().holds(facts)) {
                write.allowed(facts).ifPresent(allowed -> writables.put(setting.metric(),
                        new Writable(setting.read().in(facts), write.in(facts), allowed)));
            }
        }
        return writables;
    }

    /** Whether a register feeds this metric of the polled device. */
    boolean has(Metric metric) {
        return !registers(Set.of(metric)).isEmpty();
    }

    /** The registers that feed these metrics of the polled device. */
    List<Register> registers(Set<Metric> metrics) {
        return whole.stream().filter(register -> register.devices().contains(Decoder.SELF)
                && register.target() instanceof Target.OfMetric(Metric metric) && metrics.contains(metric)).toList();
    }

    /** The registers that tell which lines of the settings hold for now, and how these are scaled. */
    List<Register> deciding() {
        Set<String> facts = new HashSet<>();
        for (SettingLine setting : profile.settings()) {
            facts.addAll(setting.read().when().facts());
            facts.addAll(setting.read().codec().facts());
            if (setting.write() instanceof Write write) {
                facts.addAll(write.codec().facts());
            }
        }
        return whole.stream().filter(register -> register.target() instanceof Target.OfFact(String fact)
                && facts.contains(fact)).toList();
    }

    /** How it is made to take settings; nothing if it takes them as it is. */
    Optional<Unlock> unlock() {
        return unlock;
    }

    /** What stands against orders now. */
    List<Obstacle> obstacles() {
        return obstacles;
    }

    /** The registers that tell what stands against orders, as far as it changes by the second. */
    List<Register> telling() {
        return telling;
    }

    private List<Register> telling(Profile profile) {
        Set<String> facts = profile.obstacles().stream().flatMap(obstacle -> obstacle.when().facts().stream())
                .collect(Collectors.toSet());
        return fast.stream().filter(register -> register.target() instanceof Target.OfFact(String fact)
                && facts.contains(fact)).toList();
    }

    /** The registers that are read once for each connection. */
    List<Register> identity() {
        return once;
    }

    private boolean isThere(String device) {
        return device.equals(Decoder.SELF) || device.equals(Decoder.ASIDE)
                || parts.stream().anyMatch(part -> part.name().equals(device));
    }

    private boolean has(Sum.Term term) {
        if (!isThere(term.device())) {
            return false;
        }
        boolean read = entries.stream().map(Entry::register)
                .anyMatch(register -> register.target() instanceof Target.OfMetric(Metric metric)
                        && metric.equals(term.metric()) && register.devices().contains(term.device()));
        return read || sums.stream()
                .anyMatch(sum -> sum.metric().equals(term.metric()) && sum.device().equals(term.device()));
    }

    private List<Register> paced(Set<Pace> paces) {
        return entries.stream().map(Entry::register).filter(register -> paces.contains(register.pace())).toList();
    }
}
