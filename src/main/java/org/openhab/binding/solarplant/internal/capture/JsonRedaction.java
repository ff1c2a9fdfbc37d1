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

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Takes out of what a cloud says what identifies a home. Names of fields stay. Of the texts only those stay of which it
 * is known what they are; numbers stay, but for long ones and those in fields that may say where somebody lives.
 */
@NonNullByDefault
final class JsonRedaction {

    /** Models and states (alphaess.md §1.5, §1.8). */
    private static final Set<String> TELLING = Set.of("minv", "mbat", "emsStatus", "evchargerModel");
    private static final Pattern MODEL = Pattern.compile("[0-9A-Za-z ._/+-]{1,40}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{6,40}");
    /** Numbers and times, which the cloud often sends as texts. */
    private static final Pattern MEASURED = Pattern.compile("-?\\d{1,7}|-?\\d{1,9}\\.\\d{1,9}"
            + "|\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2})?)?|\\d{1,2}:\\d{2}(:\\d{2})?|");
    /** What is longer is no amount: a serial number, a telephone number. */
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,8}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}\\.\\d{1,9}|-?\\d(\\.\\d{1,9})?[eE]-?\\d{1,2}");
    private static final Pattern PERSONAL = Pattern
            .compile("(?i)(lat|lng|lon|.*(latitude|longitude|phone|mobile|zip|postcode|address|ip|mac|key|token))");

    private final Redaction redaction;

    JsonRedaction(Redaction redaction) {
        this.redaction = redaction;
    }

    JsonObject object(JsonObject object) {
        JsonObject redacted = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            redacted.add(redaction.name(entry.getKey()), element(entry.getKey(), entry.getValue()));
        }
        return redacted;
    }

    /**
     * @param field in which field it stands; empty if in none
     */
    JsonElement element(String field, JsonElement element) {
        return switch (element) {
            case JsonObject object -> object(object);
            case JsonArray array -> {
                JsonArray redacted = new JsonArray(array.size());
                array.forEach(one -> redacted.add(element(field, one)));
                yield redacted;
            }
            case JsonPrimitive text when text.isString() -> new JsonPrimitive(text(field, text.getAsString()));
            case JsonPrimitive number when number.isNumber() -> isHarmless(field, number.getAsString())
                    ? number
                    : new JsonPrimitive(0);
            default -> element;
        };
    }

    private static boolean isHarmless(String field, String number) {
        return !PERSONAL.matcher(field).matches()
                && (WHOLE.matcher(number).matches() || NUMBER.matcher(number).matches());
    }

    private String text(String field, String text) {
        if (TELLING.contains(field) && MODEL.matcher(text).matches()) {
            return text;
        }
        if (MEASURED.matcher(text).matches() && !PERSONAL.matcher(field).matches()) {
            return text;
        }
        // what is no serial number from end to end, and none of the above, is nobody's business
        return SERIAL.matcher(text).matches() ? redaction.text(text) : "…";
    }
}
