/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.own;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.openhab.binding.solarplant.internal.profile.NameplateInspection;
import org.openhab.binding.solarplant.internal.profile.OwnProfiles;
import org.openhab.binding.solarplant.internal.profile.Profile;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Finds out which device answers by what its register map says of the nameplate. */
@NonNullByDefault
final class OwnDetection implements Detection {

    private static final String RATED = "rated";
    /** Assumed where neither the register map nor the device tells the rated power, in W. */
    private static final int UNKNOWN_RATED_POWER = 100_000;
    /** SunSpec has room for 32 characters. */
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ._/-]{1,30}[0-9A-Za-z]");

    private final RegisterTransport transport;
    private final OwnSettings settings;
    private final OwnProfiles profiles;

    OwnDetection(RegisterTransport transport, OwnSettings settings, OwnProfiles profiles) {
        this.transport = transport;
        this.settings = settings;
        this.profiles = profiles;
    }

    @Override
    public String serial() throws PollException, TransportException, InterruptedException {
        NameplateInspection inspection = new NameplateInspection(transport, settings.unit(), profile());
        Optional<NameplateInspection.Stranger> stranger = inspection.stranger();
        if (stranger.isPresent()) {
            throw new PollException(stranger(stranger.get()), null);
        }
        if (!inspection.hasSerial()) {
            return settings.serial().orElseThrow(
                    () -> new PollException(new Failure(Failure.Kind.NO_IDENTITY, settings.profile()), null));
        }
        String serial = inspection.serial().filter(text -> SERIAL.matcher(text).matches())
                .orElseThrow(() -> new PollException(new Failure(Failure.Kind.NO_SERIAL), null));
        Serials.check(settings.serial(), serial);
        return serial;
    }

    @Override
    public Detected detect(String serial) throws PollException, TransportException, InterruptedException {
        Profile profile = profile();
        NameplateInspection inspection = new NameplateInspection(transport, settings.unit(), profile);
        Map<String, String> properties = new HashMap<>();
        inspection.vendor().ifPresent(vendor -> properties.put("vendor", vendor));
        properties.put("modelId", inspection.model().orElse(profile.label()));
        properties.put("serialNumber", serial);
        inspection.firmware().ifPresent(version -> properties.put("firmwareVersion", version));
        Map<String, Integer> facts = profile.defaults().containsKey(RATED)
                ? Map.of()
                : Map.of(RATED, UNKNOWN_RATED_POWER);
        return new Detected(new Device(new DeviceId(DeviceKind.INVERTER, serial), null, properties),
                profile.variant(facts));
    }

    private Failure stranger(NameplateInspection.Stranger stranger) {
        // it may be a serial number that the register map expects there
        return new Failure(Failure.Kind.WRONG_FAMILY, settings.profile(), Integer.toString(stranger.register()),
                Serials.shortened(stranger.told()), stranger.expected());
    }

    private Profile profile() throws PollException {
        try {
            Optional<Profile> profile = profiles.family(settings.profile());
            if (profile.isPresent()) {
                return profile.get();
            }
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
        throw new PollException(new Failure(Failure.Kind.NO_PROFILE, settings.profile(), profiles.folder().toString(),
                String.join(" ", profiles.families())), null);
    }
}
