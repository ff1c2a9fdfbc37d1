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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A GivEnergy dongle on the loopback interface. Every answer goes to all its clients, as with real ones. Tests tell it
 * what should go wrong ({@link #faults()}), let it say things that nobody asked for ({@link #say}), and ask it what it
 * was asked ({@link #requests()}). Closing it ends every thread and socket of it.
 */
@NonNullByDefault
public final class DongleSimulator implements AutoCloseable {
    private static final int JOIN_MILLIS = 2000;

    private final DongleOptions options;
    private final DongleResponder responder;
    private final ServerSocket server;
    private final DongleFaults faults = new DongleFaults();
    private final Journal<Request> journal = new Journal<>();
    private final Closing closing = new Closing();
    private final DongleWire wire;
    private final Map<DongleClient, Thread> clients = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final Thread acceptor;

    private DongleSimulator(DongleOptions options) throws IOException {
        this.options = options;
        responder = new DongleResponder(options);
        server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        wire = new DongleWire(name("wire"), closing, this::fanOut, this::dropConnections);
        acceptor = Thread.ofPlatform().daemon().name(name("accept")).unstarted(this::accept);
    }

    /**
     * Starts to listen.
     *
     * @throws java.net.BindException if the port is taken
     */
    public static DongleSimulator start(DongleOptions options) throws IOException {
        DongleSimulator simulator = new DongleSimulator(options);
        simulator.acceptor.start();
        if (!options.heartbeat().isZero()) {
            byte[] heartbeat = simulator.frames().heartbeat();
            simulator.wire.each(() -> simulator.clients.keySet().forEach(client -> client.heartbeat(heartbeat)),
                    options.heartbeat());
        }
        return simulator;
    }

    /** The address to connect to. */
    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    /** The port to connect to. */
    public int port() {
        return server.getLocalPort();
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
        return accepted.get();
    }

    /** How many connections are served now. */
    public int openConnections() {
        return (int) clients.values().stream().filter(Thread::isAlive).count();
    }

    /** Closes all open connections; new ones are welcome. */
    public void dropConnections() {
        // those of this moment: a client may connect anew while the others are still being closed
        List.copyOf(clients.keySet()).forEach(DongleClient::close);
    }

    @Override
    public void close() {
        closing.now();
        try {
            server.close();
        } catch (IOException e) {
            // it is closed either way
        }
        dropConnections();
        try {
            acceptor.join(JOIN_MILLIS);
            wire.close();
            dropConnections();
            for (Thread thread : clients.values()) {
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!closing.isOver()) {
            try {
                Socket socket = server.accept();
                // a thread leaves the map only after its end, so that close() misses none
                clients.values().removeIf(thread -> !thread.isAlive());
                DongleClient client = new DongleClient(socket, (int) options.idle().toMillis(), this::serve,
                        this::heartbeat);
                Thread thread = Thread.ofPlatform().daemon().name(name("client-" + accepted.incrementAndGet()))
                        .unstarted(client);
                clients.put(client, thread);
                thread.start();
            } catch (IOException e) {
                // either the end, or a client that went away while being accepted
            }
        }
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
        clients.keySet().forEach(client -> client.send(bytes));
    }

    private String name(String what) {
        return "sim-" + server.getLocalPort() + "-" + what;
    }
}
