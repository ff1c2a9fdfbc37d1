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

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Detection;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.RatedPower;
import org.openhab.binding.solarplant.internal.driver.Recognition;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;

/** What a Modbus driver needs to know to poll an AlphaESS system. */
@NonNullByDefault
public final class AlphaEssModbusDriver {

    /** Under this name the memory keeps the counters of last midnight. */
    public static final String MIDNIGHT_ENERGIES = "midnightEnergies";

    /** The unit id that systems have unless it is set otherwise (alphaess.md §4.1). */
    public static final int UNIT = 85;

    /** How the serial numbers of AlphaESS begin (alphaess.md, the words), by which they differ from others' texts. */
    private static final Pattern OWN_SERIAL = Pattern.compile("A[LEK].*");

    private AlphaEssModbusDriver() {}

    /**
     * The same counters of last midnight as those of a device with another serial number.
     *
     * @param midnightEnergies what {@link #MIDNIGHT_ENERGIES} says
     * @param rename the other serial number, given the one that stands there
     * @return nothing if that says nothing that is understood
     */
    public static Optional<String> renamed(String midnightEnergies, UnaryOperator<String> rename) {
        return MidnightEnergies.parse(midnightEnergies).map(counts -> counts.of(rename.apply(counts.serial())))
                .map(MidnightEnergies::toString);
    }

    /** Recognises systems whose serial number is one of the vendor's. */
    public static Recognition<RegisterTransport> recognition(ProfileStore profiles) {
        AlphaEssModbusSettings anyone = new AlphaEssModbusSettings(UNIT, Optional.empty(), Optional.empty());
        return wire -> {
            EmsDetection detection = new EmsDetection(new EitherFunction(wire), anyone,
                    device -> Optional.empty(), profiles);
            String serial = detection.serial();
            if (!OWN_SERIAL.matcher(serial).matches()) {
                throw new PollException(new Failure(Failure.Kind.UNKNOWN_MODEL, serial.substring(0, 2)), null);
            }
            return detection.identify(serial);
        };
    }

    /**
     * A driver of an AlphaESS system.
     *
     * @param transport the wire, which the driver lets go of when it is closed
     * @param settings what the user says of the system
     * @param memory knows the counters of last midnight after a restart
     * @param profiles where register maps come from
     * @param clock the time of readings
     * @param zone where the system stands: its days begin there
     */
    public static ModbusDriver of(RegisterTransport transport, AlphaEssModbusSettings settings, DeviceMemory memory,
            ProfileStore profiles, InstantSource clock, Supplier<ZoneId> zone) {
        RegisterTransport wire = new EitherFunction(transport);
        TimerBlock timers = new TimerBlock(wire, settings.unit());
        EmsWriter writer = new EmsWriter(wire, settings.unit());
        DispatchBlock dispatch = new DispatchBlock(wire, settings.unit(), writer);
        return new ModbusDriver(wire, settings.unit(), new EmsDetection(wire, settings,
                device -> RatedPower.recall(memory, device), profiles),
                new EmsFinish(timers, dispatch, settings, memory, zone),
                new EmsOrders(new TimerOrders(timers, writer),
                        new DispatchOrders(dispatch, timers, wire, settings.unit(), clock)),
                clock);
    }
}
