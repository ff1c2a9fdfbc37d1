/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What the demo serves, to whom, and what it keeps to itself. */
@NonNullByDefault
@Timeout(30)
class PlantPageTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);
    private final PlantView view = new SamplePlant(new DayCurve(Site.home(ZoneOffset.UTC)), NOON);

    private PlantPage page;

    @BeforeEach
    void start() throws IOException {
        page = new PlantPage(view, 0);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void thingsAreAvailableAsJson() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("api/things");
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        JsonObject inverter = JsonParser.parseString(answer.body()).getAsJsonArray().get(1).getAsJsonObject();
        assertEquals(Set.of("uid", "label", "type", "status", "detail", "description", "properties", "channels"),
                inverter.keySet());
        assertEquals("solarplant:inverter:home:roof", inverter.get("uid").getAsString());
        assertEquals("X3-Hybrid-G4", inverter.getAsJsonObject("properties").get("modelId").getAsString());
        JsonObject channel = inverter.getAsJsonArray("channels").get(0).getAsJsonObject();
        assertEquals(Set.of("id", "group", "label", "state", "unit", "text", "advanced"), channel.keySet());
        assertEquals("W", channel.get("unit").getAsString());
        assertFalse(answer.body().contains("<script"), "no markup leaves as it came, whoever reads the answer");
        assertEquals("[]", get("api/pages").body(), "a view that has no pages");
        assertEquals("{}", get("api/items").body());
        assertTrue(get("api/inbox").body().contains("solarplant:meter:home:m2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page.css", "things.css", "page.js", "flow.js", "things.js", "ui.css", "ui.js",
            "expression.js", "json.js", "pages/", "pages/solarplant_home"})
    void everyFileOfThePageIsServed(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElseThrow().contains("default-src 'none'"));
        assertFalse(answer.body().contains("http://") || answer.body().contains("https://"), "nothing from elsewhere");
        assertFalse(answer.body().contains("innerHTML"));
    }

    @Test
    void nothingElseIsServed() throws IOException, InterruptedException {
        assertEquals(404, get("page.html").statusCode());
        assertEquals(404, get("../plant.yaml").statusCode());
        var post = HttpRequest.newBuilder(page.address()).POST(HttpRequest.BodyPublishers.noBody()).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(405, client.send(post, BodyHandlers.ofString()).statusCode());
        }
    }

    /** The channel, the content type, the page that sends, the command, and the answer. */
    @ParameterizedTest
    @CsvSource({"roof:settings%23export-limit, text/plain, , 3 kW, 202",
            "roof:settings%23export-limit, text/plain; charset=utf-8, self, 3 kW, 202",
            "roof:settings%23export-limit, text/plain, , lots, 400", "roof:pv%23power, text/plain, , 3 kW, 404",
            "roof:settings%23export-limit, application/json, , 3 kW, 415",
            "roof:settings%23export-limit, text/plain, http://evil.example, 3 kW, 403",
            "roof:settings%23export-limit, text/plain, http://127.0.0.1:1, 3 kW, 403"})
    void aCommandIsTakenFromThisPageOnly(String channel, String type, @Nullable String origin, String command, int code)
            throws IOException, InterruptedException {
        var post = HttpRequest.newBuilder(page.address().resolve("api/channels/solarplant:inverter:home:" + channel))
                .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(command));
        if (origin != null) {
            post.header("Origin",
                    origin.equals("self") ? page.address().toString().replaceFirst("/$", "") : origin);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(code, client.send(post.build(), BodyHandlers.ofString()).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"text/plain, , 200", "application/json, , 415", "text/plain, http://evil.example, 403"})
    void theConsoleIsForThisPageOnly(String type, @Nullable String origin, int code)
            throws IOException, InterruptedException {
        var post = HttpRequest.newBuilder(page.address().resolve("api/console")).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("solarplant list"));
        if (origin != null) {
            post.header("Origin", origin);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(post.build(), BodyHandlers.ofString());
            assertEquals(code, answer.statusCode());
            assertEquals(code == 200, answer.body().equals(view.console("solarplant list")));
        }
    }

    @Test
    void aForeignNameIsTurnedAway() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", page.address().getPort())) {
            socket.getOutputStream().write("GET /api/things HTTP/1.0\r\nHost: evil.example\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.contains(" 403 "), answer);
        }
    }

    @Test
    void aTakenPortIsAnError() {
        assertThrows(BindException.class, () -> new PlantPage(view, page.address().getPort()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page.address().resolve(path)).build(),
                    BodyHandlers.ofString());
        }
    }
}
