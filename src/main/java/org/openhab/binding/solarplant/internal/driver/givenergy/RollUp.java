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
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;

/**
 * The inverters that an EMS or a gateway tells of: its slots name them by serial number (givenergy.md §4.8, §4.9), which
 * is what makes them the same inverters as those that are asked directly.
 *
 * @param start the first register of the page that holds the serial numbers
 * @param count how many registers the page has
 * @param firstSerial the first register of the first serial number; the others follow without a gap
 * @param slots how many there may be
 * @param polled whether every poll reads that page anyway
 */
@NonNullByDefault
record RollUp(int start, int count, int firstSerial, int slots, boolean polled) {

    private static final int SERIAL_REGISTERS = 5;

    /** Where such an owner names whom it manages; nothing if it manages nobody. */
    static Optional<RollUp> of(DeviceKind kind) {
        return switch (kind) {
            case EMS -> Optional.of(new RollUp(2040, 55, 2066, 4, true));
            case GATEWAY -> Optional.of(new RollUp(1840, 20, 1841, 3, false));
            default -> Optional.empty();
        };
    }

    /** The serial number in each slot, empty where nobody is; nothing if the page was not answered. */
    Optional<List<String>> serials(GuardedWire wire) throws TransportException, InterruptedException {
        return wire.probe(GuardedWire.OWNER, start, count, Effort.REFRESH).map(this::serials);
    }

    /** The same after a poll, of which the page may have been a part. */
    Optional<List<String>> serialsAfterPoll(GuardedWire wire) throws TransportException, InterruptedException {
        return polled ? wire.believed(GuardedWire.OWNER, start, count).map(this::serials) : serials(wire);
    }

    private List<String> serials(int[] words) {
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
                return reading.of(managed).from(Source.ROLL_UP);
            }
        }
        return reading;
    }
}
