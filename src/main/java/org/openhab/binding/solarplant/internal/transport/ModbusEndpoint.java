/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Where a Modbus device or gateway listens and how it wants to be asked.
 *
 * @param host name or address
 * @param port TCP port, usually {@link #PORT}
 * @param framing how messages are wrapped
 * @param connectTimeout the longest that connecting may take
 * @param requestTimeout the longest from a request to the end of its answer
 * @param requestGap the shortest pause between two requests; zero for none
 * @param writeGap the shortest time from one write to the next; zero for none
 */
@NonNullByDefault
public record ModbusEndpoint(String host, int port, Framing framing, Duration connectTimeout, Duration requestTimeout,
        Duration requestGap, Duration writeGap) {

    /** The port of Modbus TCP. */
    public static final int PORT = 502;

    /** {@code host:port}: what stands for one wire, whoever else talks over it. */
    public String address() {
        return host + ":" + port;
    }
}
