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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;
import org.openhab.binding.solarplant.internal.transport.alphaess.Meaning;

/**
 * One endpoint of one system: what it said last, and when it is worth asking again. Each attempt sets that time, the
 * failed ones as well: an outage must not make anyone ask more often.
 */
@NonNullByDefault
final class Question {

    /** What failed is asked again after so long, unless it is good for less. */
    private static final Duration RETRY = Duration.ofSeconds(60);
    /** A right that is missing today may be there tomorrow (alphaess.md §1.10). */
    static final Duration DENIED = Duration.ofDays(1);
    /** Systems are not bound by the minute. */
    private static final Duration NOT_BOUND = Duration.ofHours(1);
    /**
     * Polls do not come to the second. What was asked late in one must not miss the next for that, so it is due a tenth
     * of its time early, but for no more than this.
     */
    private static final Duration EARLY = Duration.ofSeconds(5);
    private static final int TENTH = 10;
    private static final int MISSED = 3;

    private final Section section;
    private final String serial;
    private boolean asked;
    private long due;
    private Map<String, String> about = Map.of();
    private Optional<Sheet> sheet = Optional.empty();
    private long toldAt;
    private boolean failed;

    /** What came of asking. */
    sealed interface Result {

        /**
         * There are values.
         *
         * @param data all that was told
         * @param rejected how many values were not believed
         */
        record Accepted(Json data, int rejected) implements Result {}

        /** The system does not have this endpoint. */
        record Denied() implements Result {}

        /** There are none. */
        record Failed(Failure why) implements Result {}
    }

    Question(Section section, String serial) {
        this.section = section;
        this.serial = serial;
    }

    /**
     * Whether it is time to ask.
     *
     * @param nanos elapsed time
     * @param now the time where the plant stands
     */
    boolean isDue(long nanos, ZonedDateTime now) {
        return !asked || nanos - due >= 0 || !about.equals(section.parameters(now));
    }

    /** It is asked at the next opportunity, whatever it said last. */
    void askAnew() {
        asked = false;
    }

    /** Whether it was silent the last time: then others go first, so that it does not hold them up again. */
    boolean hasFailed() {
        return failed;
    }

    /** What it said last, however long ago. */
    Optional<Sheet> told() {
        return sheet;
    }

    /**
     * What it said, as long as that is good: for want of a newer answer a little longer than it is not asked again, but not
     * beyond what it was asked about, such as a day.
     *
     * @param nanos elapsed time
     * @param now the time where the plant stands
     */
    Optional<Sheet> sheet(long nanos, ZonedDateTime now) {
        return sheet.filter(last -> nanos - toldAt <= section.timeToLive().multipliedBy(MISSED).toNanos()
                && about.equals(section.parameters(now)));
    }

    /** What it said is not wanted any more, and it is not asked for a while. */
    void rest(long nanos, Duration time) {
        sheet = Optional.empty();
        wait(nanos, time);
    }

    Result ask(CloudApi account, long nanos, ZonedDateTime now) throws InterruptedException {
        about = section.parameters(now);
        sheet = Optional.empty();
        wait(nanos, section.timeToLive().compareTo(RETRY) < 0 ? section.timeToLive() : RETRY);
        try {
            Map<String, String> parameters = new HashMap<>(about);
            parameters.put("sysSn", serial);
            Result result = take(account.get(section.endpoint(), parameters), nanos, now);
            failed = false;
            return result;
        } catch (TransportException e) {
            failed = true;
            return new Result.Failed(Failures.of(e).failure());
        }
    }

    private Result take(Answer answer, long nanos, ZonedDateTime now) {
        return switch (answer) {
            case Answer.Payload payload -> {
                Json data = Json.of(payload.data());
                sheet = section.read(data, now);
                if (sheet.isEmpty()) {
                    yield nothing();
                }
                toldAt = nanos;
                wait(nanos, section.timeToLive());
                yield new Result.Accepted(data, sheet.get().rejected());
            }
            case Answer.NoData noData -> nothing();
            case Answer.ClockOff clock -> new Result.Failed(CloudFailures.clock(clock.ahead()));
            case Answer.Refused refusal when refusal.meaning() == Meaning.NO_PERMISSION -> {
                wait(nanos, DENIED);
                yield new Result.Denied();
            }
            case Answer.Refused refusal -> {
                if (refusal.meaning() == Meaning.NOT_BOUND) {
                    wait(nanos, NOT_BOUND);
                }
                yield new Result.Failed(CloudFailures.of(refusal, serial));
            }
        };
    }

    private static Result nothing() {
        return new Result.Failed(new Failure(Failure.Kind.NO_DATA));
    }

    private void wait(long nanos, Duration time) {
        asked = true;
        due = nanos + time.toNanos() - Math.min(time.toNanos() / TENTH, EARLY.toNanos());
    }
}
