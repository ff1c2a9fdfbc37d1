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

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * A capture that is being played: the poll at which it stands, what of it was not asked for yet, and the time of then.
 * Used by one thread.
 */
@NonNullByDefault
public final class Tape implements InstantSource, Ticker {

    private final Capture capture;
    private List<CaptureLine> left = new ArrayList<>();
    private long at;

    public Tape(Capture capture) {
        this.capture = capture;
    }

    /** What is played. */
    public Capture capture() {
        return capture;
    }

    /** Goes on to this poll, which is none before the last one. */
    public void play(Capture.Scene scene) {
        left = new ArrayList<>(scene.lines());
        left.stream().findFirst().ifPresent(first -> at = first.at());
    }

    /** Everything of this kind that was ever heard, first things first. */
    <T extends Heard> List<T> all(Class<T> type) {
        return capture.scenes().stream().flatMap(scene -> scene.lines().stream()).map(CaptureLine::heard)
                .filter(type::isInstance).map(type::cast).toList();
    }

    /** The next thing of this kind in the poll at which it stands; it will not be found again. */
    <T extends Heard> Optional<T> next(Class<T> type, Predicate<T> wanted) {
        for (Iterator<CaptureLine> lines = left.iterator(); lines.hasNext();) {
            CaptureLine line = lines.next();
            if (type.isInstance(line.heard()) && wanted.test(type.cast(line.heard()))) {
                lines.remove();
                at = Math.max(at, line.at());
                return Optional.of(type.cast(line.heard()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Instant instant() {
        return capture.header().began().plusMillis(at);
    }

    @Override
    public long nanos() {
        return Duration.ofMillis(at).toNanos();
    }

    @Override
    public void pause(long nanos) {
        // all that was waited for is on the tape
    }
}
