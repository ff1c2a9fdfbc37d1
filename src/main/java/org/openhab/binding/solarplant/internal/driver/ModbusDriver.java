/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Identification;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.profile.RegisterMap;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * A device over Modbus, with the parts that ride on it. Who answers is asked anew on each connection: addresses get
 * swapped, and values of another device must never be shown as this one's.
 */
@NonNullByDefault
public final class ModbusDriver implements Driver {

    private static final long NO_CONNECTION = -1;
    private static final int ATTEMPTS = 2;
    private static final String FIRMWARE = "firmwareVersion";

    /**
     * Who was detected, and what has been learned of it since. The map that it was detected with is not kept: most devices
     * soon have a better one, and each takes kilobytes.
     */
    private record Known(Device identity, Map<String, Integer> facts, RegisterDevice device) {

        /** Whether it is the same device and nothing about it has changed. */
        boolean isStill(Detected detected) {
            return identity.equals(detected.device()) && facts.equals(detected.map().facts());
        }
    }

    private final RegisterTransport transport;
    private final int unit;
    private final Detection detection;
    private final Identification identification;
    private final Finish finish;
    private final Orders orders;
    private final InstantSource clock;
    private final SettingsCadence settings;

    private @Nullable Known known;
    private long verifiedOn = NO_CONNECTION;

    /**
     * @param transport the wire, which the driver lets go of when it is closed
     * @param unit the device's Modbus unit id
     * @param detection finds out who answers, over the same wire
     * @param finish what the vendor adds to readings
     * @param orders what the vendor makes of orders, over the same wire
     * @param clock the time of readings
     */
    public ModbusDriver(RegisterTransport transport, int unit, Detection detection, Finish finish, Orders orders,
            InstantSource clock) {
        this.transport = transport;
        this.unit = unit;
        this.detection = detection;
        this.identification = new Identification(transport, unit);
        this.finish = finish;
        this.orders = orders;
        this.clock = clock;
        this.settings = new SettingsCadence(clock);
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                RegisterDevice device = verified();
                // sums of what was read so far would lack what a device tells of itself with a full poll only
                Cadence extent = settings.of(device.isKnown() ? cadence : Cadence.FULL);
                List<Reading> readings = new ArrayList<>(device.poll(extent));
                Map<Metric, Value> besides = finish.ask(extent);
                if (verifiedOn == transport.connection()) {
                    settings.succeeded(extent);
                    readings.set(0, with(besides, readings.getFirst()));
                    orders.follow(readings.getFirst(), device);
                    return finish.finish(readings);
                }
                // the connection was renewed in between: the answers may be anybody's
            }
            throw new TransportException.Garbled("the connection was renewed within each attempt", null);
        } catch (TransportException e) {
            verifiedOn = NO_CONNECTION;
            settings.failed();
            throw Failures.of(e);
        }
    }

    @Override
    public Map<DeviceId, Map<Metric, Allowed>> settings() {
        Known now = known;
        return now == null ? Map.of() : Map.of(now.identity.id(), orders.settings(now.device));
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        try {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                Outcome outcome = applyOnce(order);
                if (verifiedOn == transport.connection() || !(outcome instanceof Outcome.Refused)) {
                    return noted(order, outcome);
                }
                // the connection was renewed before anything was sent: who answers now?
            }
            return noted(order, applyOnce(order));
        } catch (PollException | TransportException e) {
            verifiedOn = NO_CONNECTION;
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
    }

    /** What is stored may have changed in more than what was read back. */
    private Outcome noted(Order order, Outcome outcome) {
        if (order.wears() && !(outcome instanceof Outcome.Refused) && !(outcome instanceof Outcome.Unchanged)) {
            settings.renew();
        }
        return outcome;
    }

    private Outcome applyOnce(Order order) throws PollException, TransportException, InterruptedException {
        RegisterDevice device = verified();
        if (known instanceof Known now && !now.identity.id().equals(order.device())) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        Optional<Refusal> obstacle = device.obstacle(order);
        if (obstacle.isPresent()) {
            return new Outcome.Refused(obstacle.get());
        }
        return order instanceof Order.Change change
                ? orders.change(change, device)
                : orders.apply(order, device);
    }

    @Override
    public Duration longestForce() {
        return orders.longestForce();
    }

    @Override
    public Map<DeviceId, BigDecimal> mostForce() {
        Known now = known;
        return now == null
                ? Map.of()
                : orders.mostForce(now.device).map(most -> now.device.takesPower() ? most : BigDecimal.ZERO)
                        .map(most -> Map.of(now.identity.id(), most)).orElse(Map.of());
    }

    @Override
    public boolean storesForPower() {
        return known instanceof Known now && orders.storesForPower(now.device);
    }

    @Override
    public int storedBesides() {
        return orders.storedBesides();
    }

    @Override
    public void searchAnew() {
        settings.renew();
        known = null;
        verifiedOn = NO_CONNECTION;
    }

    @Override
    public List<RegisterDevice> registers() {
        Known now = known;
        return now == null ? List.of() : List.of(now.device);
    }

    @Override
    public void cut() {
        transport.cut();
    }

    @Override
    public void close() {
        orders.close();
        transport.close();
    }

    private RegisterDevice verified() throws PollException, TransportException, InterruptedException {
        Known before = known;
        if (before != null && verifiedOn == transport.connection()) {
            return before.device;
        }
        String serial = detection.serial();
        long connection = transport.connection();
        // all of it anew, since what a device says of itself changes with its firmware
        Detected detected = identified(detection.detect(serial));
        verifiedOn = connection;
        if (before != null && before.isStill(detected)) {
            return before.device;
        }
        settings.renew();
        Known now = new Known(detected.device(), detected.map().facts(),
                new RegisterDevice(detected.device(), detected.map(), transport, unit, () -> isAnsweredBy(serial),
                        clock));
        known = now;
        return now.device;
    }

    /** The device with what it says of itself once for each connection, as far as its register map knows where. */
    private Detected identified(Detected detected) throws TransportException, InterruptedException {
        RegisterMap told = identification.variant(detected.map().profile(), detected.map().facts());
        RegisterMap map = told.profile().variant(detection.completed(told.facts()));
        Map<String, String> properties = new HashMap<>(detected.device().properties());
        if (!properties.containsKey(FIRMWARE)) {
            identification.firmware(map.profile()).ifPresent(firmware -> properties.put(FIRMWARE, firmware));
        }
        return new Detected(new Device(detected.device().id(), detected.device().owner(), properties), map);
    }

    /** Whether a device with this serial number answers now. */
    private boolean isAnsweredBy(String serial) throws TransportException, InterruptedException {
        try {
            return detection.serial().equals(serial);
        } catch (PollException other) {
            // one that tells none, or that is another than the user expects
            return false;
        }
    }

    private static Reading with(Map<Metric, Value> besides, Reading reading) {
        if (besides.isEmpty()) {
            return reading;
        }
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.putAll(besides);
        return reading.with(values);
    }
}
