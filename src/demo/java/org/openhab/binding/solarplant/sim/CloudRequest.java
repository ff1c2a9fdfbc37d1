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

import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A request as the simulated cloud received it, without its headers: they are as good as a password.
 *
 * @param at when, by the clock that the simulator was given
 * @param endpoint the last part of its path, such as {@code getEssList}
 * @param fields what the query of a GET says, or the body of any other; empty if that is no JSON object
 */
@NonNullByDefault
public record CloudRequest(Instant at, String verb, String endpoint, JsonObject fields) {

    static CloudRequest of(CloudCall call, Instant at) {
        JsonObject query = new JsonObject();
        call.query().forEach(query::addProperty);
        JsonObject fields = "GET".equals(call.verb()) ? query : call.object().orElseGet(JsonObject::new);
        return new CloudRequest(at, call.verb(), call.path().substring(call.path().lastIndexOf('/') + 1), fields);
    }

    /** A field of the query or the body as text; empty without one. */
    public String field(String name) {
        JsonElement value = fields.get(name);
        if (value == null || value.isJsonNull()) {
            return "";
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    /** The system that it is about; empty if it is about none. */
    public String serial() {
        return field("sysSn");
    }
}
