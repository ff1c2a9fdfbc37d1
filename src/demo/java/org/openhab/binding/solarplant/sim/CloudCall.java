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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * An HTTP request as it came. The JDK's own server would not do here: it puts the computer's time into the header Date,
 * and a cloud whose clock is off is one of the things to be simulated.
 *
 * @param headers by their names in lower case
 */
@NonNullByDefault
record CloudCall(String verb, String path, Map<String, String> query, Map<String, String> headers, String body) {
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_BODY = 1 << 20;

    /**
     * Waits for the next request on a connection.
     *
     * @throws IOException at the end of the connection, or if this is no request whose body tells its length
     */
    static CloudCall read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        if (start.length != 3) {
            throw new IOException("no HTTP request");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("no HTTP header");
            }
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        try {
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            URI uri = URI.create(start[1]);
            String query = uri.getRawQuery();
            return new CloudCall(start[0], uri.getPath(), parameters(query == null ? "" : query), headers,
                    body(in, length));
        } catch (IllegalArgumentException e) {
            throw new IOException("no HTTP request", e);
        }
    }

    /** The value of a header; empty without one. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The JSON object in the body; nothing if there is anything else in it. */
    Optional<JsonObject> object() {
        try {
            return JsonParser.parseString(body) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the client wants no further answers on this connection. */
    boolean isLast() {
        return "close".equalsIgnoreCase(header("Connection"));
    }

    private static String body(InputStream in, int length) throws IOException {
        if (length < 0 || length > LONGEST_BODY) {
            throw new IOException("no body that anyone would send here");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
