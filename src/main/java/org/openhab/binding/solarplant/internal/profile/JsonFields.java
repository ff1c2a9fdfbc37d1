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

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The fields of one JSON object, taken one by one; what nobody took at the end is a misspelling. */
@NonNullByDefault
final class JsonFields {

    private final JsonObject object;
    private final Set<String> taken = new HashSet<>();
    private String last = "";

    JsonFields(JsonElement element) {
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException("an object {…} is expected");
        }
        this.object = element.getAsJsonObject();
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        if (get(name) instanceof JsonElement element && element.isJsonPrimitive()) {
            return element.getAsString();
        }
        throw new IllegalArgumentException("\"" + name + "\" is missing or not a text");
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** One text, or each of a list of them. */
    List<String> texts(String name) {
        if (!(get(name) instanceof JsonElement element && element.isJsonArray())) {
            return List.of(text(name));
        }
        return element.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    /** A whole number, plain or as hexadecimal text such as {@code "0x0400"}. */
    int number(String name) {
        return parsed(name, Integer::decode);
    }

    <T> T parsed(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + name + "\" is not a number: " + text, e);
        }
    }

    /** The object under this name; empty where there is none. */
    JsonObject object(String name) {
        return get(name) instanceof JsonElement element ? element.getAsJsonObject() : new JsonObject();
    }

    /** The field that was looked at last. */
    String last() {
        return last;
    }

    /** Refuses names that nobody asked for; every object may have a {@code "note"} that tells people why. */
    void rejectUnknown() {
        text("note", "");
        for (String name : object.keySet()) {
            if (!taken.contains(name)) {
                last = name;
                throw new IllegalArgumentException("\"" + name + "\" is not known here");
            }
        }
    }

    private @Nullable JsonElement get(String name) {
        taken.add(name);
        last = name;
        return object.get(name);
    }
}
