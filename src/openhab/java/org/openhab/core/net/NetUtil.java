/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.net;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.LoggerFactory;

/** What openHAB knows of the host's network interfaces. */
@NonNullByDefault
public class NetUtil implements NetworkAddressService {

    private NetUtil() {}

    @Override
    public @Nullable String getPrimaryIpv4HostAddress() {
        return null;
    }

    /** The addresses of all interfaces that are up, those of the loopback interface not among them. */
    public static Collection<CidrAddress> getAllInterfaceAddresses() {
        try {
            return NetworkInterface.networkInterfaces().filter(NetUtil::isUsed)
                    .flatMap(used -> used.getInterfaceAddresses().stream())
                    .map(own -> new CidrAddress(own.getAddress(), own.getNetworkPrefixLength())).toList();
        } catch (SocketException e) {
            LoggerFactory.getLogger(NetUtil.class).error("Could not find interface IP addresses", e);
            return List.of();
        }
    }

    private static boolean isUsed(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
