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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Orders;
import org.openhab.binding.solarplant.internal.driver.solax.BlockWriter.Told;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remote control of G4 and later: registers that are not stored, and that the inverter forgets by itself when their time
 * is over (solax.md §1.5, §3.13).
 */
@NonNullByDefault
final class SolaxRemoteControl {

    private static final Metric MODE = Metrics.of("remote-control#mode");
    private static final Set<Metric> STATE = Set.of(MODE, Metrics.of("remote-control#target-power"),
            Metrics.of("remote-control#actual-power"));
    private static final String OFF = "off";
    /** Whatever is asked for, the registers are not made for more (solax.md §3.13, ranges). */
    private static final int MOST_WATTS = 30_000;
    /** Older firmware ends this kind of control by itself after 10 minutes: more would be promised than kept. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Logger logger = LoggerFactory.getLogger(SolaxRemoteControl.class);
    private final BlockWriter blocks;
    private final InstantSource time;

    /** What must be given back until when, if the connection is still the same then. */
    private record Taken(RemoteBlock block, Instant until, long connection) {}

    private volatile Taken taken = new Taken(RemoteBlock.A, Instant.MIN, 0);

    SolaxRemoteControl(BlockWriter blocks, InstantSource time) {
        this.blocks = blocks;
        this.time = time;
    }

    Outcome force(Order.ForcePower order, RegisterDevice device) throws InterruptedException {
        if (!device.has(MODE)) {
            return Orders.notSupported(order);
        }
        int most = Math.min(device.fact("rated"), MOST_WATTS);
        if (order.power().abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            return outOfRange("power", -most + ".." + most + " W");
        }
        if (order.duration().compareTo(Duration.ofSeconds(1)) < 0 || order.duration().compareTo(LONGEST) > 0) {
            return outOfRange("duration", "1.." + LONGEST.toSeconds() + " s");
        }
        RemoteBlock block = RemoteBlock.of(device);
        int watts = order.power().setScale(0, RoundingMode.DOWN).intValueExact();
        int seconds = (int) order.duration().toSeconds();
        // before it is sent: even if its answer is lost it may have been taken
        Taken before = taken;
        taken = new Taken(block, time.instant().plus(order.duration()), blocks.connection());
        Outcome outcome = blocks.send(device, () -> told(device, block.mode()), block.start(),
                block.words(watts, seconds, device.fact("rated")));
        if (outcome instanceof Outcome.Refused) {
            taken = before;
        }
        return outcome;
    }

    Outcome release(Order.Release order, RegisterDevice device) throws InterruptedException {
        if (!device.has(MODE)) {
            return Orders.notSupported(order);
        }
        RemoteBlock block = RemoteBlock.of(device);
        Outcome outcome = blocks.send(device, () -> told(device, OFF), block.start(), block.release());
        if (outcome instanceof Outcome.Verified) {
            taken = new Taken(block, Instant.MIN, 0);
        }
        return outcome;
    }

    /** Gives back what is still taken. If that fails, the inverter's own limit of time ends it. */
    void close() {
        Taken last = taken;
        if (time.instant().isAfter(last.until) || last.connection != blocks.connection()) {
            return;
        }
        try {
            blocks.write(last.block.start(), last.block.release());
        } catch (TransportException e) {
            logger.debug("Remote control is left to end by itself: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Told told(RegisterDevice device, String mode) throws TransportException, InterruptedException {
        Reading reading = device.read(STATE);
        return new Told(new Value.Text(mode).equals(reading.values().get(MODE)), List.of(reading));
    }

    private static Outcome outOfRange(String what, String range) {
        return new Outcome.Refused(new Refusal(Refusal.Kind.OUT_OF_RANGE, what, range));
    }
}
