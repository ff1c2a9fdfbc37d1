/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.ChannelTypeUID;

/** The shapes of identifiers. */
@NonNullByDefault
class UidTest {

    private static final ThingTypeUID TYPE = new ThingTypeUID("b", "t");

    @Test
    void thingUids() {
        ThingUID bridge = new ThingUID(new ThingTypeUID("b:bridge"), new ThingUID("b:root:r"), "x");
        assertEquals("b:bridge:r:x", bridge.getAsString());
        assertEquals("b:t:r:x:id", new ThingUID(TYPE, bridge, "id").getAsString());
        assertEquals(List.of("r", "x"), new ThingUID(TYPE, bridge, "id").getBridgeIds());
        assertEquals("id", new ThingUID(TYPE, bridge, "id").getId());
        assertEquals(new ThingUID("b:t:i"), new ThingUID(TYPE, "i"));
        assertThrows(IllegalArgumentException.class, () -> new ThingUID("b:t"));
        assertThrows(IllegalArgumentException.class, () -> new ThingUID("b:t:"));
        assertThrows(IllegalArgumentException.class, () -> new ThingUID("b:t:a.b"));
    }

    @Test
    void channelUids() {
        ChannelUID channel = new ChannelUID(new ThingUID("b:t:i"), "pv", "power");
        assertEquals("b:t:i:pv#power", channel.getAsString());
        assertEquals("pv#power", channel.getId());
        assertEquals("power", channel.getIdWithoutGroup());
        assertEquals("pv", channel.getGroupId());
        assertTrue(channel.isInGroup());
        assertEquals(new ThingUID("b:t:i"), channel.getThingUID());
        assertNull(new ChannelUID("b:t:i:c").getGroupId());
        assertEquals(channel, new ChannelUID(new ChannelGroupUID(new ThingUID("b:t:i"), "pv"), "power"));
        assertThrows(IllegalArgumentException.class, () -> new ChannelUID("b:t:i:a.b"));
        assertThrows(IllegalArgumentException.class, () -> new ChannelUID("b:t:c"));
    }

    @Test
    void differentKindsAreNeverEqual() {
        assertNotEquals(new ThingTypeUID("b:t"), new ChannelTypeUID("b:t"));
        assertEquals(new ThingTypeUID("b:t").hashCode(), new ThingTypeUID("b", "t").hashCode());
    }
}
