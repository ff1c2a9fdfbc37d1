/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;

/** A driver as something to poll. */
@NonNullByDefault
final class DriverTarget implements PollTarget, AutoCloseable {

    /** No poll of a device makes more requests: detection, all blocks, and the search for refused registers. */
    private static final int MOST_REQUESTS = 40;

    private final Driver driver;
    private final ModbusEndpoint endpoint;
    private final Optional<Duration> fullInterval;

    DriverTarget(Driver driver, ModbusEndpoint endpoint, Optional<Duration> fullInterval) {
        this.driver = driver;
        this.endpoint = endpoint;
        this.fullInterval = fullInterval;
    }

    @Override
    public String wire() {
        return endpoint.address();
    }

    @Override
    public Optional<Duration> fullInterval() {
        return fullInterval;
    }

    @Override
    public Duration pollLimit() {
        Duration request = endpoint.requestTimeout().plus(endpoint.requestGap());
        return endpoint.connectTimeout().plus(request.multipliedBy(MOST_REQUESTS));
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        return driver.poll(cadence);
    }

    @Override
    public void cut() {
        driver.cut();
    }

    @Override
    public void close() {
        driver.close();
    }
}
