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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Devices behind a Modbus TCP port on the loopback interface. Tests tell it what should go wrong ({@link #faults()})
 * and ask it what it was asked ({@link #requests()}). Closing it ends every thread and socket of it.
 */
@NonNullByDefault
public final class ModbusSimulator implements AutoCloseable {
    private static final int JOIN_MILLIS = 2000;

    private final SimulatorOptions options;
    private final ServerSocket server;
    private final Faults faults = new Faults();
    private final Journal<Request> journal = new Journal<>();
    private final Closing closing = new Closing();
    private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Thread acceptor;

    private ModbusSimulator(SimulatorOptions options) throws IOException {
        this.options = options;
        server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        acceptor = daemon(this::accept, "accept");
    }

    /** One device on a free port that answers every unit id. */
    public static ModbusSimulator serve(RegisterImage image) throws IOException {
        return start(SimulatorOptions.modbusTcp().anyUnit(image));
    }

    /**
     * Starts to listen.
     *
     * @throws java.net.BindException if the port is taken
     */
    public static ModbusSimulator start(SimulatorOptions options) throws IOException {
        ModbusSimulator simulator = new ModbusSimulator(options);
        simulator.acceptor.start();
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
    public Faults faults() {
        return faults;
    }

    /** The latest requests, oldest first. */
    public List<Request> requests() {
        return journal.all();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        journal.clear();
    }

    /** How many connections were ever accepted, those that were turned away among them. */
    public int connectionsAccepted() {
        return accepted.get();
    }

    /** How many connections are served now. */
    public int openConnections() {
        return (int) connections.values().stream().filter(thread -> !hasEnded(thread)).count();
    }

    /** Closes all open connections, as dongles do about once a day; new ones are welcome. */
    public void dropConnections() {
        connections.keySet().forEach(Connection::close);
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
        dropConnections();
        connections.values().forEach(ModbusSimulator::join);
    }

    private void accept() {
        while (!closing.isOver()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                // a thread leaves the map only after its end, so that close() misses none
                connections.values().removeIf(ModbusSimulator::hasEnded);
                Connection connection = new Connection(socket, options, faults, journal, closing);
                if (closing.isOver() || connections.size() >= options.maxConnections()) {
                    connection.close();
                } else {
                    Thread thread = daemon(connection, "client-" + accepted.get());
                    // known before it serves: whoever was answered is counted and can be dropped
                    connections.put(connection, thread);
                    thread.start();
                }
            } catch (IOException e) {
                // either the end, or a client that went away while being accepted
            }
        }
    }

    private Thread daemon(Runnable work, String name) {
        return Thread.ofPlatform().daemon().name("sim-" + server.getLocalPort() + "-" + name).unstarted(work);
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
