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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * Where and how a setting is written, which may be another place and another coding than it is read in (solax.md §3.0).
 *
 * @param address the first register
 * @param function how
 * @param type how the number lies there
 * @param codec which number says what
 * @param range what a number may be, in the unit of the setting; null for what is no number
 * @param bits the bits of the register that say it, while the others stay as they are read; null for all of them
 * @param step the distance from one number to the next, or of minutes in a time; null for the finest that can be said
 */
@NonNullByDefault
record Write(int address, WriteFunction function, RegisterType type, Codec codec, @Nullable Bounds range,
        @Nullable BigDecimal step, @Nullable Interval bits) {

    /** The same for a model of which these facts are known. */
    Write in(Map<String, Integer> facts) {
        return new Write(address, function, type, codec.in(facts), range, step, bits);
    }

    /** What may be written to a model of which these facts are known; nothing if its range is empty. */
    Optional<Allowed> allowed(Map<String, Integer> facts) {
        BigDecimal distance = step;
        return switch (codec.in(facts)) {
            case Codec.Scaled(Factor scale) when range instanceof Bounds bounds -> {
                Interval interval = bounds.in(facts);
                BigDecimal finest = scale.number().abs();
                yield finest.signum() == 0 || interval.min().compareTo(interval.max()) > 0
                        ? Optional.empty()
                        : Optional.of(new Allowed.Range(interval.min(), interval.max(),
                                distance == null ? finest : distance));
            }
            case Codec.Word(var words) ->
                Optional.of(new Allowed.Words(new TreeMap<>(words).values().stream().toList()));
            case Codec.OnOff onOff -> Optional.of(new Allowed.OnOff());
            case Codec.Time time -> Optional.of(new Allowed.TimeOfDay(distance == null ? 1 : distance.intValue()));
            default -> Optional.empty();
        };
    }

    /**
     * The words that say this; nothing if it cannot be said.
     *
     * @param before what the register holds, of which some bits may stay as they are
     */
    Optional<int[]> words(Value value, WordOrder order, long before) {
        OptionalLong said = codec.encode(value);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        long raw = said.getAsLong();
        Interval place = bits;
        if (place != null) {
            int first = place.min().intValue();
            long mask = (1L << place.max().intValue() - first + 1) - 1;
            if ((raw & mask) != raw) {
                return Optional.empty();
            }
            raw = before & ~(mask << first) | raw << first;
        }
        return type.holds(raw) ? Optional.of(type.words(raw, order)) : Optional.empty();
    }
}
