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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.core.net.CidrAddress;

/** Whom a scan asks is bounded, private and near. */
@NonNullByDefault
class NeighbourhoodTest {

    private static CidrAddress own(String text) {
        String[] parts = text.split("/");
        try {
            return new CidrAddress(InetAddress.getByName(parts[0]), Short.parseShort(parts[1]));
        } catch (UnknownHostException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<String> around(@Nullable String primary, String... own) {
        return Neighbourhood.of(Stream.of(own).map(NeighbourhoodTest::own).toList(), primary).stream()
                .map(InetAddress::getHostAddress).toList();
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.77/24, 254, 192.168.1.1, 192.168.1.254", "10.1.2.3/22, 1022, 10.1.0.1, 10.1.3.254",
            "172.31.255.9/30, 2, 172.31.255.9, 172.31.255.10", "192.168.0.130/25, 126, 192.168.0.129, 192.168.0.254",
            "172.16.4.200/29, 6, 172.16.4.201, 172.16.4.206"})
    void aSmallNetworkIsAskedAsAWhole(String own, int count, String first, String last) {
        List<String> addresses = around(null, own);
        assertEquals(count, addresses.size());
        assertEquals(first, addresses.getFirst());
        assertEquals(last, addresses.getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.17.5.9/21", "172.17.5.9/16", "172.17.5.9/12", "172.17.5.9/0", "172.17.5.9/-1"})
    void ofAWideOneOnlyWhatIsNear(String own) {
        assertEquals(around(null, "172.17.5.9/24"), around(null, own));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8/24", "172.15.0.1/24", "172.32.0.1/24", "192.169.0.1/24", "100.64.0.1/24",
            "169.254.3.4/16", "127.0.0.1/24", "fd00::1/64", "fe80::1/64", "10.0.0.1/31", "10.0.0.1/32"})
    void whatIsNotPrivateOrHasNoNeighboursIsLeftAlone(String own) {
        assertEquals(List.of(), around(null, own));
    }

    @Test
    void severalNetworksAreAskedOneAfterTheOther() {
        List<String> addresses = around("192.168.1.7", "10.0.0.5/30", "192.168.1.7/30", "fe80::1/64",
                "192.168.1.8/29", "8.8.8.8/24");
        assertEquals(List.of("192.168.1.5", "192.168.1.6", "10.0.0.5", "10.0.0.6", "192.168.1.9", "192.168.1.10",
                "192.168.1.11", "192.168.1.12", "192.168.1.13", "192.168.1.14"), addresses);
        assertEquals(List.of("10.0.0.5", "10.0.0.6"), around(null, "10.0.0.5/30", "10.0.0.6/30"), "each once");
    }

    @Test
    void thereAreNeverTooMany() {
        List<String> addresses = around("10.4.0.1", "10.1.0.1/22", "10.2.0.1/22", "10.3.0.1/16", "10.4.0.1/24");
        assertEquals(Neighbourhood.MOST_ADDRESSES, addresses.size());
        assertTrue(addresses.contains("10.4.0.254"), "the user's own choice comes first");
    }
}
