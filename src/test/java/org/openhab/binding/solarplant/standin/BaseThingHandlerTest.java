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
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.types.TimeSeries;

/** Which call of a handler reaches the callback as what. */
@NonNullByDefault
class BaseThingHandlerTest {

    private static final ThingTypeUID TYPE = new ThingTypeUID("b", "t");
    private final ThingUID uid = new ThingUID(TYPE, "i");
    private final ThingHandlerCallback callback = mock(ThingHandlerCallback.class);
    private final Thing thing = ThingBuilder.create(TYPE, uid).withBridge(new ThingUID("b:bridge:x"))
            .withConfiguration(new Configuration(Map.of("host", "h"))).build();
    private final OpenHandler handler = new OpenHandler(thing);

    @BeforeEach
    void connect() {
        handler.setCallback(callback);
        doAnswer(call -> {
            thing.setStatusInfo(call.getArgument(1));
            return null;
        }).when(callback).statusUpdated(any(), any());
    }

    @Test
    void statesCommandsAndEvents() {
        handler.run(h -> {
            h.updateState("g#c", OnOffType.ON);
            h.postCommand("c", OnOffType.OFF);
            h.triggerChannel("e");
            h.sendTimeSeries("c", new TimeSeries(TimeSeries.Policy.ADD));
        });
        verify(callback).stateUpdated(new ChannelUID(uid, "g#c"), OnOffType.ON);
        verify(callback).postCommand(new ChannelUID(uid, "c"), OnOffType.OFF);
        verify(callback).channelTriggered(thing, new ChannelUID(uid, "e"), "");
        verify(callback).sendTimeSeries(new ChannelUID(uid, "c"), new TimeSeries(TimeSeries.Policy.ADD));
    }

    @Test
    void aStatusIsToldEachTime() {
        handler.run(h -> {
            h.updateStatus(ThingStatus.ONLINE);
            h.updateStatus(ThingStatus.ONLINE);
        });
        verify(callback, times(2)).statusUpdated(thing,
                new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        assertTrue(handler.isInitialized());
    }

    @Test
    void propertiesAreToldOnChange() {
        handler.run(h -> {
            h.updateProperty("p", "1");
            h.updateProperty("p", "1");
            h.updateProperties(Map.of("p", "1", "q", "2"));
            h.updateProperty("absent", null);
        });
        verify(callback, times(3)).thingUpdated(thing);
        assertEquals(Map.of("p", "1", "q", "2"), thing.getProperties());
        handler.run(h -> h.updateProperties(null));
        assertEquals(Map.of(), thing.getProperties());
    }

    @Test
    void anUpdatedThingReplacesTheOldOne() {
        Thing changed = handler.editThing().withLabel("new").build();
        handler.run(h -> h.updateThing(changed));
        InOrder order = inOrder(callback);
        order.verify(callback).validateConfigurationParameters(changed, Map.of("host", "h"));
        order.verify(callback).thingUpdated(changed);
        assertSame(changed, handler.getThing());
        assertThrows(IllegalArgumentException.class, () -> handler.updateThing(changed));
        assertEquals(List.of(), handler.calls);
    }

    @Test
    void aChangedConfigurationStartsTheHandlerAgain() {
        handler.run(h -> h.updateStatus(ThingStatus.ONLINE));
        handler.handleConfigurationUpdate(Map.of("host", "h"));
        verify(callback, never()).thingUpdated(any());
        handler.handleConfigurationUpdate(Map.of("port", 1));
        InOrder order = inOrder(callback);
        order.verify(callback).validateConfigurationParameters(thing, Map.of("port", 1));
        order.verify(callback).validateConfigurationParameters(thing, Map.of("host", "h", "port", BigDecimal.ONE));
        order.verify(callback).thingUpdated(thing);
        assertEquals(List.of("dispose", "initialize"), handler.calls);
    }

    @Test
    void bridgeStatus() {
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.OFFLINE, ThingStatusDetail.NONE, null));
        assertEquals(ThingStatusDetail.BRIDGE_OFFLINE, thing.getStatusInfo().getStatusDetail());
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        assertEquals(ThingStatus.ONLINE, thing.getStatus());
        handler.run(h -> h.updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR));
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        assertEquals(ThingStatus.OFFLINE, thing.getStatus());
    }

    @Test
    void defaults() {
        handler.channelLinked(new ChannelUID(uid, "c"));
        assertEquals(List.of("c REFRESH"), handler.calls);
        handler.handleRemoval();
        assertEquals(ThingStatus.REMOVED, thing.getStatus());
        assertEquals(0, handler.getServices().size());
        handler.getBridge();
        verify(callback).getBridge(new ThingUID("b:bridge:x"));
        handler.getConfig().put("host", "changed");
        assertEquals("h", thing.getConfiguration().get("host"));
    }

    @Test
    void withoutCallbackNothingHappens() {
        handler.setCallback(null);
        handler.run(h -> {
            h.updateState("c", OnOffType.ON);
            h.updateStatus(ThingStatus.ONLINE);
            assertNull(h.getBridge());
            assertFalse(h.isLinked("c"));
        });
        verifyNoInteractions(callback);
    }
}
