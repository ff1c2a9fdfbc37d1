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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Heard;
import org.openhab.binding.solarplant.internal.capture.TapPoint;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A driver as something to poll. */
@NonNullByDefault
final class DriverTarget implements PollTarget, AutoCloseable {

    /** What is heard of a poll that neither succeeded nor failed. */
    private static final String ABANDONED = "abandoned";

    /** Who rests is polled so often. */
    private static final Duration RESTING = Duration.ofMinutes(5);

    private final Logger logger = LoggerFactory.getLogger(DriverTarget.class);
    private final Driver driver;
    private final CaptureSource source;
    private final String wire;
    private final Duration pollLimit;
    private final Optional<Duration> fullInterval;
    private final Queue<Runnable> beforeNextPoll = new ConcurrentLinkedQueue<>();
    private volatile Map<DeviceId, Map<Metric, Allowed>> settings = Map.of();
    private volatile Map<DeviceId, BigDecimal> mostForce = Map.of();
    private volatile List<RegisterDevice> registers = List.of();
    private volatile Optional<Device> device = Optional.empty();
    private volatile BooleanSupplier othersDeliver = () -> false;
    /** Of chargers nobody else tells. */
    private volatile boolean hasChargers;
    private volatile boolean storesForPower;
    private final AtomicInteger storedBesides = new AtomicInteger();
    private volatile BooleanSupplier mayBeSet = () -> false;

    /**
     * @param source of what a capture of it is made
     * @param wire what names its wire
     * @param pollLimit the sum of what the requests of one poll may take
     * @param fullInterval from one full poll to the next, if not the plant's
     */
    DriverTarget(Driver driver, CaptureSource source, String wire, Duration pollLimit,
            Optional<Duration> fullInterval) {
        this.driver = driver;
        this.source = source;
        this.wire = wire;
        this.pollLimit = pollLimit;
        this.fullInterval = fullInterval;
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public Optional<Duration> fullInterval() {
        return fullInterval;
    }

    @Override
    public boolean rests() {
        return othersDeliver.getAsBoolean() && !hasChargers;
    }

    /**
     * From one full poll to the next as it is now.
     *
     * @param plants the plant's interval
     */
    Duration currentInterval(Duration plants) {
        Duration usual = fullInterval.orElse(plants);
        return rests() && usual.compareTo(RESTING) < 0 ? RESTING : usual;
    }

    /** From now on it is polled rarely as long as this says that others deliver what it tells. */
    void restsWhile(BooleanSupplier delivered) {
        othersDeliver = delivered;
    }

    @Override
    public Duration pollLimit() {
        return pollLimit;
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        for (Runnable first = beforeNextPoll.poll(); first != null; first = beforeNextPoll.poll()) {
            first.run();
        }
        String outcome = ABANDONED;
        TapPoint taps = source.taps();
        Optional<WireLog> log = listen();
        taps.heard(new Heard.Begin(cadence == Cadence.FAST ? Heard.Occasion.FAST : Heard.Occasion.FULL));
        try {
            List<Reading> readings = driver.poll(cadence);
            storedBesides.addAndGet(driver.storedBesides());
            learn();
            registers = driver.registers();
            hasChargers = readings.stream().anyMatch(reading -> reading.device().id().kind() == DeviceKind.EV_CHARGER);
            device = Optional.of(readings.getFirst().device());
            outcome = Heard.End.WELL;
            log.ifPresent(line -> line.told(readings));
            return readings;
        } catch (PollException e) {
            outcome = e.failure().kind().id();
            throw e;
        } finally {
            taps.heard(new Heard.End(outcome));
            log.ifPresent(this::write);
        }
    }

    /**
     * With its next poll the driver finds out anew who answers and what there is.
     *
     * @param then done when it has forgotten all, before it asks anything
     */
    void searchAnew(Runnable then) {
        beforeNextPoll.add(() -> {
            driver.searchAnew();
            then.run();
        });
    }

    /** Of what a capture of it is made. */
    CaptureSource source() {
        return source;
    }

    /** Who answered last; nothing before anybody did. */
    Optional<Device> device() {
        return device;
    }

    /** The devices whose registers it reads, as the driver knew them when it was last polled. */
    List<RegisterDevice> registers() {
        return registers;
    }

    /** From now on orders are carried out as long as this says so: the last door before the driver. */
    void mayBeSet(BooleanSupplier allowed) {
        mayBeSet = allowed;
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        if (!mayBeSet.getAsBoolean()) {
            return new Outcome.Refused(Refusal.Kind.NOT_ALLOWED);
        }
        TapPoint taps = source.taps();
        Optional<WireLog> log = listen();
        taps.heard(new Heard.Begin(Heard.Occasion.ORDER));
        try {
            Outcome outcome = driver.apply(order);
            storedBesides.addAndGet(driver.storedBesides());
            learn();
            return outcome;
        } finally {
            taps.heard(new Heard.End(Heard.End.WELL));
            log.ifPresent(this::write);
        }
    }

    /** Listens to a poll or an order, if anybody wants to read of it. */
    private Optional<WireLog> listen() {
        if (!logger.isDebugEnabled()) {
            return Optional.empty();
        }
        WireLog log = new WireLog(source.around().ticker());
        source.taps().attach(log);
        return Optional.of(log);
    }

    private void write(WireLog log) {
        source.taps().detach(log);
        logger.debug("{} at {}: {}", device.map(known -> Serials.shortened(known.id().key())).orElse("Somebody"), wire,
                log.line());
    }

    /** What others ask for is kept here: the driver itself is used by one thread at a time. */
    private void learn() {
        settings = driver.settings();
        mostForce = driver.mostForce();
        storesForPower = driver.storesForPower();
    }

    /** What of this device may be set, as the driver knew it when it was last used. */
    Map<Metric, Allowed> settings(DeviceId device) {
        return settings.getOrDefault(device, Map.of());
    }

    /** The most power in W that this device may be asked for, as the driver knew it when it was last used. */
    Optional<BigDecimal> mostForce(DeviceId device) {
        return Optional.ofNullable(mostForce.get(device));
    }

    /** Why an order is refused for which there is nothing to set now, where there is more to say than that. */
    Optional<Refusal> objection(Order order) {
        return driver.objection(order);
    }

    /** Whether the next order of power also changes something that is stored. */
    boolean storesForPower() {
        return storesForPower;
    }

    /** How often something that is stored was written besides what was ordered, since this was last asked. */
    int storedBesides() {
        return storedBesides.getAndSet(0);
    }

    /** For how long the device obeys one order of power. */
    Duration longestForce() {
        return driver.longestForce();
    }

    /** What slows it down although it answers. */
    Optional<Failure> hindrance() {
        return driver.hindrance();
    }

    @Override
    public Set<String> lanes(Order order) {
        return driver.lanes(order);
    }

    @Override
    public Duration busy(Set<String> lanes) {
        return driver.busy(lanes);
    }

    @Override
    public void tryAgain() {
        driver.tryAgain();
    }

    @Override
    public void cut() {
        driver.cut();
    }

    @Override
    public void close() {
        driver.close();
        source.taps().close();
    }
}
