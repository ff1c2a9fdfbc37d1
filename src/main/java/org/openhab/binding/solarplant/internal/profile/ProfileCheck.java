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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.profile.Target.OfFact;
import org.openhab.binding.solarplant.internal.profile.Target.OfMetric;
import org.openhab.binding.solarplant.internal.profile.Target.OnceSeen;

/** The mistakes of a profile that only show when its lines are looked at together. */
@NonNullByDefault
final class ProfileCheck {

    /** Facts that detection supplies for every model. */
    static final Set<String> DETECTED = Set.of("phases", "trackers", "generation", "protocol", "rated");

    /** A line that says something of a metric of a device. */
    private record Feed(int line, String device, Metric metric, Condition when) {
        boolean feeds(String otherDevice, Metric otherMetric) {
            return device.equals(otherDevice) && metric.equals(otherMetric);
        }
    }

    private ProfileCheck() {}

    static void check(String file, Profile profile) throws ProfileException {
        Set<String> facts = new HashSet<>(DETECTED);
        facts.addAll(profile.defaults().keySet());
        for (Part part : profile.parts()) {
            checkFacts(file, part.line(), part.when().facts(), facts);
        }
        List<Register> registers = profile.registers();
        for (int i = 0; i < registers.size(); i++) {
            Register register = registers.get(i);
            checkFacts(file, register.line(), register.when().facts(), facts);
            checkFacts(file, register.line(), register.codec().facts(), facts);
            if (!profile.pages().isEmpty()
                    && profile.pages().stream().noneMatch(page -> page.block().covers(register))) {
                throw new ProfileException(file, register.line(), "lies outside every page", null);
            }
            if (register.bounds() instanceof Bounds bounds) {
                checkFacts(file, register.line(), bounds.facts(), facts);
            }
            checkFacts(file, register.line(), fact(register), facts);
            if (register.target() instanceof OnceSeen(String fact) && profile.defaults().getOrDefault(fact, 1) != 0) {
                throw new ProfileException(file, register.line(), "what is to be seen is 0 in \"facts\"", null);
            }
            for (Register earlier : registers.subList(0, i)) {
                checkPair(file, earlier, register);
            }
        }
        for (SettingLine setting : profile.settings()) {
            if (setting.write() instanceof Write write) {
                checkFacts(file, setting.read().line(), write.codec().facts(), facts);
                checkFacts(file, setting.read().line(),
                        write.range() instanceof Bounds range ? range.facts() : Set.of(), facts);
            }
        }
        for (Unlock unlock : profile.unlocks()) {
            checkFacts(file, unlock.line(), unlock.when().facts(), facts);
        }
        for (Obstacle obstacle : profile.obstacles()) {
            checkFacts(file, obstacle.line(), obstacle.when().facts(), facts);
        }
        checkSums(file, profile, facts);
        checkComparisons(file, profile, facts);
        for (Conclusion conclusion : profile.conclusions()) {
            checkFacts(file, conclusion.line(), conclusion.when().facts(), facts);
        }
        ConclusionCheck.check(file, profile);
    }

    /** Nothing else may feed what a sum feeds, and its terms must be fed by a register or an earlier sum. */
    private static void checkSums(String file, Profile profile, Set<String> facts) throws ProfileException {
        List<Feed> feeds = new ArrayList<>();
        for (Register register : profile.registers()) {
            if (register.target() instanceof OfMetric(Metric metric)) {
                register.devices().forEach(
                        device -> feeds.add(new Feed(register.line(), device, metric, register.when())));
            }
        }
        for (SumLine sum : profile.sums()) {
            checkFacts(file, sum.line(), sum.when().facts(), facts);
            if (sum.most() instanceof Factor most) {
                checkFacts(file, sum.line(), most.facts(), facts);
            }
            if (sum.bounds() instanceof Bounds bounds) {
                checkFacts(file, sum.line(), bounds.facts(), facts);
            }
            for (Sum.Term term : sum.sources().toList()) {
                if (feeds.stream().noneMatch(feed -> feed.feeds(term.device(), term.metric()))) {
                    throw new ProfileException(file, sum.line(),
                            "nothing before feeds \"" + term.device() + "/" + term.metric() + "\"", null);
                }
            }
            for (Feed feed : feeds) {
                if (feed.feeds(sum.device(), sum.metric()) && feed.when.overlaps(sum.when())) {
                    throw new ProfileException(file, sum.line(), feedsTheSame(feed.line), null);
                }
            }
            feeds.add(new Feed(sum.line(), sum.device(), sum.metric(), sum.when()));
        }
    }

    /** What is compared has to be read. */
    private static void checkComparisons(String file, Profile profile, Set<String> facts) throws ProfileException {
        for (Comparison comparison : profile.comparisons()) {
            checkFacts(file, comparison.line(), comparison.when().facts(), facts);
            for (Metric metric : Stream.concat(Stream.of(comparison.metric()), comparison.factors().stream())
                    .toList()) {
                if (profile.registers().stream().noneMatch(register -> register.devices().contains(Decoder.SELF)
                        && register.target().equals(new OfMetric(metric)))) {
                    throw new ProfileException(file, comparison.line(), "no register feeds \"" + metric.id() + "\"",
                            null);
                }
            }
        }
    }

    private static String feedsTheSame(int line) {
        return "feeds the same as line " + line + " for the same model";
    }

    private static Set<String> fact(Register register) {
        return switch (register.target()) {
            case OfFact(String fact) -> Set.of(fact);
            case OnceSeen(String fact) -> Set.of(fact);
            case OfMetric metric -> Set.of();
        };
    }

    private static void checkFacts(String file, int line, Set<String> used, Set<String> facts)
            throws ProfileException {
        for (String fact : used) {
            if (!facts.contains(fact)) {
                throw new ProfileException(file, line, "\"facts\" has no \"" + fact + "\"", null);
            }
        }
    }

    private static void checkPair(String file, Register earlier, Register register) throws ProfileException {
        if (!earlier.when().overlaps(register.when())) {
            return;
        }
        boolean sameRegisters = earlier.address() == register.address() && earlier.end() == register.end();
        if (earlier.overlaps(register) && !sameRegisters) {
            throw new ProfileException(file, register.line(), "overlaps with line " + earlier.line(), null);
        }
        // several words of flags may speak of one thing, and it may be seen in several places
        boolean joined = earlier.codec() instanceof Codec.Flags && register.codec() instanceof Codec.Flags
                || earlier.target() instanceof OnceSeen && register.target() instanceof OnceSeen;
        boolean sameDevice = earlier.devices().stream().anyMatch(register.devices()::contains);
        boolean sameTarget = earlier.target().equals(register.target())
                || !fact(register).isEmpty() && fact(earlier).equals(fact(register));
        if (sameTarget && sameDevice && !joined) {
            throw new ProfileException(file, register.line(), feedsTheSame(earlier.line()), null);
        }
    }
}
