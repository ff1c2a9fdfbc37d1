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

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * An object of an answer, read with the tolerance that the cloud needs: numbers may be texts, whatever is inside may be
 * null or missing, and a blank text is none (alphaess.md §1.3, §1.14).
 */
@NonNullByDefault
final class Json {

    /** Longer numbers are none: a few characters of exponent could otherwise make sums of any length. */
    private static final int MOST_DIGITS = 30;

    private final @Nullable JsonElement element;

    private Json(@Nullable JsonElement element) {
        this.element = element;
    }

    static Json of(@Nullable JsonElement element) {
        return new Json(element);
    }

    /** What stands under this path, such as {@code ppvDetail.ppv1}; something empty if nothing does. */
    Json at(String path) {
        Json found = this;
        for (String name : path.split("\\.")) {
            found = new Json(found.element instanceof JsonObject object ? object.get(name) : null);
        }
        return found;
    }

    /** The number that it is; nothing if it is none. */
    Optional<BigDecimal> number() {
        return text().flatMap(Json::parse);
    }

    /** The same for a whole number. */
    Optional<Integer> integer() {
        return number().filter(number -> number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0).map(BigDecimal::intValue);
    }

    /** The text that it is, without blanks around it; nothing if there is none. */
    Optional<String> text() {
        return element != null && element.isJsonPrimitive()
                ? Optional.of(element.getAsString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Its elements; none if it is no list. */
    List<Json> list() {
        return element instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false).map(Json::new).toList()
                : List.of();
    }

    /** Whether it is a list, be it an empty one. */
    boolean isList() {
        return element instanceof JsonArray;
    }

    /** Some endpoints wrap the one object that they have into a list (alphaess.md §1.4). */
    Json only() {
        return isList() ? list().stream().findFirst().orElse(new Json(null)) : this;
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
