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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** A line of a capture, which may come from anybody: each look at it either finds what must be there, or fails. */
@NonNullByDefault
record Fields(JsonObject object) {

    private static final int LONGEST_NUMBER = 15;

    /**
     * The object that this line is.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Fields parse(String line) {
        try {
            if (JsonParser.parseString(line) instanceof JsonObject object) {
                return new Fields(object);
            }
        } catch (JsonParseException e) {
            // said below; the parser's own words would quote the line
        }
        throw new IllegalArgumentException("not an object in JSON");
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        if (object.get(name) instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a text");
    }

    int number(String name, int least, int most) {
        return (int) number(name, object.get(name), least, most);
    }

    long number(String name, long most) {
        return number(name, object.get(name), 0, most);
    }

    List<Integer> numbers(String name, int most) {
        if (!(object.get(name) instanceof JsonArray array)) {
            throw new IllegalArgumentException("\"" + name + "\" must be a list");
        }
        List<Integer> numbers = new ArrayList<>();
        array.forEach(element -> numbers.add((int) number(name, element, 0, most)));
        return numbers;
    }

    Map<String, String> texts(String name) {
        Fields inner = new Fields(inner(name));
        Map<String, String> texts = new HashMap<>();
        inner.object.keySet().forEach(key -> texts.put(key, inner.text(key)));
        return Map.copyOf(texts);
    }

    JsonObject inner(String name) {
        if (object.get(name) instanceof JsonObject inner) {
            return inner;
        }
        throw new IllegalArgumentException("\"" + name + "\" must be an object");
    }

    private static long number(String name, @Nullable JsonElement element, long least, long most) {
        // as text first: what is written as a few characters may be a number of any length
        if (element instanceof JsonPrimitive primitive && primitive.isNumber()
                && primitive.getAsString().matches("-?\\d{1," + LONGEST_NUMBER + "}")) {
            long number = Long.parseLong(primitive.getAsString());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a number from " + least + " to " + most);
    }
}
