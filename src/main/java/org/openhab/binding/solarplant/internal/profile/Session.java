/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;

/**
 * What is said to one device for one order. It begins on a connection on which it is certain who answers. Where that
 * breaks, or where an answer is lost or garbled, it goes on over a new one as soon as the same device has said who it is
 * there: many devices have done what they did not answer to. Nothing is sent twice.
 */
@NonNullByDefault
public final class Session {

    private static final int ATTEMPTS = 3;
    private static final long NONE = -1;

    private final RegisterTransport transport;
    private final IdentityCheck identity;
    private long certain;

    /** What is sent. */
    @FunctionalInterface
    public interface Sending {

        /** Sends it, once. */
        void send() throws TransportException, InterruptedException;
    }

    /**
     * What is asked.
     *
     * @param <T> what is made of the answer
     */
    @FunctionalInterface
    public interface Question<T> {

        /** Asks it. */
        T ask() throws TransportException, InterruptedException;
    }

    /**
     * @param identity finds out on a new connection whether the same device answers
     * @param certain the connection on which it is certain who answers
     */
    public Session(RegisterTransport transport, IdentityCheck identity, long certain) {
        this.transport = transport;
        this.identity = identity;
        this.certain = certain;
    }

    /** Whether the connection is still one on which it is certain who answers. */
    public boolean isCertain() {
        return certain == transport.connection();
    }

    /**
     * Sends something that changes the device.
     *
     * @return what was wrong with the answer: then only the device itself can tell whether it has taken it
     * @throws Refused if the device answered that it will not
     */
    public Optional<Failure> send(Sending sending) throws Refused, InterruptedException {
        try {
            sending.send();
            return isCertain() ? Optional.empty() : Optional.of(new Failure(Failure.Kind.PROTOCOL));
        } catch (Refused refusal) {
            throw refusal;
        } catch (TransportException lost) {
            certain = NONE;
            return Optional.of(WireFailure.of(lost));
        }
    }

    /**
     * Asks the device something that changes nothing; what is not answered is asked again over a new connection.
     *
     * @throws Refused if the device answered that it will not
     * @throws TransportException if it does not answer properly, or if another one does
     */
    public <T> T ask(Question<T> question) throws TransportException, InterruptedException {
        TransportException last = new TransportException.Garbled("the connection was renewed again and again", null);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                if (!isCertain() && !isSame()) {
                    throw new TransportException.Implausible("another device answers");
                }
                T answer = question.ask();
                if (isCertain()) {
                    return answer;
                }
            } catch (Refused | TransportException.Implausible known) {
                throw known;
            } catch (TransportException lost) {
                certain = NONE;
                last = lost;
            }
        }
        throw last;
    }

    private boolean isSame() throws TransportException, InterruptedException {
        boolean same = identity.passes();
        certain = same ? transport.connection() : NONE;
        return same;
    }
}
