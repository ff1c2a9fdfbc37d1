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

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.Thing;

/**
 * How often a device was set today. Settings lie in memories that wear out (DESIGN §8); so the count is kept in a property
 * of the thing, and a restart does not begin a new day.
 */
@NonNullByDefault
final class WriteBudget {

    /** The thing property: the day, and how often the device was set on it. */
    static final String PROPERTY = "dailyWrites";

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{1,9})");

    private final Object lock;
    private final Supplier<Thing> thing;
    private final BiConsumer<String, String> property;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /**
     * @param lock held while the thing is changed
     * @param property changes a property of the thing
     * @param clock the time
     * @param zone where the days of the plant begin
     */
    WriteBudget(Object lock, Supplier<Thing> thing, BiConsumer<String, String> property, InstantSource clock,
            Supplier<ZoneId> zone) {
        this.lock = lock;
        this.thing = thing;
        this.property = property;
        this.clock = clock;
        this.zone = zone;
    }

    /** How often it may still be set today, of so many times a day. */
    int left(int most) {
        synchronized (lock) {
            return Math.max(0, most - used());
        }
    }

    /** Takes one of so many times a day, if any is left. */
    boolean take(int most) {
        synchronized (lock) {
            if (left(most) == 0) {
                return false;
            }
            store(used() + 1);
            return true;
        }
    }

    /** One was taken, but nothing was sent. */
    void giveBack() {
        synchronized (lock) {
            if (used() > 0) {
                store(used() - 1);
            }
        }
    }

    private int used() {
        String stored = thing.get().getProperties().get(PROPERTY);
        Matcher parts = FORM.matcher(stored == null ? "" : stored);
        return parts.matches() && parts.group(1).equals(today().toString()) ? Integer.parseInt(parts.group(2)) : 0;
    }

    private void store(int used) {
        property.accept(PROPERTY, today() + " " + used);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone.get()).toLocalDate();
    }
}
