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
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Why a request had no answer, without what only its home knows.
 *
 * @param code the Modbus exception code of a refusal, the HTTP status of an unavailable service; else 0
 */
@NonNullByDefault
public record Trouble(Kind kind, int code) {

    /** The ways in which requests fail. */
    public enum Kind {
        UNREACHABLE, TIMEOUT, UNAVAILABLE, GARBLED, REFUSED;

        /** The kind as it stands in a file. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Trouble of(TransportException failure) {
        return switch (failure) {
            case TransportException.Unreachable nobody -> new Trouble(Kind.UNREACHABLE, 0);
            case TransportException.TimedOut silence -> new Trouble(Kind.TIMEOUT, 0);
            case TransportException.Unavailable service -> new Trouble(Kind.UNAVAILABLE,
                    Integer.parseInt(service.detail()));
            case TransportException.Refused refusal -> new Trouble(Kind.REFUSED, refusal.code());
            case TransportException.Garbled nonsense -> new Trouble(Kind.GARBLED, 0);
            case TransportException.Implausible nonsense -> new Trouble(Kind.GARBLED, 0);
        };
    }

    /** The same failure once more. */
    TransportException again() {
        return switch (kind) {
            case UNREACHABLE -> new TransportException.Unreachable("capture", "as it was captured", null);
            case TIMEOUT -> new TransportException.TimedOut(Duration.ZERO);
            case UNAVAILABLE -> new TransportException.Unavailable(code);
            case REFUSED -> new TransportException.Refused(code);
            case GARBLED -> new TransportException.Garbled("as it was captured", null);
        };
    }
}
