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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;

/** Counts the failures of a target in a row, and the turns that it skips because of them. */
@NonNullByDefault
final class Backoff {

    /** So many failures in a row, and most turns are skipped. */
    static final int FAILURES_UNTIL_BACKOFF = 3;
    /** Of the turns of a target that is backed off, every so manieth is taken. */
    static final int BACKED_OFF_TURNS = 5;

    /** Who was refused together with all on its wire is asked again after so long. */
    static final long STOPPED_FOR = Duration.ofHours(1).toNanos();

    private int failures;
    private int skippedTurns;
    private long lastTurn = -1;
    private boolean stopped;
    private long stoppedAt;

    /**
     * A turn of the target has come: whether it is taken. The turns that it skips are counted for it alone, so that no
     * rhythm of the others can make it miss each of its chances. A full and a fast poll that fall together are one turn.
     */
    boolean take(long now) {
        if (isTrusted()) {
            return true;
        }
        if (now == lastTurn || stopped && now - stoppedAt < STOPPED_FOR) {
            return false;
        }
        if (stopped) {
            // one attempt, until that fails again
            stoppedAt = now;
            lastTurn = now;
            return true;
        }
        lastTurn = now;
        skippedTurns = (skippedTurns + 1) % BACKED_OFF_TURNS;
        return skippedTurns == 0;
    }

    void succeeded() {
        failures = 0;
        skippedTurns = 0;
        stopped = false;
    }

    /** Whether it was refused together with all on its wire. */
    boolean isStopped() {
        return stopped;
    }

    /** Another one that was refused with it is answered again: it takes its turns from now on. */
    void release() {
        if (stopped) {
            succeeded();
        }
    }

    /** Who was refused for its credentials is asked again an hour later, unless it becomes a new target before. */
    void failed(Failure.Kind kind, long now) {
        failures++;
        stopped = kind.stopsWire();
        stoppedAt = now;
    }

    /** Whether it takes each of its turns. */
    boolean isTrusted() {
        return !stopped && failures < FAILURES_UNTIL_BACKOFF;
    }
}
