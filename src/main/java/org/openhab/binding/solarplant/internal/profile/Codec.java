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
import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Value;

/** What a register's number says, and which number says something. */
@NonNullByDefault
sealed interface Codec {

    /** What this number says; null if it says nothing that can be. */
    @Nullable
    Value decode(long raw);

    /** The number that says this; nothing if none does, or if it is only ever read. */
    default OptionalLong encode(Value value) {
        return OptionalLong.empty();
    }

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
        public OptionalLong encode(Value value) {
            if (!(value instanceof Value.Amount(BigDecimal number)) || scale.number().signum() == 0
                    || number.remainder(scale.number()).signum() != 0) {
                return OptionalLong.empty();
            }
            BigInteger raw = number.divideToIntegralValue(scale.number()).toBigInteger();
            return raw.bitLength() < Long.SIZE ? OptionalLong.of(raw.longValue()) : OptionalLong.empty();
        }

        @Override
        public Codec in(Map<String, Integer> facts) {
            return scale.fact().isEmpty()
                    ? this
                    : scale.in(facts).<Codec>map(number -> new Scaled(Factor.of(number))).orElseGet(Untold::new);
        }

        @Override
        public Set<String> facts() {
            return scale.facts();
        }
    }

    /** A quantity as a floating point number: the shortest decimal that means these bits, times an exact factor. */
    record Floating(Factor scale) implements Codec {
        @Override
        public @Nullable Value decode(long raw) {
            float number = Float.intBitsToFloat((int) raw);
            return Float.isFinite(number)
                    ? new Value.Amount(new BigDecimal(Float.toString(number)).multiply(scale.number()))
                    : null;
        }

        @Override
        public Codec in(Map<String, Integer> facts) {
            return scale.fact().isEmpty()
                    ? this
                    : scale.in(facts).<Codec>map(number -> new Floating(Factor.of(number))).orElseGet(Untold::new);
        }

        @Override
        public Set<String> facts() {
            return scale.facts();
        }
    }

    /** A quantity of which the device has not told how it is scaled. */
    record Untold() implements Codec {
        @Override
        public @Nullable Value decode(long raw) {
            return null;
        }
    }

    /** Some bits of the number, which are a number of their own. */
    record Bits(int first, int last, Codec codec) implements Codec {
        @Override
        public @Nullable Value decode(long raw) {
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
            return word == null ? Value.Text.unknown(raw) : new Value.Text(word);
        }

        @Override
        public OptionalLong encode(Value value) {
            return words.entrySet().stream().filter(word -> new Value.Text(word.getValue()).equals(value))
                    .mapToLong(Map.Entry::getKey).findFirst();
        }
    }

    /** Something that is on or off; other numbers say nothing. Of several that say on, the last is the one to write. */
    record OnOff(Interval on, long off) implements Codec {

        /**
         * Reads {@code 1/0} or {@code 1..3/0}: what says on, then what says off.
         *
         * @throws IllegalArgumentException if the text is not of this form
         */
        static OnOff parse(String text) {
            String[] ends = text.strip().split("/", 2);
            OnOff codec = ends.length < 2 ? null : new OnOff(Interval.parse(ends[0]), Long.decode(ends[1]));
            if (codec == null || codec.on.contains(BigDecimal.valueOf(codec.off))) {
                throw new IllegalArgumentException("a switch is written on/off in two numbers, not " + text);
            }
            return codec;
        }

        @Override
        public @Nullable Value decode(long raw) {
            boolean isOn = on.contains(BigDecimal.valueOf(raw));
            return isOn || raw == off ? new Value.Switch(isOn) : null;
        }

        @Override
        public OptionalLong encode(Value value) {
            return value instanceof Value.Switch(boolean isOn)
                    ? OptionalLong.of(isOn ? on.max().longValueExact() : off)
                    : OptionalLong.empty();
        }
    }

    /** A time on the wall, {@code HH:mm}; numbers that are no time say that none is set. */
    record Time(TimeCoding coding) implements Codec {
        @Override
        public Value decode(long raw) {
            long hour = coding.hour(raw);
            long minute = coding.minute(raw);
            return hour < 24 && minute < 60 ? new Value.Text("%02d:%02d".formatted(hour, minute)) : new Value.Unset();
        }

        @Override
        public OptionalLong encode(Value value) {
            if (!(value instanceof Value.Text(String text)) || !new Allowed.TimeOfDay(1).permits(value)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(coding.raw(Integer.parseInt(text.substring(0, 2)),
                    Integer.parseInt(text.substring(3))));
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
