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

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

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
import org.openhab.binding.solarplant.internal.profile.Profile;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Finds out which AlphaESS system answers, by the serial number of its energy manager (alphaess.md §4.6). All have one
 * register map, and no register tells the model.
 */
@NonNullByDefault
final class EmsDetection implements Detection {

    private static final int SERIAL = 0x0743;
    private static final int SERIAL_REGISTERS = 8;
    private static final Pattern SERIAL_FORM = Pattern.compile("[0-9A-Z]{8,16}");

    /** Assumed where nobody has told, in W, as for other vendors. */
    private static final int UNKNOWN_RATED_POWER = 100_000;

    /** By the first letters of the serial number: which table the bits of the system's faults have (alphaess.md §4.8). */
    private static final Map<String, Integer> SYSTEMS = Map.of("AL", 1, "AE", 2);
    private static final int OTHER_SYSTEM = 0;

    /** What a house may draw or give is no matter of the inverter's size: in W, 63 A on three phases and a bit. */
    private static final int LEAST_CONNECTION = 50_000;

    private final RegisterTransport transport;
    private final Function<DeviceId, Optional<Integer>> rated;
    private final AlphaEssModbusSettings settings;
    private final ProfileStore profiles;

    /**
     * @param rated the rated power of a device in W, as far as it is known
     */
    EmsDetection(RegisterTransport transport, AlphaEssModbusSettings settings,
            Function<DeviceId, Optional<Integer>> rated, ProfileStore profiles) {
        this.rated = rated;
        this.transport = transport;
        this.settings = settings;
        this.profiles = profiles;
    }

    @Override
    public String serial() throws PollException, TransportException, InterruptedException {
        String serial = read().filter(text -> SERIAL_FORM.matcher(text).matches())
                .orElseThrow(() -> new PollException(new Failure(Failure.Kind.NO_SERIAL), null));
        Serials.check(settings.serial(), serial);
        return serial;
    }

    /** Who has this serial number, as far as that alone tells. Asks nobody. */
    Device identify(String serial) {
        return new Device(new DeviceId(DeviceKind.INVERTER, serial), null,
                Map.of("vendor", "AlphaESS", "serialNumber", serial));
    }

    @Override
    public Detected detect(String serial) throws PollException, TransportException, InterruptedException {
        Profile profile = profile();
        int system = SYSTEMS.getOrDefault(serial.substring(0, 2), OTHER_SYSTEM);
        Device device = identify(serial);
        int watts = ratedPower(device.id());
        Map<String, Integer> facts = Map.of("rated", watts, "system", system, "connection",
                Math.max(LEAST_CONNECTION, 3 * watts));
        return new Detected(device, profile.variant(facts));
    }

    /** No register tells it, but the vendor's cloud may have done so once. */
    private int ratedPower(DeviceId device) {
        return rated.apply(device).orElse(UNKNOWN_RATED_POWER);
    }

    private Optional<String> read() throws TransportException, InterruptedException {
        try {
            StringBuilder text = new StringBuilder();
            for (int word : transport.read(settings.unit(), RegisterSpace.HOLDING, SERIAL, SERIAL_REGISTERS)) {
                text.append((char) (word >> 8)).append((char) (word & 0xFF));
            }
            return Optional.of(text.toString().replace('\0', ' ').strip());
        } catch (TransportException.Refused refusal) {
            if (!refusal.concernsAddress()) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    private Profile profile() throws PollException {
        try {
            return profiles.profile("alphaess", "ems");
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
    }
}
