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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What became of an order. */
@NonNullByDefault
public sealed interface Outcome {

    /** What the device said afterwards; nothing if it was not asked. */
    default List<Reading> readings() {
        return List.of();
    }

    /**
     * It was sent, and the device says the same when asked.
     *
     * @param readings what it said
     */
    record Verified(List<Reading> readings) implements Outcome {}

    /** The device had it that way already; nothing was sent. */
    record Unchanged() implements Outcome {}

    /** Nothing was changed, and why. */
    record Refused(Refusal why) implements Outcome {

        /** @param arguments what the sentence about it names */
        public Refused(Refusal.Kind kind, String... arguments) {
            this(new Refusal(kind, arguments));
        }
    }

    /**
     * It was sent, but nobody knows what became of it: the device did not answer, or says something else.
     *
     * @param readings what the device said afterwards, if anything
     */
    record Unverified(Failure why, List<Reading> readings) implements Outcome {}
}
