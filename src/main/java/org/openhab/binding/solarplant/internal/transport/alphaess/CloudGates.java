/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** The gates of all accounts in use: plants with the same AppID at one cloud have one together. */
@NonNullByDefault
public final class CloudGates {

    private final Ticker ticker;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /**
     * @param ticker elapsed time
     */
    public CloudGates(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * The gate of an account.
     *
     * @param cloud where the cloud is
     */
    public Gate of(String cloud, String appId) {
        return gates.computeIfAbsent(cloud + " " + appId, account -> new Gate(ticker));
    }
}
