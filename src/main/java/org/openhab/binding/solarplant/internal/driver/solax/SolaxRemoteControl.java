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
import org.openhab.binding.solarplant.internal.model.Setting;
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
    private static final Metric TIME_LIMIT = Metrics.of("remote-control#time-limit");
    /** A G3 has no more of them. */
    private static final Set<Metric> STRINGS = Set.of(Metrics.of("pv#string-1-power"), Metrics.of("pv#string-2-power"));
    private static final String OFF = "off";
    /** Whatever is asked for, the registers are not made for more (solax.md §3.13, ranges). */
    private static final int MOST_WATTS = 30_000;
    /** Older firmware ends this kind of control by itself after 10 minutes: more would be promised than kept. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final BlockWriter blocks;
    private final TakenControl<RemoteBlock> taken;

    SolaxRemoteControl(BlockWriter blocks, TakenControl<RemoteBlock> taken) {
        this.blocks = blocks;
        this.taken = taken;
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
        if (device.settings().containsKey(TIME_LIMIT)) {
            Outcome limited = device.set(List.of(new Setting(TIME_LIMIT, Value.Amount.of(seconds))));
            if (!(limited instanceof Outcome.Verified || limited instanceof Outcome.Unchanged)) {
                return limited;
            }
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
        return taken.take(block, Duration.ofSeconds(target.seconds()),
                () -> blocks.send(device, session, () -> told(device, block.mode()), block.start(),
                        block.words(target)));
    }

    Outcome release(Order.Release order, RegisterDevice device) throws InterruptedException {
        if (!device.has(MODE)) {
            return new Outcome.Refused(Refusal.notSupported(order));
        }
        RemoteBlock block = RemoteBlock.of(device);
        Outcome outcome = blocks.send(device, device.session(), () -> told(device, OFF), block.start(),
                block.release());
        if (outcome instanceof Outcome.Verified) {
            taken.end();
        }
        return outcome;
    }

    /** Gives back what is still taken. */
    void close() {
        taken.giveBack(block -> blocks.write(block.start(), block.release()));
    }

    private static Told told(RegisterDevice device, String mode) throws TransportException, InterruptedException {
        Reading reading = device.read(STATE);
        return new Told(new Value.Text(mode).equals(reading.values().get(MODE)), List.of(reading));
    }

    /** What the strings deliver, in W; 0 for who has none. */
    private static int roof(RegisterDevice device) throws TransportException, InterruptedException {
        return device.read(STRINGS).values().values().stream()
                .mapToInt(power -> power instanceof Value.Amount(BigDecimal watts) ? watts.intValue() : 0).sum();
    }

    private static Outcome notConnected() {
        return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
    }

    private static Outcome outOfRange(String what, String range) {
        return new Outcome.Refused(Refusal.Kind.OUT_OF_RANGE, what, range);
    }
}
