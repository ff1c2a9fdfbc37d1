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

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A GivEnergy dongle on the loopback interface. Every answer goes to all its clients, as with real ones. Tests tell it
 * what should go wrong ({@link #faults()}), let it say things that nobody asked for ({@link #say}), and ask it what it
 * was asked ({@link #requests()}). Closing it ends every thread and socket of it.
 */
@NonNullByDefault
public final class DongleSimulator implements AutoCloseable {
    private final DongleOptions options;
    private final DongleResponder responder;
    private final DongleFaults faults = new DongleFaults();
    private final Journal<Request> journal = new Journal<>();
    private final Reception<DongleClient> reception;
    private final DongleWire wire;
    private final AtomicInteger heartbeats = new AtomicInteger();

    private DongleSimulator(DongleOptions options) throws IOException {
        this.options = options;
        responder = new DongleResponder(options);
        Closing closing = new Closing();
        reception = new Reception<>(options.port(), Integer.MAX_VALUE, closing,
                socket -> new DongleClient(socket, (int) options.idle().toMillis(), this::serve, this::heartbeat));
        wire = new DongleWire(reception.name("wire"), closing, this::fanOut, reception::dropAll);
    }

    /**
     * Starts to listen.
     *
     * @throws java.net.BindException if the port is taken
     */
    public static DongleSimulator start(DongleOptions options) throws IOException {
        DongleSimulator simulator = new DongleSimulator(options);
        simulator.reception.open();
        if (!options.heartbeat().isZero()) {
            byte[] heartbeat = simulator.frames().heartbeat();
            simulator.wire.each(() -> simulator.reception.clients().forEach(client -> client.heartbeat(heartbeat)),
                    options.heartbeat());
        }
        return simulator;
    }

    /** The address to connect to. */
    public String host() {
        return reception.host();
    }

    /** The port to connect to. */
    public int port() {
        return reception.port();
    }

    /** What shall go wrong. */
    public DongleFaults faults() {
        return faults;
    }

    /** Frames of this dongle. */
    public DongleFrames frames() {
        return responder.frames();
    }

    /** Sends bytes that no client of it asked for: broadcasts, garbage, answers to the vendor's cloud. */
    public void say(byte[] bytes) {
        wire.send(bytes, Duration.ZERO, Optional.empty());
    }

    /** The latest sound requests of all clients, oldest first. */
    public List<Request> requests() {
        return journal.all();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        journal.clear();
    }

    /** How many heartbeats were answered rightly: with the serial and type that they came with. */
    public int heartbeatsAnswered() {
        return heartbeats.get();
    }

    /** How many connections were ever accepted. */
    public int connectionsAccepted() {
        return reception.accepted();
    }

    /** How many connections are served now. */
    public int openConnections() {
        return reception.served();
    }

    /** Closes all open connections; new ones are welcome. */
    public void dropConnections() {
        reception.dropAll();
    }

    @Override
    public void close() {
        reception.close();
        wire.close();
    }

    private void serve(byte[] body) {
        DongleResponder.request(body).ifPresent(request -> {
            journal.add(request);
            Optional<DongleFault> fault = faults.take(request);
            responder.answer(request, fault).ifPresent(answer -> wire.send(
                    fault.map(one -> responder.spoilt(answer, request, one)).orElse(answer), options.roundTrip(),
                    fault));
        });
    }

    private void heartbeat(byte[] body) {
        byte[] asked = frames().heartbeat();
        if (Arrays.equals(asked, 6, asked.length, body, 0, body.length)) {
            heartbeats.incrementAndGet();
        }
    }

    private void fanOut(byte[] bytes) {
        reception.clients().forEach(client -> client.send(bytes));
    }
}
