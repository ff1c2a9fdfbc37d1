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
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A request that waits for its answer, over all its attempts: an answer to an earlier attempt that comes late is as good
 * as one to the latest (givenergy.md §1.8). The requesting thread waits, the reader thread of the connection tells.
 */
@NonNullByDefault
final class Pending {

    /** How an attempt stands. */
    enum State {
        SILENT, ANSWERED, REFUSED, BROKEN
    }

    private final Question question;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private State state = State.SILENT;
    private @Nullable Answer answer;

    Pending(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    @Nullable
    Answer answer() {
        lock.lock();
        try {
            return answer;
        } finally {
            lock.unlock();
        }
    }

    State state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Takes an answer if it is the first to this request. */
    boolean answered(Frame frame) {
        lock.lock();
        try {
            Optional<Answer> brought = question.answer(frame);
            if (answer != null || brought.isEmpty()) {
                return false;
            }
            answer = brought.get();
            become(State.ANSWERED);
            return true;
        } finally {
            lock.unlock();
        }
    }

    void refused(Frame.ErrorResponse refusal) {
        if (question.isRefused(refusal)) {
            tell(State.REFUSED);
        }
    }

    void broken() {
        tell(State.BROKEN);
    }

    /** Forgets how the attempt before ended and tells whether another makes sense: not if there is an answer by now. */
    boolean again() {
        return tell(State.SILENT);
    }

    /** Waits until there is news of the attempt. */
    State await(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (state == State.SILENT && left > 0) {
                left = news.awaitNanos(left);
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    private boolean tell(State other) {
        lock.lock();
        try {
            boolean open = answer == null;
            if (open) {
                become(other);
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    private void become(State other) {
        state = other;
        news.signalAll();
    }
}
