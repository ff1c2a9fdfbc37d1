/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What a setting of a certain device may be set to. */
@NonNullByDefault
public sealed interface Allowed {

    /** Whether this value may be sent. */
    boolean permits(Value value);

    /**
     * Numbers in the unit of the setting.
     *
     * @param min the lowest
     * @param max the highest
     * @param step the distance from one to the next, counted from zero
     */
    record Range(BigDecimal min, BigDecimal max, BigDecimal step) implements Allowed {
        @Override
        public boolean permits(Value value) {
            return value instanceof Value.Amount(BigDecimal number) && number.compareTo(min) >= 0
                    && number.compareTo(max) <= 0 && number.remainder(step).signum() == 0;
        }
    }

    /** One of these words. */
    record Words(List<String> words) implements Allowed {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public boolean permits(Value value) {
            return value instanceof Value.Text(String text) && words.contains(text);
        }
    }

    /** On or off. */
    record OnOff() implements Allowed {
        @Override
        public boolean permits(Value value) {
            return value instanceof Value.Switch;
        }
    }

    /**
     * A time on the wall, {@code HH:mm}.
     *
     * @param minutes the grid on which it lies; 1 for any minute
     */
    record TimeOfDay(int minutes) implements Allowed {
        private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

        @Override
        public boolean permits(Value value) {
            return value instanceof Value.Text(String text) && FORM.matcher(text).matches()
                    && Integer.parseInt(text.substring(3)) % minutes == 0;
        }
    }
}
