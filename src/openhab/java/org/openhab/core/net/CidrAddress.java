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

import java.net.InetAddress;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** An address of the host with the length of its network's prefix. */
@NonNullByDefault
public class CidrAddress {

    private final InetAddress address;
    private final int prefix;

    public CidrAddress(InetAddress address, short networkPrefixLength) {
        this.address = address;
        this.prefix = networkPrefixLength;
    }

    public InetAddress getAddress() {
        return address;
    }

    public int getPrefix() {
        return prefix;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CidrAddress that && prefix == that.prefix && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, prefix);
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
