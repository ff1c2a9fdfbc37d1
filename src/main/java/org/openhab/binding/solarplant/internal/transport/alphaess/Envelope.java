/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.HttpReply;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unavailable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What the cloud wraps around each answer (alphaess.md §1.3). Its message is in any language and differs between
 * endpoints, so it is left where it is: the code tells all.
 */
@NonNullByDefault
final class Envelope {

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private Envelope() {}

    /**
     * The answer in this reply.
     *
     * @throws TransportException if it is none: a page of a proxy, an error of the server, anything that is not JSON
     */
    static Answer open(HttpReply reply) throws TransportException {
        if (reply.status() == Meaning.TOO_MANY_REQUESTS) {
            return new Answer.Refused(Meaning.RATE_LIMIT, reply.status());
        }
        if (reply.status() >= SERVER_ERROR) {
            throw new Unavailable(reply.status());
        }
        JsonElement body = parse(reply);
        if (!(body instanceof JsonObject envelope) || !(code(envelope) instanceof Integer code)) {
            if (reply.status() == Meaning.UNAUTHORIZED || reply.status() == Meaning.FORBIDDEN) {
                return new Answer.Refused(Meaning.of(reply.status()), reply.status());
            }
            throw reply.status() >= BAD_REQUEST ? new Unavailable(reply.status()) : new Garbled("no envelope", null);
        }
        JsonElement data = envelope.get("data");
        boolean hasData = data != null && !data.isJsonNull();
        return switch (Meaning.of(code)) {
            case SUCCESS -> hasData ? new Answer.Payload(data) : new Answer.NoData();
            case NO_DATA -> new Answer.NoData();
            case Meaning meaning -> new Answer.Refused(meaning, code);
        };
    }

    private static @Nullable JsonElement parse(HttpReply reply) throws Garbled {
        try {
            return JsonParser.parseString(reply.body());
        } catch (JsonParseException e) {
            return notJson(reply, e);
        }
    }

    /** A refusal by HTTP status alone may come with any page. */
    private static @Nullable JsonElement notJson(HttpReply reply, JsonParseException e) throws Garbled {
        if (reply.status() >= BAD_REQUEST) {
            return null;
        }
        // the parser's message may quote the body, which is nobody's business
        throw new Garbled("not JSON: " + e.getClass().getSimpleName(), null);
    }

    private static @Nullable Integer code(JsonObject envelope) {
        try {
            JsonElement code = envelope.get("code");
            return code == null || !code.isJsonPrimitive() ? null : Integer.valueOf(code.getAsString());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
