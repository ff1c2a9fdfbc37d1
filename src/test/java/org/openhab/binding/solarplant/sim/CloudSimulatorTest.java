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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.sim.CloudClient.HOME;
import static org.openhab.binding.solarplant.sim.CloudClient.code;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated cloud as a server: connections, threads, what it remembers, and how often it may be asked. */
@NonNullByDefault
@Timeout(20)
class CloudSimulatorTest {
    private static final String LIVE = "getLastPowerData?sysSn=" + HOME;

    private final CloudClient client = new CloudClient("2026-06-01T12:00");
    private final CloudSimulator cloud;

    CloudSimulatorTest() throws IOException {
        cloud = client.start(CloudClient.account().bind(CloudClient.home()));
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void isToBeFoundOnThisComputerOnly() {
        assertEquals("http://127.0.0.1:" + cloud.port() + "/api", cloud.base().toString());
        assertThrows(BindException.class, () -> CloudSimulator.start(CloudClient.account(), client, cloud.port()));
    }

    @Test
    void answersSeveralAtOnce() throws IOException, InterruptedException, ExecutionException {
        cloud.faults().add(new CloudFault.Silence(), CloudScope.next(2).endpoint("getEssList"));
        List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(() -> client.http()
                .sendAsync(client.signed("getEssList").build(), BodyHandlers.ofString())).limit(2).toList();
        assertEquals(200, code(client.get(LIVE)));
        assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
        cloud.close();
        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            assertThrows(ExecutionException.class, one::get);
        }
    }

    @Test
    void keepsConnectionsUntilToldOtherwise() throws IOException, InterruptedException {
        assertEquals(200, code(client.get(LIVE)));
        assertEquals(200, code(client.get(LIVE)));
        assertEquals(1, cloud.openConnections());
        try (Socket socket = new Socket("127.0.0.1", cloud.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes());
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 \r\n") && answer.contains("6012"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nNonsense\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "GET /^ HTTP/1.1\r\n\r\n"})
    void leavesClientsThatDoNotSpeakHttp(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", cloud.port())) {
            socket.getOutputStream().write(text.getBytes());
            assertEquals(-1, socket.getInputStream().read());
        }
        assertEquals(List.of(), cloud.requests());
    }

    @Test
    void remembersRequestsButNoSecrets() throws IOException, InterruptedException {
        client.get("getOneDayPowerBySn?sysSn=" + HOME + "&queryDate=2026-06-01");
        client.pass(Duration.ofSeconds(7));
        client.post("remoteControlEvCharger", "{\"sysSn\":\"" + HOME + "\",\"controlMode\":1,\"more\":{\"a\":null}}");
        CloudRequest read = cloud.requests().getFirst();
        assertEquals(List.of("GET", "getOneDayPowerBySn", HOME, "2026-06-01", ""),
                List.of(read.verb(), read.endpoint(), read.serial(), read.field("queryDate"), read.field("none")));
        CloudRequest write = cloud.requests().getLast();
        assertEquals(List.of("POST", "remoteControlEvCharger", "1", "{\"a\":null}"),
                List.of(write.verb(), write.endpoint(), write.field("controlMode"), write.field("more")));
        assertEquals(Duration.ofSeconds(7), Duration.between(read.at(), write.at()));
        String all = cloud.requests().toString();
        assertFalse(all.contains(CloudClient.APP_ID) || all.contains("sign"), all);
        cloud.clearRequests();
        assertEquals(List.of(), cloud.requests());
    }

    @Test
    void canBeAskedTooOften() throws IOException, InterruptedException {
        cloud.rate().limit(2, Duration.ofSeconds(10));
        List<Integer> codes = Stream.of(0, 4, 5, 1, 10, 0).map(seconds -> {
            client.pass(Duration.ofSeconds(seconds));
            return ask();
        }).toList();
        assertEquals(List.of(200, 200, 6053, 6053, 200, 200), codes);
        assertEquals(6053, ask());
        assertEquals(6007, code(client.send(client.signed(LIVE).setHeader("sign", "0"))), "a stranger is not counted");
        cloud.rate().unlimited();
        assertEquals(200, ask());
    }

    @Test
    void leavesNothingBehindWhenClosed() throws IOException, InterruptedException {
        cloud.faults().add(new CloudFault.Latency(Duration.ofHours(1)), CloudScope.ALWAYS.endpoint("getLastPowerData"));
        CompletableFuture<HttpResponse<String>> waiting = client.http().sendAsync(client.signed(LIVE).build(),
                BodyHandlers.ofString());
        assertEquals(200, code(client.get("getEssList")));
        cloud.close();
        assertThrows(ExecutionException.class, waiting::get);
        assertEquals(0, cloud.openConnections());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("sim-" + cloud.port())));
        assertThrows(IOException.class, () -> client.get(LIVE));
    }

    @Test
    void faultsAreUsedUpOneByOne() {
        CloudFaults faults = new CloudFaults();
        faults.add(new CloudFault.NoData(), CloudScope.next(2).endpoint("b"));
        faults.add(new CloudFault.Drop(), CloudScope.next(1));
        faults.add(new CloudFault.Drop(), CloudScope.next(1));
        CloudRequest request = CloudRequest.of(new CloudCall("GET", "/api/b", Map.of(), Map.of(), ""),
                client.instant());
        assertEquals(List.of(new CloudFault.NoData(), new CloudFault.Drop(), new CloudFault.Drop()),
                faults.take(request));
        assertEquals(List.of(new CloudFault.NoData()), faults.take(request));
        assertEquals(List.of(), faults.take(request));
    }

    private int ask() {
        try {
            return code(client.get(LIVE));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
