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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A client of the simulated cloud with a signature of its own making, and a clock that stands until it is moved. */
@NonNullByDefault
final class CloudClient extends Clock implements AutoCloseable {
    static final String APP_ID = "alpha0123456789abcdef";
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String HOME = "AL7000000000001";
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Instant now;
    private String base = "";

    /** A client whose clock stands at this time of its zone. */
    CloudClient(String local) {
        now = LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** Starts a cloud that goes by this client's clock. */
    CloudSimulator start(CloudAccount account) throws IOException {
        CloudSimulator cloud = CloudSimulator.start(account, this);
        base = cloud.base() + "/";
        return cloud;
    }

    static CloudAccount account() {
        return new CloudAccount(APP_ID, SECRET);
    }

    static CloudSystem home() {
        return CloudSystem.of(CloudPlate.smile5(HOME), new DayCurve(Site.home(ZONE)));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    HttpResponse<String> get(String endpointAndQuery) throws IOException, InterruptedException {
        return send(signed(endpointAndQuery).GET());
    }

    HttpResponse<String> post(String endpoint, String body) throws IOException, InterruptedException {
        return send(signed(endpoint).POST(BodyPublishers.ofString(body)));
    }

    /** What the cloud says of the only system, which must be a success. */
    JsonElement read(String endpoint, String more) throws IOException, InterruptedException {
        return data(get(endpoint + "?sysSn=" + HOME + more));
    }

    JsonObject object(String endpoint) throws IOException, InterruptedException {
        return read(endpoint, "").getAsJsonObject();
    }

    JsonObject day(String date) throws IOException, InterruptedException {
        return read("getOneDateEnergyBySn", "&queryDate=" + date).getAsJsonObject();
    }

    JsonArray history(String date) throws IOException, InterruptedException {
        return read("getOneDayPowerBySn", "&queryDate=" + date).getAsJsonArray();
    }

    /** The code of the answer to a write. */
    int write(String endpoint, String body) throws IOException, InterruptedException {
        return code(post(endpoint, body));
    }

    /** A request with all headers, as of the client's time. */
    HttpRequest.Builder signed(String endpointAndQuery) {
        String stamp = Long.toString(now.getEpochSecond());
        return bare(endpointAndQuery).header("appId", APP_ID).header("timeStamp", stamp).header("sign",
                sign(APP_ID + SECRET + stamp));
    }

    HttpRequest.Builder bare(String endpointAndQuery) {
        return HttpRequest.newBuilder(URI.create(base).resolve(endpointAndQuery)).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    static int code(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), "errors of the API are none of HTTP");
        return json(answer).get("code").getAsInt();
    }

    static JsonElement data(HttpResponse<String> answer) {
        assertEquals(200, code(answer), answer::body);
        return json(answer).get("data");
    }

    static BigDecimal number(JsonElement object, String name) {
        return object.getAsJsonObject().get(name).getAsBigDecimal();
    }

    static String sign(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
