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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/**
 * An answer of the cloud as HTTP knows it.
 *
 * @param status the HTTP status; 200 for errors of the API, too
 * @param type the content type
 */
@NonNullByDefault
public record CloudAnswer(int status, String type, String body) {
    private static final String JSON = "application/json";
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx")
            .withZone(ZoneOffset.UTC);

    /** An envelope of the API, or any other JSON with status 200. */
    public static CloudAnswer json(String body) {
        return new CloudAnswer(200, JSON, body);
    }

    /** What the web server in front of the cloud says when there is no cloud behind it. */
    public static CloudAnswer badGateway() {
        return new CloudAnswer(502, "text/html", """
                <html>
                <head><title>502 Bad Gateway</title></head>
                <body>
                <center><h1>502 Bad Gateway</h1></center>
                <hr><center>nginx/1.20.1</center>
                </body>
                </html>
                """);
    }

    /** What the web server in front of the cloud would say to one who asks too often. */
    public static CloudAnswer tooManyRequests() {
        return new CloudAnswer(429, "text/html", "<html><body><h1>429 Too Many Requests</h1></body></html>");
    }

    /** What the cloud's framework says to a request that has come to nobody: an object without a code. */
    static CloudAnswer unserved(int status, String error, String path, Instant now) {
        JsonObject object = new JsonObject();
        object.addProperty("timestamp", TIMESTAMP.format(now));
        object.addProperty("status", status);
        object.addProperty("error", error);
        object.addProperty("path", path);
        return new CloudAnswer(status, JSON, object.toString());
    }

    CloudAnswer as(String otherType) {
        return new CloudAnswer(status, otherType, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
