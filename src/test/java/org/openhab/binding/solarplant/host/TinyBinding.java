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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BaseThingHandlerFactory;
import org.openhab.core.thing.binding.ThingHandler;

/** A binding of one bridge type and one thing type, made for the tests of the host. */
@NonNullByDefault
final class TinyBinding extends BaseThingHandlerFactory {

    static final ThingTypeUID BRIDGE = new ThingTypeUID("tiny", "bridge");
    static final ThingTypeUID DEVICE = new ThingTypeUID("tiny", "device");

    final Map<ThingUID, TinyHandler> handlers = new ConcurrentHashMap<>();
    final List<String> log = new CopyOnWriteArrayList<>();
    /** What each new handler does in initialize(). */
    volatile Consumer<TinyHandler> start = h -> h.status(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);

    TinyHandler handler(String uid) {
        TinyHandler handler = handlers.get(new ThingUID(uid));
        if (handler == null) {
            throw new IllegalStateException("no handler of " + uid);
        }
        return handler;
    }

    @Override
    public boolean supportsThingType(ThingTypeUID thingTypeUID) {
        return thingTypeUID.getBindingId().equals("tiny");
    }

    @Override
    protected @Nullable ThingHandler createHandler(Thing thing) {
        if (thing.getUID().getId().equals("refused")) {
            return null;
        }
        TinyHandler handler = thing instanceof Bridge bridge
                ? new TinyHandler.OfBridge(bridge, this)
                : new TinyHandler(thing, this);
        handlers.put(thing.getUID(), handler);
        return handler;
    }

    @Override
    protected void removeHandler(ThingHandler thingHandler) {
        log.add("removed " + thingHandler.getThing().getUID().getId());
    }

    /** Writes the binding's files to a folder and returns OH-INF. */
    static Path files(Path folder) throws IOException {
        Path ohInf = folder.resolve("OH-INF");
        write(ohInf.resolve("addon/addon.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <addon:addon id="tiny" xmlns:addon="https://openhab.org/schemas/addon/v1.0.0">
                  <type>binding</type><name>Tiny</name><description>For tests.</description>
                  <connection>local</connection>
                </addon:addon>
                """);
        write(ohInf.resolve("thing/types.xml"), TYPES);
        write(ohInf.resolve("i18n/tiny.properties"), """
                offline.lost = lost {0} after {1} tries: it''s gone
                channel-type.tiny.power.label = Power
                """);
        write(ohInf.resolve("i18n/tiny_de.properties"), """
                thing-type.tiny.device.label = Gerät
                channel-type.tiny.power.label = Leistung
                channel-type.tiny.mode.state.option.AUTO = Automatik
                channel-group-type.tiny.values.label = Werte
                """);
        return ohInf;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <thing:thing-descriptions bindingId="tiny"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:thing="https://openhab.org/schemas/thing-description/v1.0.0"
                xsi:schemaLocation="https://openhab.org/schemas/thing-description/v1.0.0 x.xsd">
              <bridge-type id="bridge">
                <label>Bridge</label><description>A bridge.</description>
                <config-description>
                  <parameter name="interval" type="integer" min="5" max="100"><default>60</default></parameter>
                  <parameter name="mode" type="text">
                    <options><option value="a">A</option><option value="b">B</option></options>
                  </parameter>
                </config-description>
              </bridge-type>
              <thing-type id="device">
                <supported-bridge-type-refs><bridge-type-ref id="bridge"/></supported-bridge-type-refs>
                <label>Device</label>
                <semantic-equipment-tag>Inverter</semantic-equipment-tag>
                <channel-groups><channel-group id="values" typeId="values"/></channel-groups>
                <properties><property name="vendor">tiny</property></properties>
                <representation-property>serial</representation-property>
                <config-description>
                  <parameter name="serial" type="text" required="true"/>
                  <parameter name="port" type="integer"/>
                </config-description>
              </thing-type>
              <channel-group-type id="values">
                <label>Values</label>
                <channels><channel id="power" typeId="power"/><channel id="mode" typeId="mode"/></channels>
              </channel-group-type>
              <channel-type id="power">
                <item-type unitHint="W">Number:Power</item-type><label>Some Power</label>
                <state pattern="%.1f %unit%" readOnly="true"/>
              </channel-type>
              <channel-type id="mode" advanced="true">
                <item-type>String</item-type><label>Mode</label>
                <state><options><option value="AUTO">Automatic</option></options></state>
              </channel-type>
              <channel-type id="plain"><item-type>Number</item-type><label>Plain</label></channel-type>
              <channel-type id="alert"><kind>trigger</kind><label>Alert</label></channel-type>
            </thing:thing-descriptions>
            """;
}
