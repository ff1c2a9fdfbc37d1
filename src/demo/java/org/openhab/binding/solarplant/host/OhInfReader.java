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
import java.net.URL;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Reads the OH-INF files of a binding into types and texts. */
@NonNullByDefault
final class OhInfReader {

    private final Types types;

    OhInfReader(Types types) {
        this.types = types;
    }

    void read(Resources resources) {
        resources.list("addon", ".xml").forEach(file -> AddonReader.check(Element.read(file)));
        for (URL file : resources.list("thing", ".xml")) {
            Element root = root(file, "thing-descriptions");
            String binding = root.required("bindingId");
            ThingTypeReader things = new ThingTypeReader(binding, types);
            ChannelTypeReader channels = new ChannelTypeReader(binding, types);
            for (Element type : root.all("thing-type", "bridge-type", "channel-type", "channel-group-type")) {
                switch (type.name()) {
                    case "channel-type" -> channels.readType(type);
                    case "channel-group-type" -> channels.readGroup(type);
                    default -> things.read(type);
                }
            }
            root.end();
        }
        for (URL file : resources.list("config", ".xml")) {
            Element root = root(file, "config-descriptions");
            for (Element description : root.all("config-description")) {
                types.add(ConfigReader.read(description, URI.create(description.required("uri"))));
            }
            root.end();
        }
    }

    private static Element root(URL file, String name) {
        Element root = Element.read(file);
        if (!root.name().equals(name)) {
            throw new DescriptionException(root.where(), "the root must be <" + name + ">");
        }
        return root;
    }
}
