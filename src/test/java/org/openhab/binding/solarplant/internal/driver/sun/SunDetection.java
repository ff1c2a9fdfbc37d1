/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.sun;

import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Detected;
import org.openhab.binding.solarplant.internal.driver.Detection;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.Model;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Finds out which Sun inverter answers: by its serial number, of which the first characters tell the model. */
@NonNullByDefault
final class SunDetection implements Detection {

    private static final String VENDOR = "sun";
    private static final int SERIAL = 0x0000;
    private static final int SERIAL_REGISTERS = 5;
    private static final int PREFIX = 4;

    private final RegisterTransport transport;
    private final int unit;
    private final Optional<String> expected;
    private final ProfileStore profiles;

    /**
     * @param unit the inverter's Modbus unit id
     * @param expected the serial number that the user expects at this address
     */
    SunDetection(RegisterTransport transport, int unit, Optional<String> expected, ProfileStore profiles) {
        this.transport = transport;
        this.unit = unit;
        this.expected = expected;
        this.profiles = profiles;
    }

    @Override
    public String serial() throws PollException, TransportException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (int word : transport.read(unit, RegisterSpace.HOLDING, SERIAL, SERIAL_REGISTERS)) {
            text.append((char) (word >> 8)).append((char) (word & 0xFF));
        }
        String serial = text.toString().replace('\0', ' ').strip();
        if (!serial.matches("[0-9A-Z]{10}")) {
            throw new PollException(new Failure(Failure.Kind.NO_SERIAL), null);
        }
        Serials.check(expected, serial);
        return serial;
    }

    @Override
    public Detected detect(String serial) throws PollException {
        try {
            Model model = profiles.models(VENDOR).find(serial).orElseThrow(() -> new PollException(
                    new Failure(Failure.Kind.UNKNOWN_MODEL, serial.substring(0, PREFIX)), null));
            Device device = new Device(new DeviceId(DeviceKind.INVERTER, serial), null,
                    Map.of("vendor", "Sun", "modelId", model.name(), "serialNumber", serial));
            return new Detected(device, profiles.profile(VENDOR, model.profile()).variant(model.facts()));
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
    }
}
