/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Why a poll failed, in terms that a user can act on.
 *
 * @param kind what went wrong
 * @param arguments what the sentence about it names, in the order of its text; never a secret or a full serial number
 */
@NonNullByDefault
public record Failure(Kind kind, List<String> arguments) {

    public Failure {
        arguments = List.copyOf(arguments);
    }

    public Failure(Kind kind, String... arguments) {
        this(kind, List.of(arguments));
    }

    /** The kinds of failure. */
    public enum Kind {
        /** No connection. */
        UNREACHABLE,
        /** A connection, but no answer in time. */
        TIMEOUT,
        /** An answer that is not understood. */
        PROTOCOL,
        /** The device answers that it will not. */
        REFUSED,
        /** What was set is not what the device says when asked. */
        NOT_TAKEN,
        /** It was set, but nobody can tell whether it is switched on. */
        SWITCH_UNKNOWN,
        /** The account's credentials are not accepted. */
        CREDENTIALS,
        /** The clock of this computer is ahead of the cloud's by more than that accepts. */
        CLOCK_AHEAD,
        /** The clock of this computer is behind. */
        CLOCK_BEHIND,
        /** The account does not let this home's address in. */
        ADDRESS_BLOCKED,
        /** The system does not belong to the account. */
        NOT_BOUND,
        /** The cloud has no connection to the system. */
        SYSTEM_OFFLINE,
        /** An answer without any value. */
        NO_DATA,
        /** The cloud refuses with a code. */
        CLOUD_ERROR,
        /** A service says of itself that it does not work. */
        UNAVAILABLE,
        /** Asked too often. */
        RATE_LIMIT,
        /** Another device answers than the configured one. */
        WRONG_DEVICE,
        /** A device of another kind answers than the thing stands for. */
        WRONG_KIND,
        /** The device answers with a type code that nobody has seen. */
        UNKNOWN_CODE,
        /** The device answers, but tells no serial number. */
        NO_SERIAL,
        /** The device's model is not known. */
        UNKNOWN_MODEL,
        /** The configuration names a model that does not exist. */
        UNKNOWN_PROFILE,
        /** The configuration names a register map of the user's that is not there. */
        NO_PROFILE,
        /** The device is none of the family that the register map is for. */
        WRONG_FAMILY,
        /** Neither the register map nor the configuration says by what to know the device. */
        NO_IDENTITY,
        /** A register map cannot be used. */
        BAD_PROFILE,
        /** The poll took longer than all its requests together may. */
        POLL_OVERRUN,
        /** A defect in this binding. */
        INTERNAL;

        /** The kind as it stands in text keys, for example {@code wrong-device}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether all who use the same wire fail alike, and asking goes on only after the configuration has changed. */
        public boolean stopsWire() {
            return this == CREDENTIALS;
        }

        /** Whether it is true at once: what says so knows, and asking again would not tell otherwise. */
        public boolean isCertain() {
            return needsUser() || this == SYSTEM_OFFLINE;
        }

        /** Whether only the user can mend it: trying again changes nothing. */
        public boolean needsUser() {
            return switch (this) {
                case CREDENTIALS, ADDRESS_BLOCKED, NOT_BOUND, WRONG_DEVICE, WRONG_KIND, UNKNOWN_CODE, UNKNOWN_MODEL,
                        UNKNOWN_PROFILE, NO_PROFILE, WRONG_FAMILY, NO_IDENTITY, BAD_PROFILE ->
                    true;
                default -> false;
            };
        }
    }
}
