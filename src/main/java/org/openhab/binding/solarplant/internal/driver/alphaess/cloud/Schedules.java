/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.Question.Result;

/**
 * Which of the two stores of schedules governs a system (alphaess.md §1.7). The newer one, once it has answered; the
 * older one after the newer one was denied; as long as neither has happened, nobody knows, and none is shown.
 */
@NonNullByDefault
final class Schedules {

    private final Question periodic;
    private final List<Question> twoSlot;
    private volatile Store store = Store.UNKNOWN;

    /** What may govern. */
    enum Store {
        /** Nobody knows. */
        UNKNOWN,
        /** The newer one. */
        PERIODIC,
        /** The older one. */
        TWO_SLOT
    }

    Schedules(Question periodic, Question charge, Question discharge) {
        this.periodic = periodic;
        this.twoSlot = List.of(charge, discharge);
    }

    /** Which one governs, as far as that is known. */
    Store store() {
        return store;
    }

    /** The question after the newer store. */
    Question periodic() {
        return periodic;
    }

    /** The question after the charging side of the older one. */
    Question charge() {
        return twoSlot.getFirst();
    }

    /** The question after the discharging side of the older one. */
    Question discharge() {
        return twoSlot.getLast();
    }

    /** What is to be asked, as far as it is due. The newer store is always asked, a denied one once a day. */
    List<Question> questions() {
        return store == Store.TWO_SLOT
                ? Stream.concat(Stream.of(periodic), twoSlot.stream()).toList()
                : List.of(periodic);
    }

    /** Learns from what came of asking. */
    void learn(Question asked, Result outcome) {
        if (asked != periodic) {
            return;
        }
        if (outcome instanceof Result.Accepted) {
            store = Store.PERIODIC;
        } else if (outcome instanceof Result.Denied && store == Store.UNKNOWN) {
            store = Store.TWO_SLOT;
        }
    }
}
