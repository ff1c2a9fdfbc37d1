/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/** A charger for cars, what it is at, and what it took since when (alphaess.md §1.8). */
@NonNullByDefault
public final class CloudCharger {
    static final int AVAILABLE = 1;
    static final int PREPARING = 2;
    static final int CHARGING = 3;
    static final int SUSPENDED = 4;
    static final int SUSPENDED_BY_CAR = 5;
    static final int FINISHING = 6;

    private static final List<Integer> STARTED_FROM = List.of(PREPARING, SUSPENDED, SUSPENDED_BY_CAR, FINISHING);
    private static final List<Integer> STOPPED_FROM = List.of(CHARGING, SUSPENDED, SUSPENDED_BY_CAR);
    private static final double VOLTS = 230;

    private final String serial;
    private final String model;
    private final int phases;
    private final double mostWatts;
    private final List<Stretch> stretches = new ArrayList<>();
    private int status = AVAILABLE;

    private CloudCharger(String serial, String model, int phases, double mostWatts) {
        this.serial = serial;
        this.model = model;
        this.phases = phases;
        this.mostWatts = mostWatts;
    }

    /** One with three phases and 11 kW at most; no car is there. */
    public static CloudCharger threePhase(String serial) {
        return new CloudCharger(serial, "SMILE-EVCT11", 3, 11_000);
    }

    /** One with one phase and 7 kW at most; no car is there. */
    public static CloudCharger singlePhase(String serial) {
        return new CloudCharger(serial, "SMILE-EVCS7", 1, 7_000);
    }

    String serial() {
        return serial;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("evchargerSn", serial);
        json.addProperty("evchargerModel", model);
        return json;
    }

    int status() {
        return status;
    }

    /** From now on it is at this, with so many amperes while it charges. */
    void put(int code, BigDecimal current, Instant now) {
        status = code;
        double watts = code == CHARGING ? Math.min(mostWatts, current.doubleValue() * VOLTS * phases) : 0;
        stretches.add(new Stretch(now, watts));
    }

    /** Starts if a car is there; else nothing comes of it, and nobody is told. */
    void start(BigDecimal current, Instant now) {
        if (STARTED_FROM.contains(status)) {
            put(CHARGING, current, now);
        }
    }

    /** Stops if it was started; else nothing comes of it, and nobody is told. */
    void stop(BigDecimal current, Instant now) {
        if (STOPPED_FROM.contains(status)) {
            put(FINISHING, current, now);
        }
    }

    double watts(Instant at) {
        double watts = 0;
        for (Stretch stretch : stretches) {
            watts = stretch.from().isAfter(at) ? watts : stretch.watts();
        }
        return watts;
    }

    double kilowattHours(Instant from, Instant until) {
        double sum = 0;
        for (int i = 0; i < stretches.size(); i++) {
            Instant begin = stretches.get(i).from();
            Instant end = i + 1 < stretches.size() ? stretches.get(i + 1).from() : until;
            Duration both = Duration.between(begin.isAfter(from) ? begin : from, end.isBefore(until) ? end : until);
            sum += Math.max(0, both.toMillis()) / 3_600_000.0 * stretches.get(i).watts() / 1000;
        }
        return sum;
    }

    /** So much power from then on, until the next stretch. */
    private record Stretch(Instant from, double watts) {}
}
