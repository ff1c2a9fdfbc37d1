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

import java.util.Collection;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;

/** What the inbox is told of a device. */
@NonNullByDefault
final class Offer {

    /** The setting for the address of a device. */
    static final String HOST = "host";
    /** The setting by which a battery, a meter or an EV charger knows its device. */
    static final String DEVICE = "deviceId";
    private static final String SERIAL = "serial";

    private Offer() {}

    /** An offer of a device of a plant, under its key. */
    static DiscoveryResultBuilder of(ThingTypeUID type, ThingUID plant, String key) {
        return DiscoveryResultBuilder.create(uid(type, plant, key)).withBridge(plant);
    }

    /** An offer of an inverter, an EMS or a gateway, under its serial number, with the connection that leads to it. */
    static DiscoveryResultBuilder of(ThingTypeUID type, ThingUID plant, String serial, String connection) {
        return of(type, plant, serial).withProperty("connection", connection).withProperty(SERIAL, serial)
                .withProperty(Thing.PROPERTY_SERIAL_NUMBER, serial)
                .withRepresentationProperty(Thing.PROPERTY_SERIAL_NUMBER);
    }

    /** Whether an offer leads to the device itself. */
    static boolean hasAddress(DiscoveryResult offer) {
        return offer.getProperties().containsKey(HOST);
    }

    /**
     * Whether one of these things is of this binding and stands for the device with this serial number. It must not be
     * offered then: openHAB would take over what is offered into the settings of a thing with the same id. A thing that has
     * not heard of its device yet knows it by its configuration alone.
     */
    static boolean isThing(Collection<Thing> things, String serial) {
        return things.stream().filter(thing -> SolarPlantBindingConstants.POLLED.contains(thing.getThingTypeUID()))
                .anyMatch(thing -> isSame(serial, thing.getConfiguration().get(SERIAL))
                        || isSame(serial, thing.getProperties().get(Thing.PROPERTY_SERIAL_NUMBER)));
    }

    private static boolean isSame(String serial, @Nullable Object told) {
        return told instanceof String text && serial.equalsIgnoreCase(text.strip());
    }

    /** Whether one of these things shows this battery, meter or EV charger. */
    static boolean isPart(Collection<Thing> things, DeviceId device) {
        return things.stream().anyMatch(thing -> device.toString().equals(thing.getConfiguration().get(DEVICE)));
    }

    private static ThingUID uid(ThingTypeUID type, ThingUID plant, String key) {
        return new ThingUID(type, plant, key.replaceAll("[^A-Za-z0-9_-]", "_"));
    }
}
