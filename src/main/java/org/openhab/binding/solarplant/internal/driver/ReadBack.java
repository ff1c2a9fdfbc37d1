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

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Sends what changes a device, once, and looks whether the device has taken it. */
@NonNullByDefault
public final class ReadBack {

    /** What is sent. */
    @FunctionalInterface
    public interface Sending {

        /**
         * Sends it.
         *
         * @return why it ended before all was sent; nothing if all was
         * @throws TransportException.Refused if nothing was changed
         * @throws TransportException if nobody knows what was
         */
        Optional<Failure> send() throws TransportException, InterruptedException;
    }

    /** How the device is asked afterwards. */
    @FunctionalInterface
    public interface Question {

        /** What the device says now. */
        Told ask() throws TransportException, InterruptedException;
    }

    /**
     * What the device says afterwards.
     *
     * @param taken whether that is what was sent
     * @param readings what of it people can see
     */
    public record Told(boolean taken, List<Reading> readings) {}

    private ReadBack() {}

    /**
     * Sends and asks.
     *
     * @param connection the one on which it is certain who answers
     */
    public static Outcome after(Sending sending, Question question, RegisterTransport transport, long connection)
            throws InterruptedException {
        Optional<Failure> failure;
        try {
            failure = sending.send();
        } catch (TransportException.Refused refusal) {
            return new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail());
        } catch (TransportException e) {
            return new Outcome.Unverified(WireFailure.of(e), List.of());
        }
        try {
            Told told = question.ask();
            if (connection != transport.connection()) {
                return new Outcome.Unverified(new Failure(Failure.Kind.PROTOCOL), List.of());
            }
            return failure.isEmpty() && told.taken
                    ? new Outcome.Verified(told.readings)
                    : new Outcome.Unverified(failure.orElse(new Failure(Failure.Kind.NOT_TAKEN)), told.readings);
        } catch (TransportException e) {
            return new Outcome.Unverified(WireFailure.of(e), List.of());
        }
    }
}
