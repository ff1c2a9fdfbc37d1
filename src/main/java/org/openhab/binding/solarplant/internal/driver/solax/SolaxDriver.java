/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Detection;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.Recognition;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** What a Modbus driver needs to know to poll a SolaX inverter. */
@NonNullByDefault
public final class SolaxDriver {

    /** The unit id that inverters have unless it is set otherwise in their menu (solax.md §1.1). */
    public static final int UNIT = 1;
    /** The vendor asks for a second between two requests (solax.md §1.1). */
    public static final Duration REQUEST_GAP = Duration.ofSeconds(1);

    private SolaxDriver() {}

    /** Recognises inverters whose model their serial number tells. */
    public static Recognition<RegisterTransport> recognition(ProfileStore profiles) {
        SolaxSettings anyone = SolaxSettings.at(UNIT);
        return wire -> {
            SolaxDetection detection = new SolaxDetection(wire, anyone, profiles);
            return detection.identify(serial(detection));
        };
    }

    /** Silence at one of the places where the number may lie says nothing of the others. */
    private static String serial(Detection detection)
            throws PollException, TransportException, InterruptedException {
        for (int place = 1; place < SolaxSerial.PLACES.size(); place++) {
            try {
                return detection.serial();
            } catch (TransportException.TimedOut silence) {
                // the next question goes to the next place
            }
        }
        return detection.serial();
    }

    /**
     * A driver of a SolaX inverter.
     *
     * @param transport the wire, which the driver lets go of when it is closed
     * @param settings what the user says of the inverter
     * @param profiles where register maps come from
     * @param clock the time of readings
     * @param zone the time zone that the inverter's clock shows
     */
    public static ModbusDriver of(RegisterTransport transport, SolaxSettings settings, ProfileStore profiles,
            InstantSource clock, Supplier<ZoneId> zone) {
        // older models do not tell how big their battery is
        return new ModbusDriver(transport, settings.unit(), new SolaxDetection(transport, settings, profiles),
                new ToldCapacity(settings.batteryCapacity()), new SolaxOrders(transport, settings.unit(), clock, zone),
                clock);
    }
}
