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

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** What openHAB refuses is refused here, with the place. */
@NonNullByDefault
class OhInfReaderTest {

    @TempDir
    @SuppressWarnings("null")
    Path folder;

    private String refusal(String from, String to) throws IOException {
        assertTrue(TinyBinding.TYPES.contains(from), from);
        Path ohInf = TinyBinding.files(folder);
        TinyBinding.write(ohInf.resolve("thing/types.xml"), TinyBinding.TYPES.replace(from, to));
        try (Host host = new Host(Locale.ENGLISH, ZoneId.of("UTC"))) {
            return String.valueOf(assertThrows(DescriptionException.class, () -> host.install(ohInf)).getMessage());
        }
    }

    @Test
    void orderAndNamesCount() throws IOException {
        String order = refusal("<label>Bridge</label><description>A bridge.</description>",
                "<description>A bridge.</description><label>Bridge</label>");
        assertTrue(order.contains("thing/types.xml:6") && order.contains("<label>"), order);
        String attribute = refusal("<channel-type id=\"plain\">", "<channel-type id=\"plain\" color=\"red\">");
        assertTrue(attribute.contains("color"), attribute);
        String element = refusal("<label>Plain</label>", "<label>Plain</label><icon>x</icon>");
        assertTrue(element.contains("<icon>"), element);
        assertTrue(refusal("type=\"integer\"", "type=\"number\"").contains("number"));
    }

    @Test
    void whatDoesNotFitTogether() throws IOException {
        assertTrue(refusal("<kind>trigger</kind>", "<item-type>String</item-type><kind>trigger</kind>")
                .contains("trigger"));
        assertTrue(refusal("<item-type>String", "<item-type unitHint=\"W\">String").contains("unit hint"));
        assertTrue(refusal("</thing:thing-descriptions>", "").contains("types.xml"));
    }

    @Test
    void anUnknownChannelTypeKeepsTheThingWaiting() throws IOException {
        Path ohInf = TinyBinding.files(folder);
        TinyBinding.write(ohInf.resolve("thing/types.xml"),
                TinyBinding.TYPES.replace("typeId=\"mode\"", "typeId=\"elsewhere\""));
        try (Host host = new Host(Locale.ENGLISH, ZoneId.of("UTC"))) {
            host.install(ohInf);
            host.addFactory(new TinyBinding());
            Thing thing = host.add(new ThingEntry(new ThingUID("tiny:device:x"), false, null, null, Map.of()));
            assertEquals(ThingStatusDetail.NOT_YET_READY, thing.getStatusInfo().getStatusDetail());
        }
    }
}
