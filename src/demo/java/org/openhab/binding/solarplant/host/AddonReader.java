/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.net.URI;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Checks what the add-on says about itself. */
@NonNullByDefault
final class AddonReader {

    private static final Set<String> TYPES = Set.of("automation", "binding", "misc", "persistence", "transformation",
            "ui", "voice");
    private static final Set<String> CONNECTIONS = Set.of("none", "local", "hybrid", "cloud");

    private AddonReader() {}

    static void check(Element addon) {
        addon.required("id");
        oneOf(addon, addon.requiredText("type"), TYPES);
        addon.requiredText("name");
        addon.requiredText("description");
        addon.nextText("keywords");
        String connection = addon.nextText("connection");
        if (connection != null) {
            oneOf(addon, connection, CONNECTIONS);
        }
        addon.nextText("countries");
        addon.nextText("service-id");
        Element config = addon.next("config-description");
        if (config != null) {
            ConfigReader.read(config, URI.create("binding:check"));
        } else {
            Element reference = addon.next("config-description-ref");
            if (reference != null) {
                reference.required("uri");
                reference.end();
            }
        }
        // what finds devices before an add-on is installed is of no use to a host that has it
        addon.next("discovery-methods");
        addon.end();
    }

    private static void oneOf(Element addon, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw new DescriptionException(addon.where(), "'" + value + "' is none of " + allowed);
        }
    }
}
