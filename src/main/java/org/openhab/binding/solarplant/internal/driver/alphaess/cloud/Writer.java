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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;

/**
 * Sends what is to be changed, and reads it back. Nothing is sent twice: where it is unknown whether the cloud took
 * something over, what it says afterwards decides (alphaess.md §1.7).
 */
@NonNullByDefault
final class Writer {

    /** The cloud tells what was written only after 2 s (alphaess.md §1.6); chargers take longer to follow. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(3),
            Duration.ofSeconds(5));

    /** An endpoint that was written to too often is written to once more after so long, and then left alone for longer. */
    private static final Duration TOO_OFTEN_FOR = Duration.ofSeconds(10);
    private static final Duration TOO_OFTEN_AGAIN_FOR = Duration.ofMinutes(1);

    private final CloudApi account;
    private final String serial;
    private final Inquiry inquiry;
    private final Ticker ticker;
    /** When each endpoint was written to last, and from when on it bears the next write. */
    private final Map<String, Long> freeAt = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** What became of one write. */
    private sealed interface Fate {

        /** It is as it was written. */
        record Taken() implements Fate {}

        /** Nothing was changed. */
        record Rejected(Refusal refusal, Failure failure) implements Fate {}

        /** Nobody knows, or it is otherwise. */
        record Open(Failure why) implements Fate {}
    }

    Writer(CloudApi account, String serial, Inquiry inquiry, Ticker ticker) {
        this.account = account;
        this.serial = serial;
        this.inquiry = inquiry;
        this.ticker = ticker;
    }

    /**
     * Sends one after the other, up to the first that fails.
     *
     * @param report what is known of the system at the end
     */
    Outcome send(List<Write> writes, Supplier<List<Reading>> report) throws InterruptedException {
        boolean somethingWasDone = false;
        Optional<Failure> caveat = Optional.empty();
        for (Write write : writes) {
            caveat = caveat.or(write::caveat);
            switch (send(write)) {
                case Fate.Taken taken -> somethingWasDone = true;
                case Fate.Rejected(Refusal refusal, Failure failure) -> {
                    return somethingWasDone
                            ? new Outcome.Unverified(failure, report.get())
                            : new Outcome.Refused(refusal);
                }
                case Fate.Open(Failure why) -> {
                    return new Outcome.Unverified(why, report.get());
                }
            }
        }
        if (!somethingWasDone) {
            return new Outcome.Unchanged();
        }
        return caveat.<Outcome>map(why -> new Outcome.Unverified(why, report.get()))
                .orElseGet(() -> new Outcome.Verified(report.get()));
    }

    /** Sends nothing any more, and does not read back what was sent. */
    void close() {
        closed = true;
    }

    private Fate send(Write write) throws InterruptedException {
        keepApart(write);
        Fate fate = sendOnce(write);
        if (fate instanceof Fate.Rejected(Refusal why, Failure failure) && why.kind() == Refusal.Kind.TOO_OFTEN) {
            ticker.pause(TOO_OFTEN_FOR.toNanos());
            fate = sendOnce(write);
            if (fate instanceof Fate.Rejected) {
                freeAt.put(write.endpoint(), ticker.nanos() + TOO_OFTEN_AGAIN_FOR.toNanos());
            }
        }
        return fate;
    }

    private Fate sendOnce(Write write) throws InterruptedException {
        if (closed) {
            return new Fate.Rejected(new Refusal(Refusal.Kind.NOT_CONNECTED), new Failure(Failure.Kind.UNREACHABLE));
        }
        try {
            return switch (account.post(write.endpoint(), write.body())) {
                case Answer.Refused refusal when refusal.meaning().leavesOpen() ->
                    readBack(write, Optional.of(CloudFailures.of(refusal, serial)));
                case Answer.Refused refusal -> new Fate.Rejected(CloudFailures.refusal(refusal),
                        CloudFailures.of(refusal, serial));
                case Answer.ClockOff clock -> new Fate.Rejected(new Refusal(Refusal.Kind.NOT_CONNECTED),
                        CloudFailures.clock(clock.ahead()));
                case Answer.Payload payload -> readBack(write, Optional.empty());
                case Answer.NoData success -> readBack(write, Optional.empty());
            };
        } catch (TransportException e) {
            return readBack(write, Optional.of(Failures.of(e).failure()));
        } finally {
            freeAt.put(write.endpoint(), ticker.nanos() + write.spacing().toNanos());
        }
    }

    /** For how long yet this endpoint bears no write. By any thread. */
    Duration busy(String endpoint) {
        Long free = freeAt.get(endpoint);
        return free == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, free - ticker.nanos()));
    }

    private void keepApart(Write write) throws InterruptedException {
        Duration wait = busy(write.endpoint());
        if (wait.isPositive()) {
            ticker.pause(wait.toNanos());
        }
    }

    /**
     * Asks until the cloud says what was written, but only a few times.
     *
     * @param doubt why it is unknown whether it was taken over; nothing if the cloud said so
     */
    private Fate readBack(Write write, Optional<Failure> doubt) throws InterruptedException {
        Failure why = CloudFailures.otherwise();
        for (Duration pause : PAUSES) {
            ticker.pause(pause.toNanos());
            if (closed) {
                break;
            }
            switch (inquiry.ask(write.question())) {
                case Question.Result.Accepted(Json data, int rejected) -> {
                    if (write.readBack().confirms(data)) {
                        return new Fate.Taken();
                    }
                    why = CloudFailures.otherwise();
                }
                case Question.Result.Failed(Failure failure) -> why = failure;
                case Question.Result.Denied denied -> why = CloudFailures.denied();
            }
        }
        return new Fate.Open(doubt.orElse(why));
    }
}
