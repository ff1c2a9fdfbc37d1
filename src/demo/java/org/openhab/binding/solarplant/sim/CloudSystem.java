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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A system in the cloud: its name plate, the house that it lives in, and what can be set. The house goes its way by the
 * curve alone; schedules do not move its battery, but chargers draw from its grid.
 *
 * @param curve the life of the house; the zone of its site is that of the system
 * @param tariff without one the sums are for today only
 */
@NonNullByDefault
public record CloudSystem(CloudPlate plate, CloudKind kind, DayCurve curve, CloudSchedules schedules,
        CloudChargers chargers, Optional<CloudTariff> tariff) {

    /** A system of which the cloud knows everything, with the legacy schedule, no charger and no tariff. */
    public static CloudSystem of(CloudPlate plate, DayCurve curve) {
        return new CloudSystem(plate, CloudKind.FULL, curve, CloudSchedules.legacy(), CloudChargers.none(),
                Optional.empty());
    }

    /** The same for a model of this kind. */
    public CloudSystem kind(CloudKind other) {
        return new CloudSystem(plate, other, curve, schedules, chargers, tariff);
    }

    /** The same with these schedules. */
    public CloudSystem schedules(CloudSchedules others) {
        return new CloudSystem(plate, kind, curve, others, chargers, tariff);
    }

    /** The same with these chargers. */
    public CloudSystem chargers(CloudChargers others) {
        return new CloudSystem(plate, kind, curve, schedules, others, tariff);
    }

    /** The same with this tariff. */
    public CloudSystem tariff(CloudTariff other) {
        return new CloudSystem(plate, kind, curve, schedules, chargers, Optional.of(other));
    }

    String serial() {
        return plate.serial();
    }

    ZoneId zone() {
        return curve.site().zone();
    }

    Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone()).toInstant();
    }
}
