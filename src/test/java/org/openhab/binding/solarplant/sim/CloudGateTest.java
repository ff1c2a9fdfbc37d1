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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;

/** Who is let in by the cloud, and what it says to the others. */
@NonNullByDefault
@Timeout(20)
class CloudGateTest {
    private static final String LIST = "getEssList";

    private final CloudClient client = new CloudClient("2026-06-01T12:00");
    private CloudSimulator cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = client.start(CloudClient.account().bind(CloudClient.home()).unbind("AL7000000000009"));
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
            // AppID, secret and time in one go through sha512sum
            "1780308000,7aec11c5d7d782a21675fa5ddbbc3e524deb60014c1c7604cf4a4e9c5563bfb7"
                    + "8c950c4e97eed87efe98e592f17908d595cbbc0420af3bca47ebe0dd8fbc760c",
            "1800000000,23bd08c3a7396eba78402f20bc4df849b3c7f2540240dc40baf0d23ffa53b9b2"
                    + "fc9c37e1d277bd287fd73580bde147ce4228f24320be9c2670056d9379605d78"})
    void knowsARightSignature(long stamp, String sign) throws IOException, InterruptedException {
        client.pass(Duration.ofSeconds(stamp - client.instant().getEpochSecond()));
        assertEquals(200, code(request("" + stamp, sign)));
        assertEquals(6007, code(request("" + stamp, sign.toUpperCase(Locale.ROOT))));
        assertEquals(6007, code(request("" + (stamp + 1), sign)), "another time than the signed one");
    }

    @Test
    void missesHeadersOneByOne() throws IOException, InterruptedException {
        assertEquals(6012, code(client.bare(LIST)));
        assertEquals(6010, code(client.bare(LIST).header("appId", CloudClient.APP_ID)));
        assertEquals(6010, code(client.signed(LIST).setHeader("sign", " ")));
        assertEquals(6011, code(client.bare(LIST).header("appId", CloudClient.APP_ID).header("sign", "x")));
        assertEquals(6012, code(client.signed(LIST).setHeader("appId", "")));
    }

    @ParameterizedTest
    @CsvSource({"300,200", "-300,200", "301,6006", "-301,6006"})
    void takesFiveMinutes(long off, int code) throws IOException, InterruptedException {
        String stamp = Long.toString(client.instant().getEpochSecond() + off);
        assertEquals(code, code(request(stamp, sign(stamp))));
    }

    @ParameterizedTest
    @CsvSource({"1780308000000", "178030800", "now"})
    void wantsSeconds(String stamp) throws IOException, InterruptedException {
        assertEquals(6006, code(request(stamp, sign(stamp))));
    }

    @Test
    void looksAtTheTimeBeforeTheSignature() throws IOException, InterruptedException {
        assertEquals(6006, code(request("1700000000", "wrong")));
    }

    @Test
    void knowsOneAccountOnly() throws IOException, InterruptedException {
        String stamp = Long.toString(client.instant().getEpochSecond());
        assertEquals(6007, code(client.bare(LIST).header("appId", "alphafedcba9876543210").header("timeStamp", stamp)
                .header("sign", CloudClient.sign("alphafedcba9876543210" + CloudClient.SECRET + stamp))));
    }

    @ParameterizedTest
    @CsvSource({"getLastPowerData,6001", "getLastPowerData?sysSn=,6001", "getLastPowerData?sysSn=AL7000000000009,6005",
            "getLastPowerData?sysSn=AL7000000000005,6002", "getOneDayPowerBySn?sysSn=AL7000000000001,6001",
            "getOneDateEnergyBySn?sysSn=AL7000000000001&queryDate=2026-6-1,6001",
            "getOneDateEnergyBySn?sysSn=AL7000000000009&queryDate=2026-13-01,6001",
            "getOneDateEnergyBySn?sysSn=AL7000000000009&queryDate=2026-06-01,6005",
            "getEvChargerStatusBySn?sysSn=AL7000000000001,6001",
            "getEvChargerStatusBySn?sysSn=AL7000000000001&evchargerSn=none,6001",
            "getTimeChargeBySn?sysSn=AL7000000000009,6005", "getTimeChargeBySn?sysSn=AL7000000000001,6017"})
    void looksAtParametersThenBindingThenPermission(String request, int code)
            throws IOException, InterruptedException {
        assertEquals(code, CloudClient.code(client.get(request)));
    }

    @Test
    void saysWhoIsWrongInTheEnvelope() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(client.signed(LIST).setHeader("sign", "00"));
        assertEquals("{\"code\":6007,\"msg\":\"Sign verification error\",\"expMsg\":null,\"data\":null,\"extra\":null}",
                answer.body());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"POST,getEssList,405,Method Not Allowed", "GET,setTimeChargeBySn,405,Method Not Allowed",
            "GET,getWeather,404,Not Found", "GET,/getEssList,404,Not Found",
            "PUT,updateChargeConfigInfo,405,Method Not Allowed"})
    void servesOnlyWhatThereIs(String verb, String path, int status, String error)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client
                .send(client.bare(path).method(verb, HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(status, answer.statusCode());
        JsonObject object = CloudClient.json(answer);
        assertEquals(Set.of("timestamp", "status", "error", "path"), object.keySet());
        assertEquals(error, object.get("error").getAsString());
        assertTrue(object.get("path").getAsString().endsWith(path));
    }

    @Test
    void wantsJsonFromThoseThatWrite() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(client.signed("setEvChargerCurrentsBySn")
                .setHeader("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(415, answer.statusCode());
        assertEquals(10001, client.write("setEvChargerCurrentsBySn", "currentsetting=16"));
        assertEquals(10001, client.write("setEvChargerCurrentsBySn", "[]"));
        assertEquals(6001, client.write("setEvChargerCurrentsBySn", "{}"));
        assertEquals(6001, client.write("setEvChargerCurrentsBySn?sysSn=AL7000000000001&currentsetting=16", "{}"),
                "a write has its parameters in the body");
    }

    @Test
    void saysAtItsRootThatTheAppIdIsMissing() throws IOException, InterruptedException {
        assertEquals(6012, code(client.bare("/")));
        assertEquals(6012, code(client.bare("/api")));
        assertEquals(404, client.get("/").statusCode());
    }

    @Test
    void tellsItsTime() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.get(LIST);
        assertEquals("Mon, 01 Jun 2026 10:00:00 GMT", answer.headers().firstValue("Date").orElseThrow());
        assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
    }

    private HttpRequest.Builder request(String stamp, String sign) {
        return client.bare(LIST).header("appId", CloudClient.APP_ID).header("timeStamp", stamp).header("sign", sign);
    }

    private int code(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CloudClient.code(client.send(request));
    }

    private static String sign(String stamp) {
        return CloudClient.sign(CloudClient.APP_ID + CloudClient.SECRET + stamp);
    }
}
