/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;
import org.openhab.binding.solarplant.internal.transport.WritePace;
import org.openhab.binding.solarplant.sim.DongleFault;

/** How connections begin and end, and what happens on them between requests. */
@NonNullByDefault
@Timeout(60)
class TransportConnectionTest {

    @Test
    void heartbeatsAreAnsweredBetweenPolls() throws Exception {
        try (Rig rig = Rig.start(Rig.plant().heartbeat(Duration.ofMillis(250)), endpoint -> endpoint)) {
            rig.status();
            // more than the dongle would let pass unanswered
            Eventually.holds(() -> rig.dongle.heartbeatsAnswered() > 6);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.dongle.connectionsAccepted());
            assertEquals(1, rig.transport.connection());
        }
    }

    @Test
    void aStormOfHeartbeatsIsNotAnswered() throws Exception {
        FakeTicker time = new FakeTicker();
        try (Rig rig = Rig.start(time, endpoint -> endpoint)) {
            assertEquals(Rig.STATUS_VALUES, rig.status());
            for (int i = 0; i < 100; i++) {
                rig.dongle.say(rig.dongle.frames().heartbeat());
            }
            Eventually.holds(() -> rig.dongle.openConnections() == 0 && rig.readers().isEmpty());
            assertTrue(rig.dongle.heartbeatsAnswered() <= 20, "all within one second");
            assertEquals(Rig.STATUS_VALUES, rig.status(), "the next request makes a connection anew");
            assertEquals(2, rig.transport.connection());
        }
    }

    @Test
    void anIdleConnectionMayBeDropped() throws Exception {
        try (Rig rig = Rig.start(Rig.plant().idle(Duration.ofMillis(300)), endpoint -> endpoint)) {
            for (int round = 1; round <= 3; round++) {
                assertEquals(Rig.STATUS_VALUES, rig.status());
                Eventually.holds(() -> rig.dongle.openConnections() == 0 && rig.readers().isEmpty());
                assertEquals(round, rig.transport.connection());
            }
            assertEquals(0, rig.transport.statistics().retries());
        }
    }

    @Test
    void aConnectionThatBreaksUnderARequestIsMadeAnew() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(new DongleFault.Drop(), 1);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(2, rig.transport.connection());
            rig.fault(new DongleFault.Drop(), 2);
            assertThrows(Unreachable.class, rig::status);
            assertEquals(Rig.STATUS_VALUES, rig.status());
        }
    }

    @Test
    void aDongleThatSaysNothingAtAllIsConnectedAnew() throws Exception {
        FakeTicker ticker = new FakeTicker();
        Patience once = Rig.hasty(1, Duration.ZERO);
        try (Rig rig = Rig.start(ticker, endpoint -> endpoint.withRefresh(once).withDetection(once))) {
            rig.fault(new DongleFault.Silence(), 10);
            assertThrows(TimedOut.class, rig::status);
            ticker.pass(Duration.ofSeconds(59));
            assertThrows(TimedOut.class, () -> rig.transport.ask(Rig.STATUS, Effort.DETECTION));
            assertEquals(1, rig.readers().size(), "some are deaf for a while after connecting");
            ticker.pass(Duration.ofSeconds(1));
            assertThrows(TimedOut.class, rig::status);
            Eventually.holds(() -> rig.readers().isEmpty());
        }
    }

    @Test
    void aDongleThatSpokeBeforeIsConnectedAnewAtOnce() throws Exception {
        Patience patience = new Patience(Duration.ofSeconds(1), 1, Duration.ZERO);
        try (Rig rig = Rig.start(endpoint -> endpoint.withRefresh(patience))) {
            rig.status();
            rig.fault(new DongleFault.Silence(), 1);
            assertThrows(TimedOut.class, rig::status);
            Eventually.holds(() -> rig.readers().isEmpty());
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(2, rig.transport.connection());
        }
    }

    @Test
    void whereOthersAreAnsweredTheConnectionStays() throws Exception {
        Patience once = new Patience(Duration.ofSeconds(2), 1, Duration.ZERO);
        try (Rig rig = Rig.start(endpoint -> endpoint.withRefresh(once))) {
            rig.fault(new DongleFault.Null(), 1);
            assertThrows(TimedOut.class, rig::status);
            assertEquals(1, rig.readers().size());
        }
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        for (int nowhere : List.of(port, 70_000)) {
            try (var transport = new GivEnergyTransport(GivEnergyEndpoint.of("127.0.0.1", nowhere), Ticker.SYSTEM)) {
                var failure = assertThrows(Unreachable.class, () -> transport.ask(Rig.STATUS, Effort.REFRESH));
                assertEquals("127.0.0.1:" + nowhere, failure.detail());
                assertEquals(0, transport.connection());
            }
        }
    }

    @Test
    void cuttingFailsTheRequestInFlightAndNoOther() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.transport.cut();
            rig.fault(new DongleFault.Silence(), 1);
            var request = rig.begin();
            Eventually.holds(() -> rig.asked() == 1);
            rig.transport.cut();
            assertFailed(request);
            assertEquals(1, rig.asked());
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(2, rig.transport.connection());
        }
    }

    @Test
    void cuttingFailsARestingRequestToo() throws Exception {
        try (Rig rig = Rig.start(endpoint -> endpoint.withRefresh(Rig.hasty(3, Duration.ofSeconds(50))))) {
            rig.fault(new DongleFault.Silence(), 1);
            var request = rig.begin();
            Eventually.holds(() -> rig.transport.statistics().silences() == 1);
            rig.transport.cut();
            assertFailed(request);
            assertEquals(1, rig.asked());
        }
    }

    @Test
    void closingEndsEverything() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.status();
            rig.fault(new DongleFault.Silence(), 1);
            var request = rig.begin();
            Eventually.holds(() -> rig.asked() == 2);
            assertEquals(1, rig.readers().size());
            rig.transport.close();
            assertEquals(List.of(), rig.readers());
            assertFailed(request);
            assertThrows(Unreachable.class, rig::status);
            Eventually.holds(() -> rig.dongle.openConnections() == 0);
            assertEquals(1, rig.dongle.connectionsAccepted());
            rig.transport.close();
        }
    }

    @Test
    void anInterruptEndsTheWaitAndLeavesTheConnection() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.fault(new DongleFault.Silence(), 1);
            Thread waiting = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                Eventually.holds(() -> rig.asked() == 1);
                waiting.interrupt();
            });
            assertThrows(InterruptedException.class, rig::status);
            assertEquals(Rig.STATUS_VALUES, rig.status());
            assertEquals(1, rig.transport.connection());
        }
    }

    @Test
    void anInterruptEndsConnecting() throws Exception {
        try (Rig rig = Rig.start()) {
            var connection = DongleConnection.create(rig.endpoint, Ticker.SYSTEM, new Counters());
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, connection::connect);
        }
    }

    @Test
    void aConnectionThatWasClosedFirstIsNeverMade() throws Exception {
        try (Rig rig = Rig.start()) {
            var connection = DongleConnection.create(rig.endpoint, Ticker.SYSTEM, new Counters());
            connection.close();
            assertThrows(Unreachable.class, connection::connect);
            connection.join(Duration.ofSeconds(1));
            assertEquals(List.of(), rig.readers());
        }
    }

    @Test
    void whoJoinsMayBeInterrupted() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.status();
            Thread.currentThread().interrupt();
            rig.transport.close();
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aPeerThatTakesNothingLosesTheConnection() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FakeTicker ticker = new FakeTicker();
            DongleConnection connection = connect(deaf, ticker);
            while (connection.isOpen()) {
                connection.send(new byte[100_000]);
            }
            assertTrue(ticker.nanos() > Duration.ofSeconds(10).toNanos());
            connection.join(Duration.ofSeconds(15));
        }
    }

    @Test
    void anInterruptWhileAPeerTakesNothingEndsTheConnection() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DongleConnection connection = connect(deaf, new FakeTicker() {
                @Override
                public void pause(long nanos) throws InterruptedException {
                    throw new InterruptedException();
                }
            });
            assertThrows(InterruptedException.class, () -> {
                while (true) {
                    connection.send(new byte[100_000]);
                }
            });
            assertFalse(connection.isOpen());
        }
    }

    private static DongleConnection connect(ServerSocket server, Ticker ticker) throws Exception {
        GivEnergyEndpoint endpoint = GivEnergyEndpoint.of(server.getInetAddress().getHostAddress(),
                server.getLocalPort());
        DongleConnection connection = DongleConnection.create(endpoint, ticker, new Counters());
        connection.connect();
        return connection;
    }

    @Test
    void requestsKeepTheirDistance() throws Exception {
        FakeTicker ticker = new FakeTicker();
        Duration gap = Duration.ofMillis(250);
        try (Rig rig = Rig.start(ticker, endpoint -> endpoint.withPace(Duration.ofSeconds(5), gap))) {
            rig.status();
            assertEquals(List.of(), ticker.pauses());
            rig.status();
            ticker.pass(Duration.ofMillis(100));
            rig.fault(new DongleFault.Refuse(true), 1);
            rig.status();
            assertEquals(List.of(gap, Duration.ofMillis(150), gap), ticker.pauses());
            ticker.pass(Duration.ofSeconds(15));
            rig.status();
            assertEquals(3, ticker.pauses().size());
        }
    }

    @Test
    void writesKeepTheirDistanceWhetherTheyAreAnsweredOrNot() throws Exception {
        FakeTicker ticker = new FakeTicker();
        try (Rig rig = Rig.start(ticker, endpoint -> endpoint.withWriteGap(WritePace.USUAL))) {
            rig.fault(new DongleFault.Refuse(true), 1);
            assertThrows(Refused.class, () -> rig.transport.writeOne(0x32, 20, 1));
            ticker.pass(Duration.ofMillis(400));
            rig.status();
            rig.fault(new DongleFault.Refuse(true), 1);
            assertThrows(Refused.class, () -> rig.transport.writeOne(0x32, 20, 1));
            assertEquals(List.of(Duration.ofMillis(600)), ticker.pauses());
        }
    }

    private static void assertFailed(CompletableFuture<Answer> request) {
        var failure = assertThrows(ExecutionException.class, request::get);
        assertInstanceOf(Unreachable.class, failure.getCause().getCause());
    }
}
