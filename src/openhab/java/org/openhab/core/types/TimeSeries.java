/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.types;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** States with the times they belong to, in the order of time. */
@NonNullByDefault
public class TimeSeries {

    private final SortedMap<Instant, Entry> states = new TreeMap<>();
    private final Policy policy;

    public TimeSeries(Policy policy) {
        this.policy = policy;
    }

    public Policy getPolicy() {
        return policy;
    }

    public Instant getBegin() {
        return states.isEmpty() ? Instant.MAX : states.firstKey();
    }

    public Instant getEnd() {
        return states.isEmpty() ? Instant.MIN : states.lastKey();
    }

    public int size() {
        return states.size();
    }

    /** Adds a state; a second one at the same time is dropped. */
    public void add(Instant timestamp, State state) {
        states.putIfAbsent(timestamp, new Entry(timestamp, state));
    }

    public Stream<Entry> getStates() {
        return List.copyOf(states.values()).stream();
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj instanceof TimeSeries other && policy == other.policy && states.equals(other.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(states, policy);
    }

    /** A state and its time. */
    public record Entry(Instant timestamp, State state) {}

    /** What becomes of the states that are stored already. */
    public enum Policy {
        ADD, REPLACE
    }
}
