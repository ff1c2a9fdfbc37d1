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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What a profile says before its lists: the family's name and habits, and the tables that its lines refer to. */
@NonNullByDefault
record ProfileHead(String id, String label, int blockSize, int gap, WordOrder wordOrder, RegisterSpace space,
        Map<String, Integer> places, Map<String, Integer> facts, Map<RegisterType, Interval> invalid,
        Map<RegisterType, Interval> absent, Map<String, List<Integer>> firmware,
        Map<String, Map<Integer, String>> texts, Map<String, Bounds> bounds) {

    /** What a Modbus request may ask for. */
    private static final int MOST_REGISTERS = 125;

    private static final int LAST_REGISTER = 0xFFFF;

    static ProfileHead read(JsonFields fields) {
        int blockSize = blockSize(fields);
        return new ProfileHead(fields.text("id"), fields.text("label"), blockSize, gap(fields, blockSize),
                constant(WordOrder.class, fields.text("wordOrder")),
                constant(RegisterSpace.class, fields.text("space")),
                table(fields.object("places"), name -> name,
                        place -> checked("places", Integer.decode(place.getAsString()))),
                table(fields.object("facts"), name -> name, fact -> Integer.decode(fact.getAsString())),
                rawNumbers(fields.object("invalid")), rawNumbers(fields.object("absent")),
                firmware(fields.object("firmware")),
                table(fields.object("texts"), name -> name, ProfileHead::table),
                table(fields.object("bounds"), name -> name, range -> Bounds.parse(range.getAsString())));
    }

    /** The table of words with this name. */
    Map<Integer, String> words(String name) {
        Map<Integer, String> words = texts.get(name);
        if (words == null) {
            throw new IllegalArgumentException("\"texts\" has no table \"" + name + "\"");
        }
        return words;
    }

    /** The bounds in this field, by name or in figures; null if there is no such field. */
    @Nullable
    Bounds bounds(JsonFields fields, String field) {
        if (!fields.has(field)) {
            return null;
        }
        String name = fields.text(field);
        Bounds named = bounds.get(name);
        return named == null ? Bounds.parse(name) : named;
    }

    /** Where the registers of this line lie: as for all of the family, unless the line says otherwise. */
    RegisterSpace space(JsonFields fields) {
        return fields.has("space") ? constant(RegisterSpace.class, fields.text("space")) : space;
    }

    /**
     * The register in this field: a number, or the name of one of the places, with how far behind it where that is said as
     * in {@code inverter+14}.
     */
    int address(JsonFields fields, String field) {
        return fields.parsed(field, text -> {
            int plus = text.indexOf('+');
            String name = plus < 0 ? text : text.substring(0, plus);
            Integer place = places.get(name);
            if (place == null && plus > 0) {
                throw new IllegalArgumentException("\"places\" has no \"" + name + "\"");
            }
            int address = place == null ? Integer.decode(text) : place;
            return checked(field,
                    place == null || plus < 0 ? address : address + Short.decode(text.substring(plus + 1)));
        });
    }

    private static int checked(String field, int address) {
        if (address < 0 || address > LAST_REGISTER) {
            throw new IllegalArgumentException("\"" + field + "\" is no register's address");
        }
        return address;
    }

    private static Map<RegisterType, Interval> rawNumbers(JsonObject types) {
        return table(types, name -> constant(RegisterType.class, name), range -> Interval.parse(range.getAsString()));
    }

    private static int blockSize(JsonFields fields) {
        int blockSize = fields.number("block");
        if (blockSize < 2 || blockSize > MOST_REGISTERS) {
            throw new IllegalArgumentException("\"block\" must be 2 to " + MOST_REGISTERS);
        }
        return blockSize;
    }

    private static int gap(JsonFields fields, int blockSize) {
        if (!fields.has("gap")) {
            return blockSize;
        }
        int gap = fields.number("gap");
        if (gap < 0 || gap > blockSize - 2) {
            throw new IllegalArgumentException("\"gap\" must be 0 to " + (blockSize - 2) + " here");
        }
        return gap;
    }

    /** The constant whose name is this text with hyphens and in small letters. */
    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no " + type.getSimpleName());
    }

    private static Map<Integer, String> table(JsonElement table) {
        return table(table.getAsJsonObject(), Integer::decode, JsonElement::getAsString);
    }

    private static Map<String, List<Integer>> firmware(JsonObject object) {
        Map<String, List<Integer>> firmware = table(object, name -> name, ProfileHead::addresses);
        IntSummaryStatistics span = firmware.values().stream().flatMap(List::stream).mapToInt(Integer::intValue)
                .summaryStatistics();
        if (span.getCount() > 0 && span.getMax() - span.getMin() >= MOST_REGISTERS) {
            throw new IllegalArgumentException("\"firmware\" is read with one request of " + MOST_REGISTERS);
        }
        return firmware;
    }

    private static List<Integer> addresses(JsonElement list) {
        List<Integer> addresses = new ArrayList<>();
        list.getAsJsonArray()
                .forEach(address -> addresses.add(checked("firmware", Integer.decode(address.getAsString()))));
        return addresses;
    }

    private static <K, V> Map<K, V> table(JsonObject object, Function<String, K> key, Function<JsonElement, V> value) {
        Map<K, V> table = new HashMap<>();
        object.entrySet().forEach(entry -> table.put(key.apply(entry.getKey()), value.apply(entry.getValue())));
        return Map.copyOf(table);
    }
}
