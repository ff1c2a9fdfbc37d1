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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.core.thing.Thing;

/**
 * That a thing of this openHAB uses a device on the network. Many devices bear one Modbus master only, so nobody else is to
 * speak to it.
 *
 * @param host name or address of the device
 * @param ports the ports that are not to be used
 */
@NonNullByDefault
record Claim(String host, Set<Integer> ports) {

    private static final Pattern NAME_OR_ADDRESS = Pattern.compile("[A-Za-z0-9._-]+");

    /**
     * The claims of all these things. Those of this binding claim a device with all its ports; those of others claim the
     * ports that they name, so that who only pings an inverter does not keep it from being found.
     *
     * @param ports those that matter
     */
    static List<Claim> of(Collection<Thing> things, Set<Integer> ports) {
        return things.stream().flatMap(thing -> {
            Map<String, Object> settings = thing.getConfiguration().getProperties();
            Set<Integer> claimed = isOurs(thing) ? ports : named(settings, ports);
            return claimed.isEmpty() ? Stream.empty() : hosts(settings).map(host -> new Claim(host, claimed));
        }).toList();
    }

    private static boolean isOurs(Thing thing) {
        return SolarPlantBindingConstants.BINDING_ID.equals(thing.getThingTypeUID().getBindingId());
    }

    private static Set<Integer> named(Map<String, Object> settings, Set<Integer> ports) {
        Set<Integer> named = settings.values().stream().filter(Number.class::isInstance)
                .map(value -> ((Number) value).intValue()).collect(Collectors.toCollection(HashSet::new));
        named.retainAll(ports);
        return named;
    }

    /** Bindings call it host, hostname, ipAddress and the like. */
    private static Stream<String> hosts(Map<String, Object> settings) {
        return settings.entrySet().stream().filter(setting -> {
            String name = setting.getKey().toLowerCase(Locale.ROOT);
            // what a user emptied is there without a value
            return setting.getValue() != null && (name.contains("host") || name.contains("address"));
        }).map(setting -> setting.getValue().toString().strip()).filter(NAME_OR_ADDRESS.asMatchPredicate());
    }
}
