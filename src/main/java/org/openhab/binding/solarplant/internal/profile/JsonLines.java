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

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * A JSON file that keeps the line of each of its members and of each element of its lists, so that a mistake can be
 * named by line.
 *
 * @param head what is no list
 * @param headLines the lines of the head's members
 * @param lists the lists by name
 */
@NonNullByDefault
record JsonLines(JsonObject head, Map<String, Integer> headLines, Map<String, List<Line>> lists) {

    // Gson tells the position of its reader by toString() only
    private static final Pattern POSITION = Pattern.compile("at line (\\d+) ");

    /** More than any device has; lines are compared with each other, which takes time. */
    private static final int MOST_LINES = 2000;

    /** An element of a list and the line on which it begins. */
    record Line(int number, JsonElement element) {

        /** Makes something of it; what the reader complains about, or does not ask for, is named with this line. */
        <T> T read(String file, Function<JsonFields, T> reader) throws ProfileException {
            try {
                JsonFields fields = new JsonFields(element);
                T result = reader.apply(fields);
                fields.rejectUnknown();
                return result;
            } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
                throw new ProfileException(file, number, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** The same for what is no list. */
    <T> T readHead(String file, Function<JsonFields, T> reader) throws ProfileException {
        JsonFields fields = new JsonFields(head);
        try {
            T result = reader.apply(fields);
            fields.rejectUnknown();
            return result;
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw new ProfileException(file, headLines.getOrDefault(fields.last(), 1), String.valueOf(e.getMessage()),
                    e);
        }
    }

    /**
     * @throws ProfileException if there is a list of another name
     */
    void allow(String file, Set<String> names) throws ProfileException {
        for (Map.Entry<String, List<Line>> list : lists.entrySet()) {
            if (!names.contains(list.getKey())) {
                int line = list.getValue().isEmpty() ? 1 : list.getValue().getFirst().number();
                throw new ProfileException(file, line, "the list \"" + list.getKey() + "\" is not known here", null);
            }
        }
    }

    List<Line> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    static JsonLines read(String file, Reader text) throws ProfileException, IOException {
        JsonObject head = new JsonObject();
        Map<String, Integer> headLines = new HashMap<>();
        Map<String, List<Line>> lists = new HashMap<>();
        JsonReader json = new JsonReader(text);
        json.setStrictness(Strictness.STRICT);
        try {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (head.has(name) || lists.containsKey(name)) {
                    throw new ProfileException(file, line(json), "\"" + name + "\" is there twice", null);
                }
                if (json.peek() == JsonToken.BEGIN_ARRAY) {
                    lists.put(name, elements(file, json));
                } else {
                    headLines.put(name, line(json));
                    head.add(name, JsonParser.parseReader(json));
                }
            }
            json.endObject();
            // it complains if there is more: with a bracket too many the rest would be ignored without a word
            json.peek();
        } catch (MalformedJsonException | EOFException | JsonParseException | IllegalStateException e) {
            throw new ProfileException(file, line(json), "no proper JSON up to here", e);
        }
        return new JsonLines(head, headLines, lists);
    }

    private static List<Line> elements(String file, JsonReader json) throws ProfileException, IOException {
        List<Line> elements = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (elements.size() == MOST_LINES) {
                throw new ProfileException(file, line(json), "no list has more than " + MOST_LINES + " lines", null);
            }
            elements.add(new Line(line(json), JsonParser.parseReader(json)));
        }
        json.endArray();
        return elements;
    }

    private static int line(JsonReader json) {
        Matcher matcher = POSITION.matcher(json.toString());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }
}
