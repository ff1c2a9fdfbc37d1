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

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Sum.Term;
import org.openhab.binding.solarplant.internal.profile.Target.OfFact;
import org.openhab.binding.solarplant.internal.profile.Target.OfMetric;
import org.openhab.binding.solarplant.internal.profile.Target.OnceSeen;

/** The way from registers to values: scale, bounds, sums. */
@NonNullByDefault
final class Decoder {

    /** The polled device itself, as the lines of a profile call it. */
    static final String SELF = "self";
    /** What is only needed in sums and belongs to nobody. */
    static final String ASIDE = "aside";
    private static final Interval FACTS = Interval.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final String NO_FLAGS = "none";

    private final RegisterMap map;
    private final Map<String, Map<Metric, Value>> values = new HashMap<>();
    private final Map<String, Integer> facts = new HashMap<>();
    private final Map<String, Integer> rejected = new HashMap<>();

    private Decoder(RegisterMap map) {
        this.map = map;
    }

    /** What the words say by themselves. */
    static Decoded decode(RegisterMap map, Words words) {
        return decode(map, words, new Comparisons());
    }

    /**
     * What the words say.
     *
     * @param comparisons what is known of the worth of comparisons with this device, which learns more by it
     */
    static Decoded decode(RegisterMap map, Words words, Comparisons comparisons) {
        Decoder decoder = new Decoder(map);
        decoder.values.put(SELF, HashMap.newHashMap(map.entries().size()));
        for (Entry entry : map.entries()) {
            Optional<int[]> raw = words.of(entry.register());
            if (raw.isPresent()) {
                decoder.take(entry, raw.get());
            }
        }
        if (words.rejected() > 0) {
            decoder.rejected.merge(SELF, words.rejected(), Integer::sum);
        }
        decoder.nameNoFlags();
        map.comparisons().forEach(comparison -> decoder.compare(comparison, comparisons));
        map.sums().forEach(decoder::add);
        decoder.conclude(map.conclusions());
        return new Decoded(decoder.values, decoder.facts, decoder.rejected);
    }

    private void take(Entry entry, int[] words) {
        Register register = entry.register();
        if (register.isAbsent(words, map.profile())) {
            return;
        }
        Value value = entry.value(words, map.profile());
        if (value == null) {
            reject(register);
            return;
        }
        switch (register.target()) {
            case OfFact(String fact) -> {
                if (value instanceof Value.Amount(BigDecimal number) && FACTS.contains(number)) {
                    facts.put(fact, number.intValue());
                }
            }
            case OnceSeen(String fact) -> {
                // what is not seen now may have been seen before
                if (value instanceof Value.Amount(BigDecimal number) && number.signum() > 0) {
                    facts.put(fact, 1);
                }
            }
            case OfMetric(Metric metric) -> {
                for (String device : register.devices()) {
                    put(device, metric, value);
                }
            }
        }
    }

    private void reject(Register register) {
        register.devices().forEach(device -> rejected.merge(device.equals(ASIDE) ? SELF : device, 1, Integer::sum));
    }

    /** Several words of flags may feed one metric: their texts are joined. */
    private void put(String device, Metric metric, Value value) {
        Map<Metric, Value> metrics = values.computeIfAbsent(device, name -> new HashMap<>());
        Value first = metrics.put(metric, value);
        if (first instanceof Value.Text(String a) && value instanceof Value.Text(String b)) {
            metrics.put(metric, new Value.Text(a.isEmpty() || b.isEmpty() ? a + b : a + ", " + b));
        }
    }

    private void nameNoFlags() {
        values.values().forEach(metrics -> metrics
                .replaceAll((metric, value) -> value instanceof Value.Text(String text) && text.isEmpty()
                        ? new Value.Text(NO_FLAGS)
                        : value));
    }

    /** Of what is dropped each device that has it loses it. */
    private void compare(Comparison comparison, Comparisons known) {
        Optional<BigDecimal> number = number(SELF, comparison.metric());
        Optional<BigDecimal> product = comparison.factors().stream().map(factor -> number(SELF, factor))
                .reduce(Optional.of(BigDecimal.ONE), (a, b) -> a.flatMap(one -> b.map(one::multiply)));
        if (number.isPresent() && product.isPresent()
                && !known.believe(comparison, number.get(), product.get())) {
            values.values().forEach(metrics -> metrics.remove(comparison.metric(), new Value.Amount(number.get())));
            rejected.merge(SELF, 1, Integer::sum);
        }
    }

    private void add(Sum sum) {
        value(sum).filter(number -> !(sum.bounds() instanceof Interval believed) || believed.contains(number))
                .map(number -> sum.least() instanceof BigDecimal least ? number.max(least) : number)
                .map(number -> sum.most() instanceof BigDecimal most ? number.min(most) : number)
                .ifPresent(number -> put(sum.device(), sum.metric(), new Value.Amount(number)));
    }

    private Optional<BigDecimal> value(Sum sum) {
        Optional<BigDecimal> sumOrTotal = total(sum).or(() -> addedUp(sum.terms()));
        Optional<BigDecimal> share = sum.percent() instanceof Term percent
                ? sumOrTotal.flatMap(all -> number(percent).map(part -> all.multiply(part).movePointLeft(2)))
                : sumOrTotal;
        return sum.times() instanceof Term times
                ? share.flatMap(all -> number(times).map(all::multiply))
                : share;
    }

    /** What the device says the sum is, unless that is less than one of its terms. */
    private Optional<BigDecimal> total(Sum sum) {
        return Optional.ofNullable(sum.total()).flatMap(this::number).filter(total -> sum.terms().stream()
                .flatMap(term -> number(term).stream()).noneMatch(number -> number.compareTo(total) > 0));
    }

    private Optional<BigDecimal> addedUp(List<Term> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            Optional<BigDecimal> number = number(term);
            if (number.isEmpty()) {
                return number;
            }
            sum = term.sign() < 0 ? sum.subtract(number.get()) : sum.add(number.get());
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private Optional<BigDecimal> number(Term term) {
        return number(term.device(), term.metric());
    }

    private Optional<BigDecimal> number(String device, Metric metric) {
        return values.getOrDefault(device, Map.of()).get(metric) instanceof Value.Amount(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
    }

    private void conclude(List<Conclusion> conclusions) {
        Map<String, Set<Metric>> concluded = new HashMap<>();
        for (Conclusion conclusion : conclusions) {
            if (conclusion.follows(values)
                    && concluded.computeIfAbsent(conclusion.device(), device -> new HashSet<>())
                            .add(conclusion.metric())) {
                values.computeIfAbsent(conclusion.device(), device -> new HashMap<>()).put(conclusion.metric(),
                        conclusion.says());
            }
        }
    }
}
