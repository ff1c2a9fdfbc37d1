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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Heard;
import org.openhab.binding.solarplant.internal.capture.Place;
import org.openhab.binding.solarplant.internal.capture.Reply;
import org.openhab.binding.solarplant.internal.capture.Trouble;
import org.openhab.binding.solarplant.internal.capture.WireTap;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * One poll or order in a line of the log: what was asked, how long it took, what failed and why. It names registers and
 * endpoints, never what they hold, so no secret and no serial number gets there.
 */
@NonNullByDefault
final class WireLog implements WireTap {

    private final Ticker ticker;
    private final List<String> asked = new ArrayList<>();
    private String occasion = "";
    private String end = "";
    private String believed = "";
    private long began;
    private long took;

    /**
     * @param ticker elapsed time
     */
    WireLog(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public void heard(Heard heard) {
        switch (heard) {
            case Heard.Begin begin -> {
                occasion = begin.occasion().id();
                began = ticker.nanos();
            }
            case Heard.Read read -> asked.add(text(read.place()) + trouble(read.reply()));
            case Heard.Written written -> asked.add(
                    "write " + text(written.place()) + written.trouble().map(WireLog::text).orElse(""));
            case Heard.Called call -> asked.add(call.endpoint() + trouble(call.reply()));
            case Heard.End over -> {
                end = over.outcome();
                took = ticker.nanos() - began;
            }
        }
    }

    /** What the devices told by it. */
    void told(List<Reading> readings) {
        int values = readings.stream().mapToInt(reading -> reading.values().size()).sum();
        long rejected = readings.stream().mapToLong(Reading::rejected).sum();
        believed = "; " + values + (values == 1 ? " value of " : " values of ") + readings.size()
                + (readings.size() == 1 ? " device" : " devices")
                + (rejected == 0 ? "" : ", " + rejected + " out of bounds");
    }

    /** The line. */
    String line() {
        return occasion + ", " + Duration.ofNanos(took).toMillis() + " ms, " + end + believed + "; asked: "
                + (asked.isEmpty() ? "nothing" : String.join(", ", asked));
    }

    private static String text(Place place) {
        return "unit %d function %d 0x%04X+%d".formatted(place.unit(), place.function(), place.start(), place.count());
    }

    private static String trouble(Reply<?> reply) {
        return reply instanceof Reply.Failed<?>(Trouble trouble) ? text(trouble) : "";
    }

    private static String text(Trouble trouble) {
        return " (" + trouble.kind().name().toLowerCase(Locale.ROOT)
                + (trouble.code() == 0 ? "" : " " + trouble.code()) + ")";
    }
}
