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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * A register as one device has it. Most registers tell the same from poll to poll, so the last value is kept and not made
 * anew; one thread at a time may ask.
 */
@NonNullByDefault
final class Entry {

    private final Register register;
    private final @Nullable Interval bounds;

    private long lastRaw;
    private @Nullable Value lastValue;

    /**
     * @param bounds what is believed of its value; null if everything is
     */
    Entry(Register register, @Nullable Interval bounds) {
        this.register = register;
        this.bounds = bounds;
    }

    Register register() {
        return register;
    }

    /** The value of these words; null if it is not to be believed. */
    @Nullable
    Value value(int[] words, Profile profile) {
        long raw = register.type().raw(words, profile.wordOrder());
        if (lastValue == null || raw != lastRaw) {
            lastValue = decode(raw, profile);
            lastRaw = raw;
        }
        return lastValue;
    }

    /** What these words say, whoever asks; nothing if it is not to be believed. */
    Optional<Value> meaning(int[] words, Profile profile) {
        return Optional.ofNullable(decode(register.type().raw(words, profile.wordOrder()), profile));
    }

    private @Nullable Value decode(long raw, Profile profile) {
        Interval none = profile.invalid().get(register.type());
        if (none != null && none.contains(BigDecimal.valueOf(raw))) {
            return null;
        }
        Value value = register.codec().decode(raw);
        Interval believed = bounds;
        boolean outside = believed != null && value instanceof Value.Amount(BigDecimal number)
                && !believed.contains(number);
        return outside ? null : value;
    }
}
