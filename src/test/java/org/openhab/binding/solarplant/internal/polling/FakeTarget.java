/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;

/** A target that answers as it is told, at once or when it is let go, and remembers when it was asked what. */
@NonNullByDefault
final class FakeTarget implements PollTarget {

    /** What a target does when it is polled. */
    interface Answer {
        void give() throws PollException, InterruptedException;
    }

    static final Answer FINE = () -> {};

    private final PollWorld world;
    private final String name;
    private final String wire;
    private volatile Optional<PollWorld.Task> held = Optional.empty();
    private final Semaphore letGo = new Semaphore(0);
    /** The seconds at which it was asked for everything, and for what changes by the second. */
    final List<Double> full = new ArrayList<>();
    final List<Double> fast = new ArrayList<>();
    final List<Double> asked = new ArrayList<>();
    final List<Double> ordered = new ArrayList<>();
    Supplier<Outcome> outcome = Outcome.Unchanged::new;
    Optional<Duration> fullInterval = Optional.empty();
    Function<Order, Set<String>> lanes = order -> Set.of();
    Function<Set<String>, Duration> busy = some -> Duration.ZERO;
    /** The orders that it was given, in their order. */
    final List<Order> orders = new ArrayList<>();
    int tries;
    Duration limit = Duration.ofDays(1);
    Answer answer = FINE;
    Runnable whenCut = () -> {};
    Runnable whenPolled = () -> {};
    boolean holds;
    boolean slowOnly;
    int cuts;

    FakeTarget(PollWorld world, String name, String wire) {
        this.world = world;
        this.name = name;
        this.wire = wire;
    }

    /** An answer that fails. */
    static Answer failing(Failure.Kind kind) {
        return () -> {
            throw new PollException(new Failure(kind), null);
        };
    }

    FakeTarget dead() {
        answer = failing(Failure.Kind.TIMEOUT);
        return this;
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
    public boolean hasFastPolls() {
        return !slowOnly;
    }

    @Override
    public Duration pollLimit() {
        return limit;
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        world.departed(this);
        asked.add(world.seconds());
        (cadence.isFull() ? full : fast).add(world.seconds());
        try {
            whenPolled.run();
            if (holds) {
                held = Optional.of(world.task());
                world.task().hold();
                if (!letGo.tryAcquire(PollWorld.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let go of " + name);
                }
            }
            answer.give();
        } finally {
            world.landed(this);
        }
        Device device = new Device(new DeviceId(DeviceKind.INVERTER, name), null, Map.of());
        return List.of(new Reading(device, Instant.EPOCH, cadence, Map.of(), 0));
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        world.departed(this);
        ordered.add(world.seconds());
        orders.add(order);
        try {
            if (holds) {
                held = Optional.of(world.task());
                world.task().hold();
                if (!letGo.tryAcquire(PollWorld.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let go of " + name);
                }
            }
            return outcome.get();
        } finally {
            world.landed(this);
        }
    }

    @Override
    public Set<String> lanes(Order order) {
        return lanes.apply(order);
    }

    @Override
    public Duration busy(Set<String> some) {
        return busy.apply(some);
    }

    @Override
    public void tryAgain() {
        tries++;
    }

    /** While it carries out an order it lets others use its wire, until it is let go of. */
    void stepAside() {
        try {
            world.coordinator.stepAside(() -> {
                world.landed(this);
                held = Optional.of(world.task());
                world.task().hold();
                letGo.acquire();
            });
            world.departed(this);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it says of itself in a fast poll. */
    Reading reading() {
        return new Reading(new Device(new DeviceId(DeviceKind.INVERTER, name), null, Map.of()), Instant.EPOCH,
                Cadence.FAST, Map.of(), 0);
    }

    @Override
    public void cut() {
        cuts++;
        whenCut.run();
    }

    /** Ends the poll that is held, and waits until all is done that follows from it. */
    void release() {
        holds = false;
        end();
    }

    /** The same, but the next poll is held again. */
    void end() {
        held.ifPresentOrElse(task -> task.resume(letGo::release), letGo::release);
    }

    /** Lets go of what is held, and does not wait for what follows. */
    void letGo() {
        letGo.release();
    }

    /** The thread that is held. */
    PollWorld.Task task() {
        return held.orElseThrow();
    }

    boolean isFlying() {
        return world.isFlying(this);
    }

    void forget() {
        asked.clear();
        full.clear();
        fast.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
