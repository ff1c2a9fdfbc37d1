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
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ReadBack.Told;
import org.openhab.binding.solarplant.internal.driver.TakenControl;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Remote control of G3 and later: registers that are not stored, and that the inverter forgets by itself when their time
 * is over (solax.md §1.5, §3.13).
 */
@NonNullByDefault
final class SolaxRemoteControl {

    private static final Metric MODE = Metrics.of("remote-control#mode");
    private static final Set<Metric> STATE = Set.of(MODE, Metrics.of("remote-control#target-power"),
            Metrics.of("remote-control#actual-power"));
    /** A G3 has no more of them. */
    private static final Set<Metric> STRINGS = Set.of(Metrics.of("pv#string-1-power"), Metrics.of("pv#string-2-power"));
    private static final String OFF = "off";
    /** Whatever is asked for, the registers are not made for more (solax.md §3.13, ranges). */
    private static final int MOST_WATTS = 30_000;
    /** Older firmware ends this kind of control by itself after 10 minutes: more would be promised than kept. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final BlockWriter blocks;
    private final TakenControl<RemoteBlock> taken;
    private final InstantSource time;
    private final SolaxTimeLimit timeLimit = new SolaxTimeLimit();
    private Optional<Followed> followed = Optional.empty();

    /** A target that counts what the strings deliver, and has to follow them, of this device until then. */
    private record Followed(RegisterDevice device, RemoteBlock.Target target, Instant until) {}

    /**
     * @param time the time of readings
     */
    SolaxRemoteControl(BlockWriter blocks, TakenControl<RemoteBlock> taken, InstantSource time) {
        this.blocks = blocks;
        this.taken = taken;
        this.time = time;
    }

    /** Whether the next order of power also changes a setting that is stored. */
    boolean storesForPower(RegisterDevice device) {
        return timeLimit.isToBeChanged(device);
    }

    /** How many stored settings were written since this was last asked. */
    int storedBesides() {
        return timeLimit.written();
    }

    /** The most that may be asked of the inverter, in W; nothing if it knows no remote control. */
    static Optional<BigDecimal> most(RegisterDevice device) {
        return device.has(MODE)
                ? Optional.of(BigDecimal.valueOf(Math.min(device.fact("rated"), MOST_WATTS)))
                : Optional.empty();
    }

    Outcome force(Order.ForcePower order, RegisterDevice device) throws InterruptedException {
        Optional<BigDecimal> most = most(device);
        if (most.isEmpty()) {
            return new Outcome.Refused(Refusal.notSupported(order));
        }
        if (order.power().abs().compareTo(most.get()) > 0) {
            return outOfRange("power", most.get().negate() + ".." + most.get() + " W");
        }
        if (order.duration().compareTo(Duration.ofSeconds(1)) < 0 || order.duration().compareTo(LONGEST) > 0) {
            return outOfRange("duration", "1.." + LONGEST.toSeconds() + " s");
        }
        RemoteBlock block = RemoteBlock.of(device);
        int seconds = (int) order.duration().toSeconds();
        if (block == RemoteBlock.G3 && seconds < SolaxTimeLimit.LEAST) {
            return outOfRange("duration", SolaxTimeLimit.LEAST + ".." + LONGEST.toSeconds() + " s");
        }
        Optional<Outcome> problem = timeLimit.raise(seconds, device);
        if (problem.isPresent()) {
            return problem.get();
        }
        Session session = device.session();
        try {
            RemoteBlock.Target target = new RemoteBlock.Target(
                    order.power().setScale(0, RoundingMode.DOWN).intValueExact(), seconds, device.fact("rated"),
                    block == RemoteBlock.G3 ? session.ask(() -> roof(device)) : 0);
            return take(block, target, device, session);
        } catch (TransportException e) {
            return notConnected();
        }
    }

    private Outcome take(RemoteBlock block, RemoteBlock.Target target, RegisterDevice device, Session session)
            throws InterruptedException {
        Outcome outcome = taken.take(block, Duration.ofSeconds(target.seconds()),
                () -> blocks.send(device, session, () -> told(device, block.mode()), block.start(),
                        block.words(target)));
        if (!(outcome instanceof Outcome.Refused)) {
            followed = block == RemoteBlock.G3
                    ? Optional.of(new Followed(device, target, time.instant().plusSeconds(target.seconds())))
                    : Optional.empty();
        }
        return outcome;
    }

    /**
     * Works out anew what the inverter is told, where that counts what its strings deliver, and ends it when its time is
     * over: each time it is told, its own time limit begins anew.
     *
     * @param reading what it said now
     */
    void follow(Reading reading, RegisterDevice device) throws InterruptedException {
        if (followed.isEmpty()) {
            timeLimit.putBack(device);
            return;
        }
        Followed last = followed.get();
        if (!time.instant().isBefore(last.until)) {
            end(device);
            return;
        }
        RemoteBlock.Target target = last.target.under(roof(reading));
        if (!target.equals(last.target)) {
            Outcome outcome = blocks.send(device, device.session(), () -> told(device, RemoteBlock.G3.mode()),
                    RemoteBlock.G3.start(), RemoteBlock.G3.words(target));
            if (outcome instanceof Outcome.Verified) {
                followed = Optional.of(new Followed(device, target, last.until));
            }
        }
    }

    private Outcome end(RegisterDevice device) throws InterruptedException {
        RemoteBlock block = RemoteBlock.of(device);
        Outcome outcome = blocks.send(device, device.session(), () -> told(device, OFF), block.start(),
                block.release());
        if (outcome instanceof Outcome.Verified) {
            taken.end();
            followed = Optional.empty();
            timeLimit.putBack(device);
        }
        return outcome;
    }

    Outcome release(Order.Release order, RegisterDevice device) throws InterruptedException {
        if (!device.has(MODE)) {
            return new Outcome.Refused(Refusal.notSupported(order));
        }
        return end(device);
    }

    /** Gives back what is still taken. */
    void close() {
        taken.giveBack(block -> {
            blocks.write(block.start(), block.release());
            if (followed.isPresent()) {
                timeLimit.putBack(followed.get().device);
            }
        });
    }

    private static Told told(RegisterDevice device, String mode) throws TransportException, InterruptedException {
        Reading reading = device.read(STATE);
        return new Told(new Value.Text(mode).equals(reading.values().get(MODE)), List.of(reading));
    }

    /** What the strings deliver, in W; 0 for who has none. */
    private static int roof(RegisterDevice device) throws TransportException, InterruptedException {
        return roof(device.read(STRINGS));
    }

    private static int roof(Reading reading) {
        return STRINGS.stream().map(reading.values()::get)
                .mapToInt(power -> power instanceof Value.Amount(BigDecimal watts) ? watts.intValue() : 0).sum();
    }

    private static Outcome notConnected() {
        return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
    }

    private static Outcome outOfRange(String what, String range) {
        return new Outcome.Refused(Refusal.Kind.OUT_OF_RANGE, what, range);
    }
}
