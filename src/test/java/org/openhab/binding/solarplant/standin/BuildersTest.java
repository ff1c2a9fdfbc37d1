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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.binding.builder.ThingStatusInfoBuilder;

/** How things and channels are built. */
@NonNullByDefault
class BuildersTest {

    private static final ThingTypeUID TYPE = new ThingTypeUID("b", "t");
    private final ThingUID uid = new ThingUID(TYPE, "i");

    private Channel channel(String id) {
        return ChannelBuilder.create(new ChannelUID(uid, id), "Number").build();
    }

    @Test
    void channelsAreAddedReplacedAndRemoved() {
        Thing thing = ThingBuilder.create(TYPE, uid).withChannel(channel("a")).withChannel(channel("g#b")).build();
        assertEquals(List.of(channel("a"), channel("g#b")), thing.getChannels());
        assertEquals(List.of(channel("g#b")), thing.getChannelsOfGroup("g"));
        assertNotNull(thing.getChannel("g#b"));
        Thing other = ThingBuilder.create(thing).withChannels(channel("c")).withoutChannel(new ChannelUID(uid, "x"))
                .build();
        assertEquals(List.of(channel("c")), other.getChannels());
        assertEquals(thing, other);
        assertThrows(IllegalArgumentException.class, () -> ThingBuilder.create(thing).withChannel(channel("a")));
        assertThrows(IllegalArgumentException.class, () -> ThingBuilder.create(thing)
                .withChannel(ChannelBuilder.create(new ChannelUID("b:t:other:a")).build()));
        assertThrows(UnsupportedOperationException.class, () -> thing.getChannels().clear());
    }

    @Test
    void aCopySharesTheConfigurationButNotTheStatus() {
        Thing thing = BridgeBuilder.create(TYPE, uid).withLabel("l").withProperties(Map.of("p", "1"))
                .withConfiguration(new Configuration(Map.of("c", 1))).withSemanticEquipmentTag("Inverter").build();
        thing.setStatusInfo(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        Bridge copy = BridgeBuilder.create((Bridge) thing).build();
        assertSame(thing.getConfiguration(), copy.getConfiguration());
        assertEquals(ThingStatus.UNINITIALIZED, copy.getStatus());
        assertEquals("l", copy.getLabel());
        assertEquals("Inverter", copy.getSemanticEquipmentTag());
        assertEquals(Map.of("p", "1"), copy.getProperties());
        assertThrows(UnsupportedOperationException.class, () -> copy.getProperties().clear());
    }

    @Test
    void statusTexts() {
        assertEquals("ONLINE", new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null).toString());
        assertEquals("OFFLINE (COMMUNICATION_ERROR): text", ThingStatusInfoBuilder
                .create(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR).withDescription("text").build()
                .toString());
    }
}
