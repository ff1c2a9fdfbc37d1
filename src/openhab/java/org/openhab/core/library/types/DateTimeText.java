/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.library.types;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Reads the ways in which people write a moment. */
@NonNullByDefault
final class DateTimeText {

    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME).appendPattern("[XXX][XX][X]['['][VV][']']")
            .toFormatter(Locale.ENGLISH);

    private DateTimeText() {}

    static Instant parse(String text) {
        if (text.matches("-?\\d+")) {
            long number = Long.parseLong(text);
            return text.length() < 12 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        try {
            if (text.length() <= 8 && text.substring(0, 5).indexOf(':') > 0) {
                return LocalTime.parse(text).atDate(LocalDate.EPOCH).atZone(ZoneId.systemDefault()).toInstant();
            } else if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
            }
            var parsed = ZONED.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return parsed instanceof ZonedDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(parsed).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text + " is not in a valid format.", e);
        }
    }
}
