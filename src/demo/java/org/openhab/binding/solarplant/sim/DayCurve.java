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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A day of an invented house: sun, clouds, meals, and a battery that takes what is left over. Every day is the same
 * one, so that the state is a function of the time alone, energies add up, and totals never step back.
 */
@NonNullByDefault
public final class DayCurve {
    private static final int MINUTES = 24 * 60;
    private static final double HOURS_PER_STEP = 1 / 60.0;

    private final Site site;
    private final List<HouseState> minutes;
    private final Duration ahead;

    /** Works out the day of a site. */
    public DayCurve(Site site) {
        this.site = site;
        List<HouseState> day = day(50);
        // a day must end with the charge that the next one begins with
        for (int i = 0; i < 3; i++) {
            day = day(day.getLast().charge());
        }
        minutes = day;
        ahead = Duration.ZERO;
    }

    private DayCurve(DayCurve other, Duration ahead) {
        site = other.site;
        minutes = other.minutes;
        this.ahead = ahead;
    }

    /** The same house, in which it is later by so much than the clock says. */
    public DayCurve ahead(Duration other) {
        return new DayCurve(this, other);
    }

    /** What the house has. */
    public Site site() {
        return site;
    }

    /** The house at this moment. */
    public HouseState at(Instant clock) {
        Instant now = clock.plus(ahead);
        LocalDate date = now.atZone(site.zone()).toLocalDate();
        Instant midnight = date.atStartOfDay(site.zone()).toInstant();
        Duration length = Duration.between(midnight, date.plusDays(1).atStartOfDay(site.zone()).toInstant());
        // stretched over days of 23 and 25 hours
        double minute = MINUTES * (double) Duration.between(midnight, now).toMillis() / length.toMillis();
        int whole = Math.min(MINUTES - 1, (int) minute);
        HouseState state = minutes.get(whole).towards(minutes.get(whole + 1), minute - whole);
        double days = ChronoUnit.DAYS.between(site.built(), date);
        double load = state.load() + Household.flicker(now.toEpochMilli() % 86_400_000L / 1000.0);
        return state.with(load, state.today().plus(minutes.getLast().today(), days));
    }

    private List<HouseState> day(double chargeAtMidnight) {
        List<HouseState> day = new ArrayList<>(MINUTES + 1);
        double stored = chargeAtMidnight / 100 * site.capacity();
        Energies today = Energies.NONE;
        for (int minute = 0; minute <= MINUTES; minute++) {
            HouseState state = state(minute * HOURS_PER_STEP, stored, today);
            day.add(state);
            stored -= kilowattHours(state.battery());
            today = today.plus(new Energies(kilowattHours(state.roof()), kilowattHours(state.garage()),
                    kilowattHours(Math.max(0, state.grid())), kilowattHours(Math.max(0, -state.grid())),
                    kilowattHours(Math.max(0, -state.battery())), kilowattHours(Math.max(0, state.battery())),
                    kilowattHours(state.load())), 1);
        }
        return List.copyOf(day);
    }

    private HouseState state(double hour, double stored, Energies today) {
        List<Double> strings = site.strings().stream().map(string -> string.watts(hour)).toList();
        double roof = strings.stream().mapToDouble(Double::doubleValue).sum();
        double garage = site.garage().watts(hour);
        double load = Household.watts(hour) + site.machines();
        return new HouseState(strings, garage, load, battery(roof, load - roof - garage, stored),
                site.capacity() == 0 ? 0 : 100 * stored / site.capacity(), today, Energies.NONE);
    }

    /** The battery fills the gap as far as it can; it is charged from the roof only, never from the grid. */
    private double battery(double roof, double gap, double stored) {
        double most = site.batteryLimit();
        double available = 1000 * (stored - Site.LOWEST_CHARGE / 100 * site.capacity()) / HOURS_PER_STEP;
        double room = 1000 * (site.capacity() - stored) / HOURS_PER_STEP;
        return gap > 0
                ? Math.min(Math.min(gap, most), Math.max(0, available))
                : -Math.min(Math.min(-gap, most), Math.min(roof, Math.max(0, room)));
    }

    private static double kilowattHours(double watts) {
        return watts / 1000 * HOURS_PER_STEP;
    }
}
