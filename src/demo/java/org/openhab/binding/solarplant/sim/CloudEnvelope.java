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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * What every answer of the cloud is wrapped in (alphaess.md §1.3).
 *
 * @param detail the field {@code expMsg}; it is null without one
 */
@NonNullByDefault
record CloudEnvelope(int code, String message, Optional<String> detail, JsonElement data) {
    static final int SUCCESS = 200;

    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** The answer to a request that was fulfilled. */
    static CloudEnvelope success(JsonElement data) {
        return new CloudEnvelope(SUCCESS, "Success", Optional.empty(), data);
    }

    /** The answer to a request that was not. */
    static CloudEnvelope refusal(CloudRefusal refusal) {
        return new CloudEnvelope(refusal.code().number(), refusal.code().text(), refusal.detail(), JsonNull.INSTANCE);
    }

    CloudEnvelope withData(JsonElement other) {
        return new CloudEnvelope(code, message, detail, other);
    }

    /** As it goes over the wire: the fields in the order of a recorded answer, nulls among them. */
    String json() {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("code", code);
        envelope.addProperty("msg", message);
        envelope.addProperty("expMsg", detail.orElse(null));
        envelope.add("data", data);
        envelope.add("extra", JsonNull.INSTANCE);
        return GSON.toJson(envelope);
    }
}
