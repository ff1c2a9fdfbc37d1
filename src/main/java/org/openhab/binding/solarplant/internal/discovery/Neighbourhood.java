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

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.net.CidrAddress;

/**
 * Which addresses a scan asks: those of the host's own private IPv4 networks (RFC 1918), and never too many. openHAB has
 * lists of a network's addresses too, but they are right only where a network ends at a full byte.
 */
@NonNullByDefault
final class Neighbourhood {

    /** The most addresses of all networks together: at most some two minutes of scanning. */
    static final int MOST_ADDRESSES = 1024;

    /** The widest network that is asked as a whole: 1022 addresses. */
    private static final int SHORTEST_PREFIX = 22;
    /** What is asked of a wider one: 254 addresses around the host's own. */
    private static final int PREFIX_WITHIN_WIDER = 24;
    /** What is longer has no neighbours: tunnels, containers. */
    private static final int LONGEST_PREFIX = 30;

    private Neighbourhood() {}

    /**
     * All addresses to ask, network by network.
     *
     * @param own the host's own addresses
     * @param primary the one of them that the user prefers, whose network comes first
     */
    static List<InetAddress> of(Collection<CidrAddress> own, @Nullable String primary) {
        return own.stream().filter(Neighbourhood::isPrivate)
                .sorted(Comparator.comparing(address -> !address.getAddress().getHostAddress().equals(primary)))
                .flatMap(Neighbourhood::around).distinct().limit(MOST_ADDRESSES).toList();
    }

    /** Java calls site-local what RFC 1918 calls private. */
    private static boolean isPrivate(CidrAddress own) {
        return own.getAddress() instanceof Inet4Address address && address.isSiteLocalAddress()
                && own.getPrefix() <= LONGEST_PREFIX;
    }

    /** The addresses of a network without the first and the last, which stand for the network and for all of it. */
    private static Stream<InetAddress> around(CidrAddress own) {
        int prefix = own.getPrefix() < SHORTEST_PREFIX ? PREFIX_WITHIN_WIDER : own.getPrefix();
        int size = 1 << Integer.SIZE - prefix;
        int network = ByteBuffer.wrap(own.getAddress().getAddress()).getInt() & -size;
        return IntStream.range(1, size - 1).mapToObj(number -> address(network + number));
    }

    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
