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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.sim.CloudClient.HOME;
import static org.openhab.binding.solarplant.sim.CloudClient.code;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Every fault of the cloud as a client sees it. */
@NonNullByDefault
@Timeout(30)
class CloudFaultTest {
    private static final String LIVE = "getLastPowerData";
    private static final String ASK = LIVE + "?sysSn=" + HOME;
    private static final String TODAY = "2026-06-01";
    private static final String SET = "setEvChargerCurrentsBySn";
    private static final String SIX = "{\"sysSn\":\"" + HOME + "\",\"currentsetting\":6}";

    private final CloudClient client = new CloudClient(TODAY + "T12:00");
    private final CloudSimulator cloud;

    CloudFaultTest() throws IOException {
        cloud = client.start(CloudClient.account().bind(CloudClient.home())
                .bind(CloudSystem.of(CloudPlate.smileG3("AL7000000000002"), CloudClient.home().curve())));
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void anyCodeInAnyLanguage() throws IOException, InterruptedException {
        once(new CloudFault.Refuse(6005, "此appId未绑定该SN"));
        assertEquals("{\"code\":6005,\"msg\":\"此appId未绑定该SN\",\"expMsg\":null,\"data\":null,\"extra\":null}",
                client.get(ASK).body());
        once(new CloudFault.Refuse(6042, "Gerät offline"));
        assertEquals("Gerät offline", CloudClient.json(client.get(ASK)).get("msg").getAsString());
        once(new CloudFault.Refuse(CloudCode.OFFLINE));
        assertEquals(6042, code(client.get(ASK)));
        assertEquals(200, code(client.get(ASK)));
    }

    @Test
    void forSoManyRequestsToAnEndpointAboutASystem() throws IOException, InterruptedException {
        cloud.faults().add(new CloudFault.Refuse(CloudCode.OFFLINE),
                CloudScope.next(2).endpoint(LIVE).serial("AL7000000000002"));
        List<Integer> codes = new ArrayList<>();
        for (String request : List.of(ASK, "getEssList", "getChargeConfigInfo?sysSn=AL7000000000002",
                LIVE + "?sysSn=AL7000000000002", LIVE + "?sysSn=AL7000000000002", LIVE + "?sysSn=AL7000000000002")) {
            codes.add(code(client.get(request)));
        }
        assertEquals(List.of(200, 200, 200, 6042, 6042, 200), codes);
        cloud.faults().add(new CloudFault.Refuse(CloudCode.TOO_FAST));
        assertEquals(6053, code(client.get(ASK)));
        assertEquals(6053, code(client.get("getEssList")));
        cloud.faults().clear();
        assertEquals(200, code(client.get(ASK)));
    }

    @Test
    void noDataNullsAndZeros() throws IOException, InterruptedException {
        JsonObject right = client.object(LIVE);
        once(new CloudFault.NoData());
        assertTrue(client.read(LIVE, "").isJsonNull());
        once(new CloudFault.Nulls());
        JsonObject nulls = client.object(LIVE);
        assertEquals(right.keySet(), nulls.keySet());
        assertTrue(nulls.asMap().values().stream().allMatch(JsonElement::isJsonNull));
        once(new CloudFault.Nulls());
        JsonElement list = CloudClient.data(client.get("getEssList"));
        assertTrue(list.getAsJsonArray().get(1).getAsJsonObject().get("sysSn").isJsonNull());
        once(new CloudFault.Zeros());
        assertEquals("{\"sysSn\":\"AL7000000000001\",\"theDate\":\"2026-06-01\",\"eCharge\":0,\"epv\":0,\"eOutput\":0,"
                + "\"eInput\":0,\"eGridCharge\":0,\"eDischarge\":0,\"eChargingPile\":0}", client.day(TODAY).toString());
    }

    @Test
    void answersOfOthers() throws IOException, InterruptedException {
        once(new CloudFault.Instead(CloudAnswer.badGateway()));
        HttpResponse<String> page = client.get(ASK);
        assertEquals(502, page.statusCode());
        assertEquals("text/html", page.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(page.body().startsWith("<html>"));
        once(new CloudFault.Instead(CloudAnswer.tooManyRequests()));
        assertEquals(429, client.get(ASK).statusCode());
        once(new CloudFault.Instead(CloudAnswer.json("{\"code\":200,")));
        assertEquals("{\"code\":200,", client.get(ASK).body());
        once(new CloudFault.WrongVerb());
        HttpResponse<String> wrong = client.get(ASK);
        assertEquals(405, wrong.statusCode());
        assertEquals("{\"timestamp\":\"2026-06-01T10:00:00.000+00:00\",\"status\":405,\"error\":\"Method Not Allowed\","
                + "\"path\":\"/api/getLastPowerData\"}", wrong.body());
        once(new CloudFault.ContentType("text/plain"));
        HttpResponse<String> right = client.get(ASK);
        assertEquals("text/plain", right.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(200, code(right));
    }

    @Test
    void numbersAsText() throws IOException, InterruptedException {
        JsonObject right = client.object(LIVE);
        once(new CloudFault.NumbersAsText());
        JsonObject text = client.object(LIVE);
        assertEquals("\"" + right.get("ppv") + "\"", text.get("ppv").toString());
        assertTrue(text.getAsJsonObject("pgridDetail").get("pmeterL1").getAsJsonPrimitive().isString());
        assertEquals(right.get("pevDetail"), text.get("pevDetail"), "null stays null");
    }

    @Test
    void historyInDisorder() throws IOException, InterruptedException {
        List<JsonElement> right = client.history(TODAY).asList();
        once(new CloudFault.Disorder());
        List<JsonElement> wrong = client.history(TODAY).asList();
        assertEquals(2 * right.size(), wrong.size());
        Map<String, JsonElement> last = new LinkedHashMap<>();
        wrong.forEach(row -> last.put(row.getAsJsonObject().get("uploadTime").getAsString(), row));
        List<String> times = List.copyOf(last.keySet());
        assertNotEquals(times.stream().sorted().toList(), times);
        assertNotEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
        assertEquals(right, times.stream().sorted(Comparator.reverseOrder()).map(last::get).toList());
        once(new CloudFault.Disorder());
        assertFalse(client.object(LIVE).isEmpty(), "what is no list has no order");
    }

    @Test
    void clockOff() throws IOException, InterruptedException {
        cloud.faults().add(new CloudFault.ClockOff(Duration.ofSeconds(301)));
        HttpResponse<String> late = client.get(ASK);
        assertEquals(6006, code(late));
        assertEquals("Mon, 01 Jun 2026 10:05:01 GMT", late.headers().firstValue("Date").orElseThrow());
        cloud.faults().clear();
        cloud.faults().add(new CloudFault.ClockOff(Duration.ofSeconds(-300)));
        assertEquals(200, code(client.get(ASK)));
        assertEquals(client.instant(), cloud.requests().getLast().at());
    }

    @Test
    void latencyAddsUp() throws IOException, InterruptedException {
        once(new CloudFault.Latency(Duration.ofMillis(60)));
        once(new CloudFault.Latency(Duration.ofMillis(60)));
        once(new CloudFault.Refuse(CloudCode.OFFLINE));
        long before = System.nanoTime();
        assertEquals(6042, code(client.get(ASK)));
        assertTrue(System.nanoTime() - before >= 120_000_000);
    }

    @Test
    void droppedAndCut() throws IOException, InterruptedException {
        always(new CloudFault.Drop());
        assertThrows(IOException.class, () -> client.get(ASK));
        cloud.faults().clear();
        always(new CloudFault.Truncated(20));
        assertThrows(IOException.class, () -> client.get(ASK));
        HttpResponse<InputStream> cut = client.http().send(client.signed(ASK).build(), BodyHandlers.ofInputStream());
        try (InputStream body = cut.body()) {
            assertEquals("{\"code\":200,\"msg\":\"S", new String(body.readNBytes(20)));
            assertThrows(IOException.class, body::read);
        }
    }

    @Test
    void silence() throws IOException, InterruptedException {
        once(new CloudFault.Silence());
        assertThrows(HttpTimeoutException.class,
                () -> client.send(client.signed(ASK).timeout(Duration.ofMillis(100))));
        assertEquals(200, code(client.get(ASK)));
    }

    @Test
    void endless() throws IOException, InterruptedException {
        once(new CloudFault.Endless(Duration.ZERO));
        HttpResponse<InputStream> endless = client.http().send(client.signed(ASK).build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = endless.body()) {
            assertEquals("{\"code\":200,\"msg\":\"aaa", new String(body.readNBytes(22)));
            body.skipNBytes(10_000_000);
        }
        assertEquals(200, code(client.get(ASK)));
        once(new CloudFault.Endless(Duration.ofSeconds(20)));
        InputStream slow = client.http().send(client.signed(ASK).build(), BodyHandlers.ofInputStream()).body();
        slow.readNBytes(CloudWriter.PIECE);
        cloud.close();
        assertThrows(IOException.class, () -> slow.skipNBytes(CloudWriter.PIECE));
    }

    @Test
    void lostAnswersHaveHadTheirEffectAndRefusalsNone() throws IOException, InterruptedException {
        once(new CloudFault.Refuse(CloudCode.REFUSED));
        assertEquals(6008, client.write(SET, SIX));
        once(new CloudFault.Instead(CloudAnswer.badGateway()));
        assertEquals(502, client.post(SET, SIX).statusCode());
        assertEquals("{\"currentsetting\":32.0}", client.object("getEvChargerCurrentsBySn").toString());
        once(new CloudFault.Silence());
        assertThrows(HttpTimeoutException.class, () -> client.send(client.signed(SET)
                .timeout(Duration.ofMillis(100)).POST(BodyPublishers.ofString(SIX))));
        assertEquals("{\"currentsetting\":6.0}", client.object("getEvChargerCurrentsBySn").toString());
    }

    private void once(CloudFault fault) {
        cloud.faults().add(fault, CloudScope.next(1));
    }

    /** For what makes this client try again by itself. */
    private void always(CloudFault fault) {
        cloud.faults().add(fault);
    }
}
