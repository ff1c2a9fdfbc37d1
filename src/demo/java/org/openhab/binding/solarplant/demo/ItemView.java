/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** An item's state, with the names that it has in the expressions of Main UI. */
@NonNullByDefault
public record ItemView(String state, @Nullable String displayState, @Nullable Double numericState,
        @Nullable String unit) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** An item that shows a channel. */
    static ItemView of(ChannelView channel, ZoneId zone) {
        OptionalDouble number = channel.number();
        if (number.isPresent()) {
            String state = channel.unit().isEmpty() ? channel.state() : channel.state() + " " + channel.unit();
            String shown = channel.unit().isEmpty() ? channel.text() : channel.text() + " " + channel.unit();
            return new ItemView(state, shown, number.getAsDouble(), channel.unit().isEmpty() ? null : channel.unit());
        }
        return new ItemView(channel.state(), time(channel.text(), zone), null, null);
    }

    private static String time(String text, ZoneId zone) {
        try {
            return TIME.format(Instant.parse(text).atZone(zone));
        } catch (DateTimeParseException e) {
            // most texts are no times
            return text;
        }
    }
}
