/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.BenchmarkPlant;

/**
 * Devices beside a healthy one, each with a local address of its own, 127.0.x.y, which Linux has by itself.
 *
 * @param name what they do
 * @param connection how they are asked
 * @param addresses where they are
 */
@NonNullByDefault
record Neighbours(String name, String connection, List<InetSocketAddress> addresses) {

    private static final String MODBUS = "solax-modbus";
    private static final String GIVENERGY = "givenergy";

    static Neighbours none() {
        return new Neighbours("alone", MODBUS, List.of());
    }

    /** Nobody listens there. */
    static Neighbours refused(int count) throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return new Neighbours(count + " that refuse to be connected", MODBUS,
                    addresses(count, 1, closed.getLocalPort()));
        }
    }

    /** Their systems do not answer an attempt to connect. */
    static Neighbours blackHoles(int count, List<AutoCloseable> open) throws IOException {
        ServerSocket full = new ServerSocket(0, 1);
        open.add(full);
        // nobody accepts: beyond these the system answers no attempt to connect
        for (int waiting = 0; waiting < 4; waiting++) {
            SocketChannel caller = SocketChannel.open();
            open.add(caller);
            caller.configureBlocking(false);
            caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()));
        }
        return new Neighbours(count + " that swallow attempts to connect", MODBUS,
                addresses(count, 2, full.getLocalPort()));
    }

    /** They let themselves be connected, and say nothing. */
    static Neighbours silent(int count, List<AutoCloseable> open) throws IOException {
        return new Neighbours(count + " silent over Modbus", MODBUS, addresses(count, 3, silence(open)));
    }

    /** The same, as dongles of GivEnergy. */
    static Neighbours silentDongles(int count, List<AutoCloseable> open) throws IOException {
        return new Neighbours(count + " silent dongles of GivEnergy", GIVENERGY, addresses(count, 4, silence(open)));
    }

    /** They answer, but late. */
    static Neighbours slow(List<Integer> ports) {
        return new Neighbours(ports.size() + " that answer after 4.5 s", MODBUS,
                ports.stream().map(port -> new InetSocketAddress("127.0.0.1", port)).toList());
    }

    void join(BenchmarkPlant plant) {
        addresses.forEach(address -> plant.addNeighbour(connection, address.getHostString(), address.getPort()));
    }

    private static List<InetSocketAddress> addresses(int count, int net, int port) {
        IntFunction<InetSocketAddress> address = i -> new InetSocketAddress("127.0.%d.%d".formatted(net, i + 1), port);
        return IntStream.range(0, count).mapToObj(address).toList();
    }

    private static int silence(List<AutoCloseable> open) throws IOException {
        ServerSocket silent = new ServerSocket(0, 500);
        open.add(silent);
        Thread.ofPlatform().daemon().name("silence").start(() -> {
            List<Socket> callers = new ArrayList<>();
            while (!silent.isClosed()) {
                try {
                    callers.add(silent.accept());
                } catch (IOException e) {
                    // closed: the end of the benchmark
                }
            }
        });
        return silent.getLocalPort();
    }
}
