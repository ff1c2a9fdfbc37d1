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

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What one poll of one device said.
 *
 * @param device who it is about
 * @param source from whom it comes
 * @param at when the answers came
 * @param cadence how much was asked for
 * @param values what was found; a metric that was asked for and is not here has no believable value
 * @param rejected how many values were thrown away because they broke their bounds
 * @param derived the values that were made of others, with what they were made of: they are worth as much as those
 */
@NonNullByDefault
public record Reading(Device device, Source source, Instant at, Cadence cadence, Map<Metric, Value> values,
        int rejected, Map<Metric, List<Origin>> derived) {

    public Reading {
        Map<Metric, Value> complete = new HashMap<>(values);
        SignedPower.addParts(complete);
        values = Collections.unmodifiableMap(complete);
    }

    /** A reading of which every value was told as it is. */
    public Reading(Device device, Source source, Instant at, Cadence cadence, Map<Metric, Value> values,
            int rejected) {
        this(device, source, at, cadence, values, rejected, Map.of());
    }

    /** What a device said of itself. */
    public Reading(Device device, Instant at, Cadence cadence, Map<Metric, Value> values, int rejected) {
        this(device, Source.DIRECT, at, cadence, values, rejected);
    }

    /** The same reading with these values in place of its own. */
    public Reading with(Map<Metric, Value> others) {
        return new Reading(device, source, at, cadence, others, rejected, derived);
    }

    /** The same reading, of which so many more values were thrown away. */
    public Reading rejecting(int more) {
        return new Reading(device, source, at, cadence, values, rejected + more, derived);
    }

    /** The same reading with another description of its device. */
    public Reading of(Device described) {
        return new Reading(described, source, at, cadence, values, rejected, derived);
    }

    /** The same reading as told by somebody else. */
    public Reading from(Source teller) {
        return new Reading(device, teller, at, cadence, values, rejected, derived);
    }
}
