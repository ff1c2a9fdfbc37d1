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
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Sends what changes a device, once, and looks whether the device has taken it, even if its answer was lost. */
@NonNullByDefault
public final class ReadBack {

    /** What is sent. */
    @FunctionalInterface
    public interface Sending {

        /**
         * Sends it.
         *
         * @return why it ended before all was sent, or what was wrong with the answer; nothing if all was well
         * @throws TransportException.Refused if nothing was changed
         */
        Optional<Failure> send() throws TransportException.Refused, InterruptedException;
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
     * @param session with the device for which it is
     * @param question what the device says now
     */
    public static Outcome after(Session session, Sending sending, Session.Question<Told> question)
            throws InterruptedException {
        Optional<Failure> failure;
        try {
            failure = sending.send();
        } catch (TransportException.Refused refusal) {
            return new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail());
        }
        try {
            Told told = session.ask(question);
            return told.taken
                    ? new Outcome.Verified(told.readings)
                    : new Outcome.Unverified(failure.orElseGet(() -> new Failure(Failure.Kind.NOT_TAKEN)),
                            told.readings);
        } catch (TransportException e) {
            return new Outcome.Unverified(failure.orElseGet(() -> WireFailure.of(e)), List.of());
        }
    }
}
