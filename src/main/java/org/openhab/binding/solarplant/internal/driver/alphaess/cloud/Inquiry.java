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

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;

/** Asks the questions of an interview, and lets it learn from what comes of each. Used by one thread at a time. */
@NonNullByDefault
final class Inquiry {

    private final Interview interview;
    private final CloudApi account;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Supplier<ZoneId> zone;

    /**
     * @param clock the time of day
     * @param ticker elapsed time
     * @param zone where the plant stands: its days begin there
     */
    Inquiry(Interview interview, CloudApi account, InstantSource clock, Ticker ticker, Supplier<ZoneId> zone) {
        this.interview = interview;
        this.account = account;
        this.clock = clock;
        this.ticker = ticker;
        this.zone = zone;
    }

    /**
     * What a poll of this cadence is to ask next; nothing if all that it wants to know is known.
     *
     * @param done what it has asked already
     */
    Optional<Question> next(Cadence cadence, Set<Question> done) {
        return interview.next(cadence, done, ticker.nanos(), now());
    }

    /** What is known for a poll of this cadence. */
    Sheet sheet(Cadence cadence) {
        return interview.sheet(cadence, ticker.nanos(), now());
    }

    /** Asks now, whether it is due or not. */
    Question.Result ask(Question question) throws InterruptedException {
        Question.Result result = question.ask(account, ticker.nanos(), now());
        interview.learn(question, result, ticker.nanos());
        return result;
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(zone.get());
    }
}
