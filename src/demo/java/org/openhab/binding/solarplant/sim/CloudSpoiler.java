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

import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Payloads of the cloud as they should not be. */
@NonNullByDefault
final class CloudSpoiler {
    private static final JsonPrimitive ZERO = new JsonPrimitive(0);

    private CloudSpoiler() {}

    /** The payload after a fault that concerns it; any other fault leaves it as it is. */
    static JsonElement spoilt(JsonElement data, CloudFault fault) {
        return switch (fault) {
            case CloudFault.NoData none -> JsonNull.INSTANCE;
            case CloudFault.Nulls nulls -> data instanceof JsonArray list
                    ? each(list, CloudSpoiler::nullsOfAny)
                    : nullsOfAny(data);
            case CloudFault.Zeros zeros -> numbers(data, number -> ZERO);
            case CloudFault.NumbersAsText text -> numbers(data, number -> new JsonPrimitive(number.getAsString()));
            case CloudFault.Disorder disorder -> data instanceof JsonArray list ? disordered(list) : data;
            default -> data;
        };
    }

    /** The same fields, all of them null. */
    static JsonObject nulls(JsonObject object) {
        JsonObject nulls = new JsonObject();
        object.keySet().forEach(name -> nulls.add(name, JsonNull.INSTANCE));
        return nulls;
    }

    /** The same with 0 for every number. */
    static JsonObject zeros(JsonObject object) {
        return object(object, element -> numbers(element, number -> ZERO));
    }

    private static JsonElement nullsOfAny(JsonElement element) {
        return element instanceof JsonObject object ? nulls(object) : JsonNull.INSTANCE;
    }

    private static JsonElement numbers(JsonElement element, UnaryOperator<JsonPrimitive> change) {
        return switch (element) {
            case JsonObject object -> object(object, inner -> numbers(inner, change));
            case JsonArray list -> each(list, inner -> numbers(inner, change));
            case JsonPrimitive primitive when primitive.isNumber() -> change.apply(primitive);
            default -> element;
        };
    }

    /** Every second element first, and before each of them the same with zeros: the last one of two is right. */
    private static JsonArray disordered(JsonArray list) {
        JsonArray disordered = new JsonArray();
        for (int start = 1; start >= 0; start--) {
            for (int i = start; i < list.size(); i += 2) {
                disordered.add(numbers(list.get(i), number -> ZERO));
                disordered.add(list.get(i));
            }
        }
        return disordered;
    }

    private static JsonArray each(JsonArray list, UnaryOperator<JsonElement> change) {
        JsonArray changed = new JsonArray();
        list.forEach(element -> changed.add(change.apply(element)));
        return changed;
    }

    private static JsonObject object(JsonObject object, UnaryOperator<JsonElement> change) {
        JsonObject changed = new JsonObject();
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
            changed.add(field.getKey(), change.apply(field.getValue()));
        }
        return changed;
    }
}
