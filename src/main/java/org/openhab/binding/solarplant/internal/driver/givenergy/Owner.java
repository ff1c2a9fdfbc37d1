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

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Who owns an adapter: what the first page of its holding registers says (givenergy.md §4.3).
 *
 * @param code the device type code, four hexadecimal digits
 * @param serial its serial number
 * @param dsp the firmware of its signal processor
 * @param arm the firmware of its main processor, which tells the generation of some hybrids
 * @param ampereHours what its low-voltage batteries hold together; 0 if nobody told it
 */
@NonNullByDefault
record Owner(String code, String serial, int dsp, int arm, int ampereHours) {

    /** The page is read whole. */
    static final int PAGE = 60;
    private static final int SERIAL = 13;
    private static final int DSP = 19;
    private static final int ARM = 21;
    private static final int AMPERE_HOURS = 55;

    static Owner of(int[] words) {
        return new Owner("%04X".formatted(words[0]), Serial.text(words, SERIAL), words[DSP], words[ARM],
                words[AMPERE_HOURS]);
    }

    /** Whether it still answers on this wire. */
    boolean isAt(GuardedWire wire) throws TransportException, InterruptedException {
        return of(wire.identity(PAGE)).serial.equals(serial);
    }

    /** The device of this family that it is. */
    Device device(Family family) {
        Map<String, String> properties = new HashMap<>(Map.of("vendor", GivEnergyProfiles.VENDOR_NAME, "modelId",
                family.model().name(), "serialNumber", serial));
        Firmware.label(dsp, arm).ifPresent(firmware -> properties.put("firmwareVersion", firmware));
        return new Device(new DeviceId(family.kind(), serial), null, properties);
    }
}
