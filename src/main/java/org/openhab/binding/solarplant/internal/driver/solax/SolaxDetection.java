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

import java.util.HashMap;
import java.util.List;
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
import org.openhab.binding.solarplant.internal.profile.ModelTable;
import org.openhab.binding.solarplant.internal.profile.Profile;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Finds out which SolaX inverter answers: its serial number, its model by prefix, its register map (solax.md §2). */
@NonNullByDefault
final class SolaxDetection implements Detection {

    private static final String VENDOR = "solax";

    /** Assumed where neither the model nor the device tells its rated power, in W (solax.md §6, value guards). */
    private static final int UNKNOWN_RATED_POWER = 100_000;
    private static final String EXPORT_LIMIT = "export-limit";
    private static final int SHOWN_OF_UNKNOWN_PREFIX = 5;

    private final ProfileStore profiles;
    private final SolaxSettings settings;
    private final SolaxSerial serialNumber;

    SolaxDetection(RegisterTransport transport, SolaxSettings settings, ProfileStore profiles) {
        this.profiles = profiles;
        this.settings = settings;
        this.serialNumber = new SolaxSerial(transport, settings.unit());
    }

    @Override
    public String serial() throws PollException, TransportException, InterruptedException {
        List<String> candidates = serialNumber.read();
        if (candidates.isEmpty()) {
            // data hubs and some firmware tell no number of the inverter: whoever says both knows what is there
            return settings.model().flatMap(model -> settings.serial())
                    .orElseThrow(() -> new PollException(new Failure(Failure.Kind.NO_SERIAL), null));
        }
        ModelTable models = models();
        // of the two orders of characters the one that is expected or known
        String serial = settings.serial().filter(candidates::contains)
                .or(() -> candidates.stream().filter(candidate -> models.find(candidate).isPresent()).findFirst())
                .orElse(candidates.getFirst());
        Serials.check(settings.serial(), serial);
        return serial;
    }

    /**
     * Who has this serial number, as far as that alone tells. Asks nobody.
     *
     * @throws PollException if no model is known by it
     */
    Device identify(String serial) throws PollException {
        return new Device(new DeviceId(DeviceKind.INVERTER, serial), null,
                Map.of("vendor", "SolaX", "modelId", model(serial).name(), "serialNumber", serial));
    }

    @Override
    public Detected detect(String serial) throws PollException, TransportException, InterruptedException {
        Model model = model(serial);
        Profile profile = profile(model.profile());
        Map<String, Integer> facts = new HashMap<>(Map.of("rated", UNKNOWN_RATED_POWER));
        facts.putAll(model.facts());
        return new Detected(identify(serial), profile.variant(facts));
    }

    /** The largest export limit, if the user does not say: what the model is known to take, or its rated power. */
    @Override
    public Map<String, Integer> completed(Map<String, Integer> told) {
        Map<String, Integer> facts = new HashMap<>(told);
        int rated = told.getOrDefault("rated", UNKNOWN_RATED_POWER);
        facts.put(EXPORT_LIMIT, settings.exportLimitMax().orElseGet(() -> Math.max(told.getOrDefault(EXPORT_LIMIT, 0),
                rated == UNKNOWN_RATED_POWER ? 0 : rated)));
        // 0 stands for what the model has
        settings.exportLimitScale().ifPresent(exponent -> facts.put("export-scale", exponent + 2));
        return facts;
    }

    private Model model(String serial) throws PollException {
        ModelTable models = models();
        Optional<String> chosen = settings.model();
        if (chosen.isPresent()) {
            return models.named(chosen.get()).orElseThrow(
                    () -> Failures.unknown(models, new Failure(Failure.Kind.UNKNOWN_PROFILE, chosen.get())));
        }
        return models.find(serial).orElseThrow(() -> Failures.unknown(models, new Failure(Failure.Kind.UNKNOWN_MODEL,
                serial.substring(0, Math.min(SHOWN_OF_UNKNOWN_PREFIX, serial.length())))));
    }

    private ModelTable models() throws PollException {
        try {
            return profiles.models(VENDOR);
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
    }

    private Profile profile(String id) throws PollException {
        try {
            return profiles.profile(VENDOR, id);
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
    }
}
