/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.CaptureHeader;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.capture.TapPoint;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.core.thing.Thing;

/**
 * Of what a capture of a driver is made.
 *
 * @param connection the name of the connection that made the driver
 * @param around what it was made of besides its wire
 * @param taps where its wire can be listened to
 */
@NonNullByDefault
record CaptureSource(String connection, Surroundings around, TapPoint taps) {

    private static final String MODEL = "model";

    /** That of the driver of a thing. */
    static CaptureSource of(Thing thing, InverterConfiguration configuration, Environment environment) {
        return new CaptureSource(Connection.name(thing, configuration),
                Surroundings.of(thing, configuration, environment), new TapPoint());
    }

    /**
     * What a capture that begins now says of itself.
     *
     * @param device who answered last
     * @param versions of the software, by name
     */
    CaptureHeader header(Optional<Device> device, Map<String, String> versions, Redaction redaction) {
        Map<String, String> facts = new HashMap<>(versions);
        facts.put(CaptureReplay.CONNECTION, connection);
        facts.put(Surroundings.TYPE, around.type().getId());
        Map<String, String> properties = device.map(Device::properties).orElse(Map.of());
        Optional.ofNullable(properties.get(Thing.PROPERTY_MODEL_ID)).ifPresent(model -> facts.put(MODEL, model));
        return new CaptureHeader(around.clock().instant(),
                around.zone().get().getRules().getOffset(around.clock().instant()), facts,
                around.told(redaction), device.map(known -> around.memories(known.id(), redaction)).orElse(Map.of()));
    }
}
