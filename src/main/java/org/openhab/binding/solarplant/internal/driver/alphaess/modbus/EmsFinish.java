/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.Finish;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Session;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** What follows from the registers of an AlphaESS system, and from how they went on since earlier polls. */
@NonNullByDefault
final class EmsFinish implements Finish {

    /** What was learned of a system. */
    private record Known(DeviceId device, OutputScale scale, DailyEnergies energies) {}

    private final TimerBlock timers;
    private final DispatchBlock dispatch;
    private final ToldCapacity capacity;
    private final Supplier<ZoneId> zone;
    private final DeviceMemory memory;
    private @Nullable Known known;
    /** The blocks of this poll that could not be. */
    private int rejected;

    EmsFinish(TimerBlock timers, DispatchBlock dispatch, AlphaEssModbusSettings settings, DeviceMemory memory,
            Supplier<ZoneId> zone) {
        this.timers = timers;
        this.dispatch = dispatch;
        this.capacity = new ToldCapacity(settings.batteryCapacity());
        this.zone = zone;
        this.memory = memory;
    }

    @Override
    public Map<Metric, Value> ask(Cadence cadence) throws TransportException, InterruptedException {
        rejected = 0;
        if (!cadence.isFull()) {
            return Map.of();
        }
        Map<Metric, Value> values = new HashMap<>();
        if (cadence == Cadence.WHOLE) {
            values.putAll(told(() -> timers.read().map(Timers::values)));
        }
        values.putAll(told(() -> dispatch.read().map(DispatchCommand::values)));
        return values;
    }

    /** What a block says; one that cannot be says nothing, and the others are as true as ever. */
    private Map<Metric, Value> told(Session.Question<Optional<Map<Metric, Value>>> block)
            throws TransportException, InterruptedException {
        try {
            return block.ask().orElse(Map.of());
        } catch (TransportException.Implausible nonsense) {
            rejected++;
            return Map.of();
        }
    }

    @Override
    public List<Reading> finish(List<Reading> readings) {
        List<Reading> finished = new ArrayList<>(
                capacity.finish(readings).stream().map(PhaseCurrents::of).toList());
        Reading reading = finished.getFirst();
        Known system = known(reading.device().id());
        Map<Metric, Value> values = system.energies.addTo(HouseLoad.on(system.scale.inWatts(reading.values())),
                reading.at());
        system.energies.midnight().ifPresent(
                counts -> memory.keep(system.device, AlphaEssModbusDriver.MIDNIGHT_ENERGIES, counts.toString()));
        finished.set(0, reading.with(values).rejecting(rejected));
        return finished;
    }

    private Known known(DeviceId device) {
        Known before = known;
        if (before != null && before.device.equals(device)) {
            return before;
        }
        Optional<MidnightEnergies> kept = memory.recall(device, AlphaEssModbusDriver.MIDNIGHT_ENERGIES)
                .flatMap(MidnightEnergies::parse);
        Known now = new Known(device, new OutputScale(), new DailyEnergies(device.key(), zone, kept));
        known = now;
        return now;
    }
}
