/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.config.PartConfiguration;
import org.openhab.binding.solarplant.internal.handler.Inspection;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.core.thing.Thing;

/** Knows what is to be kept out of files: all serial numbers that any thing or device of the home bears. */
@NonNullByDefault
final class Secrets {

    private final Things things;

    Secrets(Things things) {
        this.things = things;
    }

    /** A redaction for what comes from the wire of this driver. */
    Redaction redaction(Probe driver) {
        return Redaction.of(known(), address(driver.host()));
    }

    /** The address of a host, of which its registers may tell; empty if it has none at present. */
    private static String address(String host) {
        try {
            return host.isEmpty() ? "" : InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            // then it does not answer either, and nothing of it is written
            return "";
        }
    }

    /** A redaction for what is about the whole home. */
    Redaction redaction() {
        return Redaction.of(known(), "");
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>();
        for (Thing thing : things.all()) {
            known.add(thing.getConfiguration().as(InverterConfiguration.class).serial);
            String part = thing.getConfiguration().as(PartConfiguration.class).deviceId;
            known.add(DeviceId.parse(part).map(DeviceId::key).orElse(part));
            Optional.ofNullable(thing.getProperties().get(Thing.PROPERTY_SERIAL_NUMBER)).ifPresent(known::add);
            Things.inspect(thing).map(Inspection::drivers).orElse(List.of())
                    .forEach(driver -> known.addAll(driver.identities()));
        }
        return known;
    }
}
