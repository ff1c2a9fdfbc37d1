/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.core.common.NamedThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks at the doors of many addresses who is there, some at a time. Used once: it ends by itself when all have been asked,
 * or at once when it is closed.
 */
@NonNullByDefault
final class NetworkScan implements AutoCloseable {

    /** Addresses asked at the same time: their threads wait nearly all the time. */
    private static final int AT_ONCE = 16;
    /** A name that takes longer to look up is of no use to its thing either. */
    private static final long LOOK_UP_SECONDS = 10;

    private final Logger logger = LoggerFactory.getLogger(NetworkScan.class);

    private final List<InetAddress> addresses;
    private final List<Door<?>> doors;
    private final List<Claim> claims;
    private final Consumer<Find> found;
    private final Consumer<NetworkScan> finished;
    /** One more thread hands out the work. */
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE + 1,
            new NamedThreadFactory("solarplant-scan", true));
    private final Set<RegisterTransport> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param addresses whom to ask
     * @param doors where to ask
     * @param claims who is not to be asked
     * @param found hears of each device, from several threads
     * @param finished hears of this scan when all have been asked; not called if the scan is closed before
     */
    NetworkScan(List<InetAddress> addresses, List<Door<?>> doors, List<Claim> claims, Consumer<Find> found,
            Consumer<NetworkScan> finished) {
        this.addresses = addresses;
        this.doors = doors;
        this.claims = claims;
        this.found = found;
        this.finished = finished;
    }

    /** Returns at once. */
    void start() {
        threads.execute(this::run);
    }

    private void run() {
        try {
            Map<InetAddress, Set<Integer>> claimed = lookUp();
            threads.invokeAll(addresses.stream()
                    .map(address -> visit(address, claimed.getOrDefault(address, Set.of()))).toList());
            if (!closed) {
                finished.accept(this);
            }
        } catch (InterruptedException | RejectedExecutionException e) {
            // closed before its end, by whoever does not want it any more
        } finally {
            close();
        }
    }

    /** The ports that are not to be used, by address. */
    private Map<InetAddress, Set<Integer>> lookUp() throws InterruptedException {
        Map<InetAddress, Set<Integer>> ports = new ConcurrentHashMap<>();
        threads.invokeAll(claims.stream().map(claim -> (Callable<Boolean>) () -> {
            addresses(claim.host()).forEach(address -> ports
                    .computeIfAbsent(address, first -> ConcurrentHashMap.newKeySet()).addAll(claim.ports()));
            return true;
        }).toList(), LOOK_UP_SECONDS, TimeUnit.SECONDS);
        return ports;
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            // a name that leads nowhere leads its thing nowhere
            return List.of();
        }
    }

    private Callable<Boolean> visit(InetAddress address, Set<Integer> claimed) {
        return () -> {
            try {
                for (Door<?> door : doors) {
                    if (!claimed.contains(door.port())) {
                        knock(door, address.getHostAddress());
                    }
                }
                return true;
            } catch (RuntimeException e) {
                logger.warn("The search for devices met a defect of the binding", e);
                return false;
            }
        };
    }

    private <W extends RegisterTransport> void knock(Door<W> door, String host) throws InterruptedException {
        try (W wire = door.wire().apply(host)) {
            open.add(wire);
            try {
                // looked at only now: whoever closes the scan finds either this wire or nobody who uses it
                if (!closed) {
                    door.ask(wire, host).filter(find -> !closed).ifPresent(found);
                }
            } finally {
                open.remove(wire);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        open.forEach(RegisterTransport::close);
    }
}
