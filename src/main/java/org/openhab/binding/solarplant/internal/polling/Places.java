/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Hands out the places for polls under way, of which there are as many as polls may run at the same time. Targets that
 * do not answer, or take long, hold at most a part of them: one place is kept for each wire that answers soon, up to half
 * of all. So who answers soon finds a place as soon as it is due, whatever the others do. All times are nanoseconds of the
 * schedule.
 */
@NonNullByDefault
final class Places {

    /** A poll that takes longer than this, agreed pauses not counted, is a slow one. */
    static final Duration SOON = Duration.ofSeconds(2);

    private final Map<Poll, Place> taken = new HashMap<>();
    private int most;
    private int quickWires;

    /** One poll under way. */
    private static final class Place {
        private final boolean quick;
        private long since;

        Place(boolean quick, long since) {
            this.quick = quick;
            this.since = since;
        }

        boolean isLate(long now) {
            return now - since > SOON.toNanos();
        }
    }

    Places(int most) {
        this.most = most;
    }

    /** Polls may run so many at a time from now on; those under way go on. */
    void limit(int places) {
        most = places;
    }

    /** Looks anew which wires answer soon. */
    void look(Collection<Wire> wires) {
        quickWires = (int) wires.stream().filter(Wire::isQuick).count();
    }

    /** Whether a poll of this target may begin now. */
    boolean isFreeFor(Turns member, long now) {
        if (taken.size() >= most || member.isQuick()) {
            return taken.size() < most;
        }
        long held = doubtful(now);
        return held < most - Math.min(most / 2, quickWires)
                // where everybody answers, as at a start, nothing must be kept free for anybody
                || member.isUntried() && held < most / 2 + quickWires && !isAnyLate(now);
    }

    /** Whether of the targets that do not answer or take long none is being polled: then one of them may go first. */
    boolean isDoubtfulNext(long now) {
        return most > 1 && doubtful(now) == 0;
    }

    /** A poll of this target begins. */
    void take(Poll poll, Turns member, long now) {
        taken.put(poll, new Place(member.isQuick(), now));
    }

    /** The poll under way pauses for so long, as was agreed on with the device: that is no slowness of it. */
    void pause(Poll poll, long nanos) {
        Place place = taken.get(poll);
        if (place != null) {
            place.since += nanos;
        }
    }

    /** For how long the poll has been under way, without pauses. */
    Duration since(Poll poll, long now) {
        return Duration.ofNanos(now - Objects.requireNonNull(taken.get(poll)).since);
    }

    /** The poll is over. */
    void free(Poll poll) {
        taken.remove(poll);
    }

    private long doubtful(long now) {
        return taken.values().stream().filter(place -> !place.quick || place.isLate(now)).count();
    }

    private boolean isAnyLate(long now) {
        return taken.values().stream().anyMatch(place -> place.isLate(now));
    }
}
