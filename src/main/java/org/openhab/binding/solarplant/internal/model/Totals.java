/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the plant as a whole does; its load remembers how far it was. */
@NonNullByDefault
final class Totals {

    private final HeldLoad load = new HeldLoad();

    /**
     * Adds up.
     *
     * @param devices all that is known now
     * @param counted all that was counted
     */
    Map<Metric, Value> of(Collection<DeviceState> devices, Collection<CountedDevice> counted, Roles roles) {
        Map<Metric, Value> totals = new HashMap<>(PowerTotals.of(devices, roles));
        EnergyTotals today = new EnergyTotals(Energies.TODAY, counted, roles);
        totals.putAll(today.totals());
        totals.putAll(new EnergyTotals(Energies.TOTAL, counted, roles).totals());
        load.hold(totals, counted, roles);
        Ratios.addTo(totals, today);
        StoredEnergy.addTo(totals, devices.stream()
                .filter(state -> state.connected() && Roles.isInverter(state.device().id())).toList());
        SignedPower.addParts(totals);
        Outlook.addTo(totals, devices);
        GridPresence.addTo(totals, devices, roles.gridMeter());
        HousePower.addTo(totals, devices);
        return totals;
    }

    /** A day begins. */
    void startDay(LocalDate today) {
        load.startDay(today);
    }

    /** How far the house's use has been, which is never told to be less. */
    HeldLoad load() {
        return load;
    }

    /** A device is none of the plant any more. */
    void leave() {
        load.leave();
    }
}
