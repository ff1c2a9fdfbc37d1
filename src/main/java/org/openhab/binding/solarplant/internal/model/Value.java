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
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What a metric was found to be. A missing value is no value at all: never zero, never NaN. */
@NonNullByDefault
public sealed interface Value {

    /** An exact number in its metric's unit. Two amounts are equal if their numbers are, whatever their scale. */
    record Amount(BigDecimal number) implements Value {
        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        /** The amount of a whole number. */
        public static Amount of(long number) {
            return new Amount(BigDecimal.valueOf(number));
        }
    }

    /** A word or sentence, such as a run mode. */
    record Text(String text) implements Value {

        private static final String UNKNOWN = "unknown (";

        /** What a device tells by a number for which nobody knows the word. */
        public static Text unknown(long code) {
            return new Text(UNKNOWN + code + ")");
        }

        /** Whether nobody knows the word. */
        boolean isUnknown() {
            return text.startsWith(UNKNOWN);
        }
    }

    /** A point in time. */
    record Moment(Instant at) implements Value {}

    /** On or off. */
    record Switch(boolean on) implements Value {}

    /**
     * Of a setting: the device has it, and says that nothing is set there, as of a slot that has no times. Of anything
     * else: it was told before and is not any more, so that nobody knows it from now on.
     */
    record Unset() implements Value {}
}
