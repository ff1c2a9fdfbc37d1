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

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Why an order is not carried out, in terms that a user can act on.
 *
 * @param kind what stands against it
 * @param arguments what the sentence about it names, in the order of its text; never a secret or a full serial number
 */
@NonNullByDefault
public record Refusal(Kind kind, List<String> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public Refusal(Kind kind, String... arguments) {
        this(kind, List.of(arguments));
    }

    /** This device has no such setting, or it cannot be set. */
    public static Refusal notSupported(Metric metric) {
        return new Refusal(Kind.NOT_SUPPORTED, metric.id());
    }

    /** This device has nothing for such an order. */
    public static Refusal notSupported(Order order) {
        return new Refusal(Kind.NOT_SUPPORTED, order.name());
    }

    /** The setting may not be set to that, only to this. */
    public static Refusal outOfRange(Metric metric, Allowed allowed) {
        String unit = metric.quantity().unit();
        String values = switch (allowed) {
            case Allowed.Range(var min, var max, var step) ->
                "%s..%s %s".formatted(min.toPlainString(), max.toPlainString(), unit).strip()
                        + (step.compareTo(BigDecimal.ONE) == 0 ? "" : ", step " + step.toPlainString());
            case Allowed.Words(var words) -> String.join(", ", words);
            case Allowed.OnOff() -> "ON, OFF";
            case Allowed.TimeOfDay(int minutes) -> "00:00..23:59" + (minutes == 1 ? "" : ", step " + minutes + " min");
        };
        return new Refusal(Kind.OUT_OF_RANGE, metric.id(), values);
    }

    /** The kinds of refusal. */
    public enum Kind {
        /** The plant does not allow control. */
        NOT_ALLOWED,
        /** The device is not known yet, or does not answer. */
        NOT_CONNECTED,
        /** This device, or this build, has nothing for it. Names the setting or the action. */
        NOT_SUPPORTED,
        /** Out of range. Names the setting and what it may be. */
        OUT_OF_RANGE,
        /** A schedule needs slots of both directions, and one has none. Names what is missing. */
        ONE_SIDED,
        /** A schedule cannot be empty. */
        EMPTY_SCHEDULE,
        /** How it is set now was told incompletely, so that it cannot be changed without harm. */
        UNREADABLE,
        /** Settings come too often. */
        TOO_OFTEN,
        /** The times of two slots overlap. */
        OVERLAP,
        /** A slot is to end when it begins. */
        SAME_TIMES,
        /** Another program steers the battery. */
        STEERED,
        /** The state of charge is at its limit already. Names the limit in %. */
        AT_LIMIT,
        /** The device was set often enough today. Names how often it may be. */
        BUDGET,
        /** A newer value for the same setting came before it was sent. */
        REPLACED,
        /** Another device is in charge of this one, and is to be told instead. Names its kind. */
        MANAGED,
        /** A slave of a parallel system takes no power of its own. */
        SLAVE,
        /** The device is taking new firmware. */
        UPDATING,
        /** The device does not unlock. */
        LOCKED,
        /** The device or the cloud answers that it will not. Names the code. */
        DEVICE;

        /** The kind as it stands in text keys, for example {@code out-of-range}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
