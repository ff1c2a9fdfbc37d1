/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.types.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners, keeps what was said last, and wakes who waits for it. */
@NonNullByDefault
final class Events {

    private static final int KEPT = 100;

    private final Logger logger = LoggerFactory.getLogger(Events.class);
    private final List<HostListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<ChannelUID, State> states = new ConcurrentHashMap<>();
    private final Map<ChannelUID, List<String>> triggers = new ConcurrentHashMap<>();

    void add(HostListener listener) {
        listeners.add(listener);
    }

    void remove(HostListener listener) {
        listeners.remove(listener);
    }

    Map<ChannelUID, State> states() {
        return Map.copyOf(states);
    }

    @Nullable
    State state(ChannelUID channel) {
        return states.get(channel);
    }

    List<String> triggers(ChannelUID channel) {
        return List.copyOf(triggers.getOrDefault(channel, List.of()));
    }

    void state(ChannelUID channel, State state) {
        states.put(channel, state);
        tell(l -> l.stateUpdated(channel, state));
    }

    void triggered(ChannelUID channel, String event) {
        List<String> kept = triggers.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>());
        kept.add(event);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        tell(l -> l.triggered(channel, event));
    }

    void forget(ThingUID thing) {
        states.keySet().removeIf(c -> c.getThingUID().equals(thing));
        triggers.keySet().removeIf(c -> c.getThingUID().equals(thing));
    }

    void tell(Consumer<HostListener> event) {
        for (HostListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                // whoever listens must not harm the binding that speaks
                logger.warn("A listener failed", e);
            }
        }
        synchronized (this) {
            notifyAll();
        }
    }

    /** Waits for a condition that some event makes true; says whether it is. */
    boolean await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (this) {
            while (!condition.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    // conditions may also hang on what has no event
                    wait(Math.min(left, 100));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }
}
