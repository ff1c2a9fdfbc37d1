/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * Answers to other clients' requests, which a dongle sends to all (givenergy.md §1.7, §6.2). Each serves once: who reads
 * twice to see whether both agree must not get the same frame again. Lives with one connection, since another dongle may
 * be at the other end of the next (§6.4 #12).
 */
@NonNullByDefault
final class Overheard {

    /** More blocks than the clients of the largest known plant ask for; the oldest give way. */
    private static final int KEPT = 64;

    private final Ticker ticker;
    private final long freshNanos;
    private final Map<BlockKey, Heard> answers = new LinkedHashMap<>();

    Overheard(Ticker ticker, Duration freshness) {
        this.ticker = ticker;
        this.freshNanos = freshness.toNanos();
    }

    synchronized void add(Frame.ReadResponse response) {
        if (freshNanos == 0) {
            return;
        }
        answers.remove(response.block());
        answers.put(response.block(), new Heard(response, ticker.nanos()));
        Iterator<BlockKey> oldest = answers.keySet().iterator();
        if (answers.size() > KEPT) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets what a write by whichever client has made old. Echoes of register 0 are corrupt: any may be meant. */
    synchronized void written(int unit, int register) {
        answers.keySet().removeIf(block -> block.function() == ReadFunction.HOLDING && block.unit() == unit
                && (register == 0 || block.covers(register)));
    }

    /** The latest answer about this block, if it is fresh and did not serve yet. */
    synchronized Optional<Answer> take(BlockKey block) {
        @Nullable
        Heard heard = answers.remove(block);
        return heard == null || ticker.nanos() - heard.at() > freshNanos
                ? Optional.empty()
                : Optional.of(Answer.of(heard.response(), true));
    }

    synchronized int size() {
        return answers.size();
    }

    private record Heard(Frame.ReadResponse response, long at) {}
}
