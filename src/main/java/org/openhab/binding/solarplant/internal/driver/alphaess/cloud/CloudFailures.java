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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Failure.Kind;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.Meaning;

/** What a refusal of the cloud means to a user. */
@NonNullByDefault
final class CloudFailures {

    private CloudFailures() {}

    /** The answer without a payload as a failure. */
    static Failure of(Answer.Refused refusal, String serial) {
        return switch (refusal.meaning()) {
            case CREDENTIALS -> new Failure(Kind.CREDENTIALS);
            case ADDRESS_BLOCKED -> new Failure(Kind.ADDRESS_BLOCKED);
            case NOT_BOUND -> notBound(serial);
            case SYSTEM_OFFLINE -> new Failure(Kind.SYSTEM_OFFLINE);
            case RATE_LIMIT -> new Failure(Kind.RATE_LIMIT);
            case SUCCESS, NO_DATA, NO_PERMISSION, CLOCK, REJECTED, UNCLEAR, ERROR ->
                new Failure(Kind.CLOUD_ERROR, Integer.toString(refusal.code()));
        };
    }

    /** The system is none of the account's. */
    static Failure notBound(String serial) {
        return new Failure(Kind.NOT_BOUND, Serials.shortened(serial));
    }

    /** The clock is wrong by so much; positive if it is ahead. */
    static Failure clock(Duration ahead) {
        return new Failure(ahead.isNegative() ? Kind.CLOCK_BEHIND : Kind.CLOCK_AHEAD,
                Long.toString(ahead.abs().toSeconds()));
    }

    /** The answer without a payload as a refusal: what was wanted was not done. */
    static Refusal refusal(Answer.Refused refusal) {
        return refusal.meaning() == Meaning.RATE_LIMIT
                ? new Refusal(Refusal.Kind.TOO_OFTEN)
                : new Refusal(Refusal.Kind.DEVICE, Integer.toString(refusal.code()));
    }

    /** Why an order comes to nothing if the system cannot even be asked how it is set. */
    static Refusal refusal(Failure failure) {
        return failure.kind() == Kind.CLOUD_ERROR
                ? new Refusal(Refusal.Kind.DEVICE, failure.arguments())
                : new Refusal(Refusal.Kind.NOT_CONNECTED);
    }

    /** The system does not have this endpoint; known by its code (alphaess.md §1.10). */
    static Failure denied() {
        return new Failure(Kind.CLOUD_ERROR, "6017");
    }

    /** The cloud took something over, it said, but tells something else when asked. */
    static Failure otherwise() {
        return new Failure(Kind.NOT_TAKEN);
    }

    /** Whether it is about one endpoint only, and others may well answer. */
    static boolean isOfOneEndpoint(Failure failure) {
        return failure.kind() == Kind.CLOUD_ERROR || failure.kind() == Kind.NO_DATA;
    }
}
