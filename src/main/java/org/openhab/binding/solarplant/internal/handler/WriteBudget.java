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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often devices were set today. Settings lie in memories that wear out (DESIGN §8); so the count belongs to the
 * device: neither a restart nor another thing of the same device begins a new day.
 */
@NonNullByDefault
final class WriteBudget {

    /** Under this name the memory keeps the day, and how often the device was set on it. */
    static final String NAME = "dailyWrites";

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{1,9})");
    /** More than any day allows, in the form above. */
    private static final int SPENT = 999_999_999;

    private final Logger logger = LoggerFactory.getLogger(WriteBudget.class);

    /** Also the lock: all who count for a device have the same memory. */
    private final DeviceMemory memory;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    /**
     * @param memory keeps the counts
     * @param clock the time
     * @param zone where the days of the plant begin
     */
    WriteBudget(DeviceMemory memory, InstantSource clock, Supplier<ZoneId> zone) {
        this.memory = memory;
        this.clock = clock;
        this.zone = zone;
    }

    /** How often a device may still be set today, of so many times a day. */
    int left(DeviceId device, int most) {
        synchronized (memory) {
            return Math.max(0, most - used(device));
        }
    }

    /** Takes one of so many times a day, if any is left. */
    boolean take(DeviceId device, int most) {
        synchronized (memory) {
            if (left(device, most) == 0) {
                return false;
            }
            keep(device, used(device) + 1);
            return true;
        }
    }

    /** One was taken, but nothing was sent. */
    void giveBack(DeviceId device) {
        synchronized (memory) {
            int used = used(device);
            if (used > 0) {
                keep(device, used - 1);
            }
        }
    }

    private int used(DeviceId device) {
        Optional<String> kept = memory.recall(device, NAME);
        if (kept.isEmpty()) {
            return 0;
        }
        Matcher parts = FORM.matcher(kept.get());
        if (!parts.matches()) {
            // nobody knows how often it was set: rather too seldom than too often
            logger.warn("How often {} was set today cannot be read in openHAB's storage {}: it may not be set any "
                    + "more until midnight", Serials.shortened(device.key()), DeviceStore.NAME);
            keep(device, SPENT);
            return SPENT;
        }
        return parts.group(1).equals(today().toString()) ? Integer.parseInt(parts.group(2)) : 0;
    }

    private void keep(DeviceId device, int used) {
        memory.keep(device, NAME, today() + " " + used);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone.get()).toLocalDate();
    }
}
