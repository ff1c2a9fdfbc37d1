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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** What the failure of a wire means to a user. */
@NonNullByDefault
public final class WireFailure {

    private WireFailure() {}

    /** The failed request as something that a user can act on. */
    public static Failure of(TransportException failure) {
        Failure.Kind kind = switch (failure) {
            case TransportException.Unreachable unreachable -> Failure.Kind.UNREACHABLE;
            case TransportException.TimedOut timedOut -> Failure.Kind.TIMEOUT;
            case TransportException.Unavailable unavailable -> Failure.Kind.UNAVAILABLE;
            case TransportException.Garbled garbled -> Failure.Kind.PROTOCOL;
            case TransportException.Implausible implausible -> Failure.Kind.PROTOCOL;
            case TransportException.Refused refused -> Failure.Kind.REFUSED;
        };
        return new Failure(kind, failure.detail());
    }
}
