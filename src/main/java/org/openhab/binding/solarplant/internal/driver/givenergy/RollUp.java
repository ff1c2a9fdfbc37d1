/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * The inverters that an EMS or a gateway tells of: its slots name them by serial number (givenergy.md §4.8, §4.9), which
 * is what makes them the same inverters as those that are asked directly.
 *
 * @param start the first register of the page that holds the serial numbers
 * @param count how many registers the page has
 * @param firstSerial the first register of the first serial number; the others follow without a gap
 * @param slots how many there may be
 */
@NonNullByDefault
record RollUp(int start, int count, int firstSerial, int slots) {

    private static final int SERIAL_REGISTERS = 5;

    static RollUp of(DeviceKind kind) {
        return switch (kind) {
            case EMS -> new RollUp(2040, 55, 2066, 4);
            case GATEWAY -> new RollUp(1840, 20, 1841, 3);
            default -> new RollUp(0, 0, 0, 0);
        };
    }

    /** The serial number in each slot; empty where nobody is. */
    List<String> serials(GuardedWire wire) throws TransportException, InterruptedException {
        if (slots == 0) {
            return List.of();
        }
        int[] words = wire.read(GuardedWire.OWNER, RegisterSpace.INPUT, start, count);
        return IntStream.range(0, slots)
                .mapToObj(slot -> Serial.text(words, firstSerial - start + slot * SERIAL_REGISTERS))
                .map(text -> Serial.isValid(text) ? text : "").toList();
    }

    /** The reading of an owner's part under the identity that it really has. */
    static Reading named(Reading reading, DeviceId owner, List<String> serials) {
        DeviceId id = reading.device().id();
        for (int slot = 1; slot <= serials.size(); slot++) {
            if (id.equals(owner.part(DeviceKind.INVERTER, slot))) {
                Device managed = new Device(new DeviceId(DeviceKind.INVERTER, serials.get(slot - 1)), owner,
                        Map.of());
                return new Reading(managed, Source.ROLL_UP, reading.at(), reading.cadence(), reading.values(),
                        reading.rejected());
            }
        }
        return reading;
    }
}
