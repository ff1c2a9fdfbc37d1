/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxDetection.Detected;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * A SolaX inverter over Modbus. Who answers is asked anew on each connection: addresses get swapped, and values of
 * another inverter must never be shown as this one's.
 */
@NonNullByDefault
public final class SolaxDriver implements Driver {

    private static final Metric STATE_OF_CHARGE = Metrics.of("battery#state-of-charge");
    private static final Metric CAPACITY = Metrics.of("battery#capacity");
    private static final long NO_CONNECTION = -1;
    private static final int ATTEMPTS = 2;

    /**
     * Who was detected, and what has been learned of it since. The map that it was detected with is not kept: most devices
     * soon have a better one, and each takes kilobytes.
     */
    private record Known(Device inverter, Map<String, Integer> facts, RegisterDevice device) {

        /** Whether it is the same inverter and nothing about it has changed. */
        boolean isStill(Detected detected) {
            return inverter.equals(detected.device()) && facts.equals(detected.map().facts());
        }
    }

    private final RegisterTransport transport;
    private final SolaxSettings settings;
    private final SolaxDetection detection;
    private final InstantSource clock;

    private @Nullable Known known;
    private long verifiedOn = NO_CONNECTION;

    /**
     * @param transport the wire, which the driver lets go of when it is closed
     * @param settings what the user says of the inverter
     * @param profiles where register maps come from
     * @param clock the time of readings
     */
    public SolaxDriver(RegisterTransport transport, SolaxSettings settings, ProfileStore profiles,
            InstantSource clock) {
        this.transport = transport;
        this.settings = settings;
        this.detection = new SolaxDetection(transport, settings, profiles);
        this.clock = clock;
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                List<Reading> readings = verified().poll(cadence);
                if (verifiedOn == transport.connection()) {
                    return readings.stream().map(this::withCapacity).toList();
                }
                // the connection was renewed in between: the answers may be anybody's
            }
            throw new TransportException.Garbled("the connection was renewed within each attempt", null);
        } catch (TransportException e) {
            verifiedOn = NO_CONNECTION;
            throw Failures.of(e);
        }
    }

    @Override
    public void cut() {
        transport.cut();
    }

    @Override
    public void close() {
        transport.close();
    }

    private RegisterDevice verified() throws PollException, TransportException, InterruptedException {
        Known before = known;
        if (before != null && verifiedOn == transport.connection()) {
            return before.device;
        }
        String serial = detection.serial();
        long connection = transport.connection();
        // all of it anew, since what an inverter says of itself changes with its firmware
        Detected detected = detection.detect(serial);
        Known now = before != null && before.isStill(detected)
                ? before
                : new Known(detected.device(), detected.map().facts(), new RegisterDevice(detected.device(),
                        detected.map(), transport, settings.unit(), clock));
        known = now;
        verifiedOn = connection;
        return now.device;
    }

    /** Older models do not tell how big their battery is: then the user may have. */
    private Reading withCapacity(Reading reading) {
        if (settings.batteryCapacity().isEmpty() || !reading.values().containsKey(STATE_OF_CHARGE)
                || reading.values().containsKey(CAPACITY)) {
            return reading;
        }
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.put(CAPACITY, new Value.Amount(settings.batteryCapacity().get()));
        return new Reading(reading.device(), reading.at(), reading.cadence(), values, reading.rejected());
    }
}
