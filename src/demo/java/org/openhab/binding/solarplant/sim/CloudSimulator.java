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
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The AlphaESS cloud on the loopback interface, without TLS. Tests tell it what should go wrong ({@link #faults()}) or
 * what it should say ({@link #bodies()}), and ask it what it was asked ({@link #requests()}). Closing it ends every
 * thread and socket of it.
 */
@NonNullByDefault
public final class CloudSimulator implements AutoCloseable {
    private static final int JOIN_MILLIS = 2000;

    private final CloudDesk desk;
    private final ServerSocket server;
    private final Closing closing = new Closing();
    private final Map<CloudConnection, Thread> connections = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Thread acceptor;

    private CloudSimulator(CloudDesk desk, int port) throws IOException {
        this.desk = desk;
        server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        acceptor = daemon(this::accept, "accept");
    }

    /**
     * Starts to listen on a free port.
     *
     * @param clock the time of the cloud and of all of its systems
     */
    public static CloudSimulator start(CloudAccount account, InstantSource clock) throws IOException {
        return start(account, clock, 0);
    }

    /**
     * Starts to listen.
     *
     * @param clock the time of the cloud and of all of its systems
     * @param port on the loopback interface; 0 takes a free one
     * @throws java.net.BindException if the port is taken
     */
    public static CloudSimulator start(CloudAccount account, InstantSource clock, int port) throws IOException {
        CloudSimulator simulator = new CloudSimulator(new CloudDesk(account, clock), port);
        simulator.acceptor.start();
        return simulator;
    }

    /** Where the endpoints are, in place of {@code https://openapi.alphaess.com/api}; without a slash at the end. */
    public URI base() {
        return URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + port() + "/api");
    }

    /** The port to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** What shall go wrong. */
    public CloudFaults faults() {
        return desk.faults();
    }

    /** What it shall say in place of its own words. */
    public CloudBodies bodies() {
        return desk.bodies();
    }

    /** How often it may be asked. */
    public CloudRate rate() {
        return desk.rate();
    }

    /** The latest requests, oldest first. */
    public List<CloudRequest> requests() {
        return desk.journal().all();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        desk.journal().clear();
    }

    /** How many connections are served now. */
    public int openConnections() {
        return (int) connections.values().stream().filter(thread -> !hasEnded(thread)).count();
    }

    @Override
    public void close() {
        closing.now();
        try {
            server.close();
        } catch (IOException e) {
            // it is closed either way
        }
        join(acceptor);
        connections.keySet().forEach(CloudConnection::close);
        connections.values().forEach(CloudSimulator::join);
    }

    private void accept() {
        while (!closing.isOver()) {
            try {
                Socket socket = server.accept();
                // a thread leaves the map only after its end, so that close() misses none
                connections.values().removeIf(CloudSimulator::hasEnded);
                CloudConnection connection = new CloudConnection(socket, desk, closing);
                if (closing.isOver()) {
                    connection.close();
                } else {
                    Thread thread = daemon(connection, "client-" + accepted.incrementAndGet());
                    connections.put(connection, thread);
                    thread.start();
                }
            } catch (IOException e) {
                // either the end, or a client that went away while being accepted
            }
        }
    }

    private Thread daemon(Runnable work, String name) {
        return Thread.ofPlatform().daemon().name("sim-" + port() + "-" + name).unstarted(work);
    }

    private static boolean hasEnded(Thread thread) {
        return thread.getState() == Thread.State.TERMINATED;
    }

    private static void join(Thread thread) {
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
