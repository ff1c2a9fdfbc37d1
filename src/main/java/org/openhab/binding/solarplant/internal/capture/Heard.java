/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;

import com.google.gson.JsonObject;

/** One thing that happens on a wire. */
@NonNullByDefault
public sealed interface Heard {

    /** For the sake of what a wire is used. */
    enum Occasion {
        /** A poll for everything. */
        FULL,
        /** A poll for what changes by the second. */
        FAST,
        /** An order of a user. */
        ORDER;

        /** The occasion as it stands in a file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What follows is for the sake of this. */
    record Begin(Occasion occasion) implements Heard {}

    /**
     * The poll or order is over.
     *
     * @param outcome {@value #WELL} or the kind of the failure
     */
    record End(String outcome) implements Heard {
        /** The outcome of what went well. */
        public static final String WELL = "ok";
    }

    /**
     * Registers were asked for.
     *
     * @param connection over which connection of the wire, counted
     */
    record Read(Place place, Reply<Registers> reply, long connection) implements Heard {}

    /**
     * Registers were written.
     *
     * @param trouble why it is not certain that they were; nothing if it is
     */
    record Written(Place place, List<Integer> words, Optional<Trouble> trouble) implements Heard {}

    /**
     * An endpoint of a cloud was called.
     *
     * @param endpoint its name
     * @param parameters what it was asked or told
     */
    record Called(String endpoint, JsonObject parameters, Reply<Answer> reply) implements Heard {}
}
