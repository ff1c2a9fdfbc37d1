/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ThingBuilder;

/** Which devices have their thing already. */
@NonNullByDefault
class OfferTest {

    private static final String SERIAL = "H34A10DEMO0001";

    private static Thing thing(String type, Map<String, Object> settings, Map<String, String> properties) {
        ThingUID uid = new ThingUID(type + ":home:one");
        return ThingBuilder.create(new ThingTypeUID(type), uid).withConfiguration(new Configuration(settings))
                .withProperties(properties).build();
    }

    @Test
    void itStandsForItsDeviceByItsSettingOrByWhatTheDeviceSaid() {
        Map<String, String> said = Map.of(Thing.PROPERTY_SERIAL_NUMBER, SERIAL);
        assertTrue(Offer.isThing(List.of(thing("solarplant:inverter", Map.of("serial", SERIAL), Map.of())), SERIAL));
        assertTrue(Offer.isThing(List.of(thing("solarplant:gateway", Map.of(), said)), SERIAL));
        assertFalse(Offer.isThing(List.of(thing("solarplant:inverter", Map.of(), Map.of())), SERIAL));
    }

    /** Who reads the same inverter through its vendor's cloud is to find it here as well. */
    @Test
    void aThingOfAnotherBindingIsNoneOfOurs() {
        Map<String, String> said = Map.of(Thing.PROPERTY_SERIAL_NUMBER, SERIAL);
        assertFalse(Offer.isThing(List.of(thing("solax:cloud", Map.of("serial", SERIAL), said)), SERIAL));
    }
}
