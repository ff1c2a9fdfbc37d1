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
 * Where the clients of a simulator come in, on the loopback interface. Each gets a thread of its own; closing it ends
 * all threads and sockets.
 *
 * @param <C> one client: served by {@code run}, sent away by {@code close}
 */
@NonNullByDefault
final class Reception<C extends Reception.Client> implements AutoCloseable {
    private static final int JOIN_MILLIS = 2000;

    private final int most;
    private final Closing closing;
    private final Welcome<C> welcome;
    private final ServerSocket server = new ServerSocket();
    private final Map<C, Thread> clients = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Thread acceptor;

    /** Somebody who is served. */
    interface Client extends Runnable, AutoCloseable {
        @Override
        void close();
    }

    /** Makes a client of a connection. */
    @FunctionalInterface
    interface Welcome<C> {
        C to(Socket socket) throws IOException;
    }

    /**
     * Listens; nobody is let in before {@link #open}.
     *
     * @param port 0 takes a free one
     * @param most so many clients are served at a time, and others are turned away
     * @throws java.net.BindException if the port is taken
     */
    Reception(int port, int most, Closing closing, Welcome<C> welcome) throws IOException {
        this.most = most;
        this.closing = closing;
        this.welcome = welcome;
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        acceptor = daemon(this::accept, "accept");
    }

    /** Lets clients in. */
    void open() {
        acceptor.start();
    }

    String host() {
        return server.getInetAddress().getHostAddress();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The name of a thread of this simulator. */
    String name(String what) {
        return "sim-" + port() + "-" + what;
    }

    /** How many connections were ever accepted, those that were turned away among them. */
    int accepted() {
        return accepted.get();
    }

    /** How many clients are served now. */
    int served() {
        return (int) clients.values().stream().filter(thread -> !hasEnded(thread)).count();
    }

    /** Those of this moment: a client may connect anew meanwhile. */
    List<C> clients() {
        return List.copyOf(clients.keySet());
    }

    /** Sends all clients away; new ones are welcome. */
    void dropAll() {
        clients().forEach(Client::close);
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
        dropAll();
        clients.values().forEach(Reception::join);
    }

    private void accept() {
        while (!closing.isOver()) {
            try {
                Socket socket = server.accept();
                String name = "client-" + accepted.incrementAndGet();
                // a thread leaves the map only after its end, so that close() misses none
                clients.values().removeIf(Reception::hasEnded);
                if (closing.isOver() || clients.size() >= most) {
                    socket.close();
                    continue;
                }
                C client = welcome.to(socket);
                Thread thread = daemon(client, name);
                // known before it is served: whoever was answered is counted and can be dropped
                clients.put(client, thread);
                thread.start();
            } catch (IOException e) {
                // either the end, or a client that went away while being accepted
            }
        }
    }

    private Thread daemon(Runnable work, String name) {
        return Thread.ofPlatform().daemon().name(name(name)).unstarted(work);
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
