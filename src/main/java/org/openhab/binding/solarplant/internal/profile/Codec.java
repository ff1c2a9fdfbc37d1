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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Value;

/** What a register's number says. */
@NonNullByDefault
sealed interface Codec {

    Value decode(long raw);

    /** The same for a model of which these facts are known. */
    default Codec in(Map<String, Integer> facts) {
        return this;
    }

    /** The facts of the model that it depends on. */
    default Set<String> facts() {
        return Set.of();
    }

    /** A quantity: the number times an exact factor, which also turns the sign where the vendor counts the other way. */
    record Scaled(Factor scale) implements Codec {
        @Override
        public Value decode(long raw) {
            return new Value.Amount(BigDecimal.valueOf(raw).multiply(scale.number()));
        }

        @Override
        public Codec in(Map<String, Integer> facts) {
            return scale.fact().isEmpty() ? this : new Scaled(new Factor(scale.in(facts), ""));
        }

        @Override
        public Set<String> facts() {
            return scale.fact().isEmpty() ? Set.of() : Set.of(scale.fact());
        }
    }

    /** Some bits of the number, which are a number of their own. */
    record Bits(int first, int last, Codec codec) implements Codec {
        @Override
        public Value decode(long raw) {
            return codec.decode(raw >> first & (1L << last - first + 1) - 1);
        }

        @Override
        public Codec in(Map<String, Integer> facts) {
            Codec resolved = codec.in(facts);
            return resolved.equals(codec) ? this : new Bits(first, last, resolved);
        }

        @Override
        public Set<String> facts() {
            return codec.facts();
        }
    }

    /** A question with yes for an answer in a range of numbers: 1 for yes, 0 for no. */
    record YesNo(Interval yes) implements Codec {
        @Override
        public Value decode(long raw) {
            return Value.Amount.of(yes.contains(BigDecimal.valueOf(raw)) ? 1 : 0);
        }
    }

    /** One of a list of words. New firmware brings new numbers: those are shown, never an error. */
    record Word(Map<Integer, String> words) implements Codec {
        @Override
        public Value decode(long raw) {
            String word = words.get((int) raw);
            return new Value.Text(word == null ? "unknown (" + raw + ")" : word);
        }
    }

    /** A set of flags, bit 0 first; an empty text if none is set. */
    record Flags(Map<Integer, String> words) implements Codec {
        @Override
        public Value decode(long raw) {
            return new Value.Text(IntStream.range(0, Integer.SIZE).filter(bit -> (raw >> bit & 1) == 1)
                    .mapToObj(bit -> words.getOrDefault(bit, "bit " + bit)).collect(Collectors.joining(", ")));
        }
    }
}
