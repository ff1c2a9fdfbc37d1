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

import java.time.Duration;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;

import com.google.gson.JsonObject;

/** The calls that an account at the AlphaESS cloud takes. */
@NonNullByDefault
public interface CloudApi {

    /**
     * Reads from an endpoint; waits for its turn first.
     *
     * @param endpoint its name, such as {@code getEssList}
     * @param parameters what it is asked about
     * @throws TransportException if nothing came that is an answer
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    Answer get(String endpoint, Map<String, String> parameters) throws TransportException, InterruptedException;

    /**
     * Writes to an endpoint; waits for its turn first. Sent anew only where the cloud has said that it did nothing.
     *
     * @param endpoint its name, such as {@code updateChargeConfigInfo}
     * @param body what is sent
     * @throws TransportException if nothing came that is an answer: nobody knows whether it had its effect
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    Answer post(String endpoint, JsonObject body) throws TransportException, InterruptedException;

    /** From one call to the next at present. */
    Duration spacing();

    /** Whether the cloud has asked for fewer calls of late. */
    boolean isSlowedDown();

    /** The next call is made even if credentials were rejected of late: somebody wants to know how it is now. */
    void tryAgain();

    /** Makes a call under way fail at once. */
    void cut();
}
