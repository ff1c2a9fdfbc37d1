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

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.Question.Result;
import org.openhab.binding.solarplant.internal.model.Failure;

/**
 * Where the powers of a system come from: the live endpoint, or the five-minute history of models that have no live
 * data. Which it is shows by the answers, since there are more models than any list knows (alphaess.md §3.7); the two
 * are never mixed.
 */
@NonNullByDefault
final class PowerSource {

    /** After so many live answers without a value in a row the history is asked. */
    private static final int HOLLOW_ANSWERS = 3;
    /** A system without any live data is asked so rarely whether it has some by now. */
    private static final Duration NEVER_LIVE = Duration.ofHours(1);

    private final LivePower power;
    private final Question live;
    private final Question history;
    private int hollow;
    /** What live data said last. */
    private Optional<Sheet> lastLive = Optional.empty();

    /**
     * @param power what the live endpoint tells
     */
    PowerSource(LivePower power, Question live, Question history) {
        this.power = power;
        this.live = live;
        this.history = history;
    }

    /** What is to be asked, as far as it is due. */
    List<Question> questions() {
        return hollow >= HOLLOW_ANSWERS ? List.of(live, history) : List.of(live);
    }

    /** As long as the history stands in, what live data said and it does not say is known no more. */
    void withdraw(Sheet sheet, long nanos, ZonedDateTime now) {
        if (hollow >= HOLLOW_ANSWERS && history.sheet(nanos, now).isPresent()) {
            lastLive.ifPresent(sheet::withdraw);
        }
    }

    /** Learns from what came of asking. */
    void learn(Question asked, Result outcome, long nanos) {
        if (asked != live) {
            return;
        }
        switch (outcome) {
            case Result.Accepted accepted when live.told().filter(power::hasPowers).isEmpty() -> hollow++;
            case Result.Accepted accepted -> {
                lastLive = live.told();
                hollow = 0;
                history.rest(nanos, Duration.ZERO);
            }
            case Result.Failed(Failure why) when why.kind() != Failure.Kind.NO_DATA -> {
                // says nothing of whether there are live data
            }
            case Result.Failed failed -> {
                hollow++;
                // one that has had live data has them again as soon as an outage is over
                if (hollow >= HOLLOW_ANSWERS && lastLive.isEmpty()) {
                    live.rest(nanos, NEVER_LIVE);
                }
            }
            case Result.Denied denied -> {
                hollow = HOLLOW_ANSWERS;
                live.rest(nanos, Question.DENIED);
            }
        }
    }
}
