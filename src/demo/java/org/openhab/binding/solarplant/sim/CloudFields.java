/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** The parameters of a request, checked while they are read: whatever is wrong with one ends in code 6001. */
@NonNullByDefault
record CloudFields(JsonObject json) {

    /** A text that is not blank. */
    String text(String name) throws CloudRefusal {
        JsonPrimitive value = primitive(name).orElseThrow(CloudFields::wrong);
        if (value.getAsString().isBlank()) {
            throw wrong();
        }
        return value.getAsString();
    }

    /** A day, as {@code yyyy-MM-dd}. */
    LocalDate date(String name) throws CloudRefusal {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            throw wrong();
        }
    }

    /** A time of day, as {@code HH:mm}: with leading zeros, or it is none (alphaess.md §1.6). */
    String time(String name) throws CloudRefusal {
        String time = text(name);
        if (!time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw wrong();
        }
        return time;
    }

    /** A number between these two, or one of them. */
    BigDecimal number(String name, int least, int most) throws CloudRefusal {
        try {
            BigDecimal number = new BigDecimal(text(name));
            if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw wrong();
            }
            return number;
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    /** A whole number between these two, or one of them. */
    int integer(String name, int least, int most) throws CloudRefusal {
        try {
            return number(name, least, most).intValueExact();
        } catch (ArithmeticException e) {
            throw wrong();
        }
    }

    /** Whether there is a field of this name, and it is not null. */
    boolean has(String name) {
        JsonElement value = json.get(name);
        return value != null && !value.isJsonNull();
    }

    private Optional<JsonPrimitive> primitive(String name) {
        return json.get(name) instanceof JsonPrimitive value ? Optional.of(value) : Optional.empty();
    }

    static CloudRefusal wrong() {
        return new CloudRefusal(CloudCode.PARAMETER);
    }
}
