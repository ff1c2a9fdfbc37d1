/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * The control of a battery that was taken for a while, and is to be given back before the driver ends. If that fails, the
 * device ends it by itself when the time is over.
 *
 * @param <T> what was told to the device
 */
@NonNullByDefault
public final class TakenControl<T> {

    private final RegisterTransport transport;
    private final InstantSource time;
    private volatile @Nullable Taken<T> taken;

    /** What must be given back until when, if the connection is still the same then. */
    private record Taken<T>(T command, Instant until, long connection) {}

    /** Tells the device. */
    @FunctionalInterface
    public interface Sending {

        /** What came of it. */
        Outcome send() throws InterruptedException;
    }

    /** Gives back what was taken. */
    @FunctionalInterface
    public interface Release<T> {

        /** Tells the device, and does not look whether it listened. */
        void send(T command) throws TransportException, InterruptedException;
    }

    /**
     * @param transport the wire to the device
     * @param time the time of readings
     */
    public TakenControl(RegisterTransport transport, InstantSource time) {
        this.transport = transport;
        this.time = time;
    }

    /** Takes it. */
    public Outcome take(T command, Duration duration, Sending sending) throws InterruptedException {
        // before it is sent: even if its answer is lost it may have been taken
        Taken<T> before = taken;
        Instant until = time.instant().plus(duration);
        taken = new Taken<>(command, until, transport.connection());
        Outcome outcome = sending.send();
        if (outcome instanceof Outcome.Refused) {
            taken = before;
        } else if (outcome instanceof Outcome.Verified) {
            // on whichever connection it was seen that it is so
            taken = new Taken<>(command, until, transport.connection());
        }
        return outcome;
    }

    /** What was told to the device last; nothing if nothing is taken. */
    public Optional<T> command() {
        return Optional.ofNullable(taken).map(Taken::command);
    }

    /** There is nothing to be given back any more. */
    public void end() {
        taken = null;
    }

    /** Gives back what is still taken; nobody hears what came of it. */
    public void giveBack(Release<T> release) {
        Taken<T> last = taken;
        if (last == null || time.instant().isAfter(last.until) || last.connection != transport.connection()) {
            return;
        }
        try {
            release.send(last.command);
        } catch (TransportException e) {
            // nobody is left who could be told; it ends by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
