/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.schedule.Slot;
import org.openhab.binding.solarplant.internal.model.Value;

/** Times of schedules, which are on the wall where the plant stands. */
@NonNullByDefault
final class TimeOfDay {

    private static final Pattern FORM = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)(?::\\d\\d)?|(24):(00)");

    private TimeOfDay() {}

    /** The time as {@code HH:mm}; nothing if it is none. Midnight at the end of a day stays {@code 00:00} (§1.7). */
    static Optional<Value> of(Json told) {
        return told.text().map(FORM::matcher).filter(Matcher::matches)
                .map(form -> form.group(1) == null
                        ? "00:00"
                        : (form.group(1).length() == 1 ? "0" : "") + form.group(1) + ":" + form.group(2))
                .map(Value.Text::new);
    }

    /** From one time to the other; nothing if these are no times. */
    static Optional<Slot> slot(Json start, Json end) {
        return time(start).flatMap(from -> time(end).map(until -> new Slot(from, until)));
    }

    private static Optional<LocalTime> time(Json told) {
        return of(told).map(value -> LocalTime.parse(value instanceof Value.Text(String text) ? text : ""));
    }
}
