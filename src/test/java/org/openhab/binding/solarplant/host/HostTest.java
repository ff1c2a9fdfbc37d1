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

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.types.State;

/** States, commands, texts and discoveries. */
@NonNullByDefault
class HostTest extends HostTestBase {

    private static final ChannelUID POWER = new ChannelUID(DEVICE, "values#power");

    @Test
    void statesAndEventsAreKept() throws Exception {
        startBoth();
        List<String> heard = new CopyOnWriteArrayList<>();
        host.addListener(new HostListener() {
            @Override
            public void stateUpdated(ChannelUID channel, State state) {
                heard.add(channel.getId() + "=" + state);
            }
        });
        TinyHandler handler = binding.handler("tiny:device:home:one");
        handler.state("values#power", new QuantityType<>("5 W"));
        assertEquals(new QuantityType<>("5 W"), host.state(POWER));
        assertEquals(List.of("values#power=5 W"), heard);
        assertEquals(1, host.states().size());
        handler.trigger("alert", "FIRE");
        assertEquals(List.of("FIRE"), host.triggers(new ChannelUID(DEVICE, "alert")));
    }

    @Test
    void commandsReachTheHandlerInOrder() throws Exception {
        startBoth();
        binding.handler("tiny:device:home:one").addChannel("plain", "plain");
        host.command(new ChannelUID(DEVICE, "plain"), new QuantityType<>("7 W"));
        host.command(POWER, OnOffType.ON);
        host.refresh(POWER).get(10, TimeUnit.SECONDS);
        assertEquals(List.of("one plain 7", "one values#power ON", "one values#power REFRESH"),
                binding.log.stream().filter(l -> l.matches("one (plain|values).*")).toList());
        host.setEnabled(DEVICE, false);
        binding.log.clear();
        host.refresh(POWER).get(10, TimeUnit.SECONDS);
        assertFalse(binding.log.contains("one values#power REFRESH"));
    }

    @Test
    void aThingChangedFromInsideKeepsItsHandler() throws Exception {
        startBoth();
        TinyHandler handler = binding.handler("tiny:device:home:one");
        Thing before = thing(DEVICE);
        handler.addChannel("alert", "alert");
        Thing after = thing(DEVICE);
        assertNotSame(before, after);
        assertSame(handler, after.getHandler());
        assertEquals(ThingStatus.ONLINE, after.getStatus());
        assertEquals(ChannelKind.TRIGGER, Objects.requireNonNull(after.getChannel("alert")).getKind());
        assertSame(after, ((Bridge) thing(BRIDGE)).getThing(DEVICE));
        assertThrows(IllegalArgumentException.class, () -> handler.addChannel("x", "unknown"));
    }

    @Test
    void textsAreInTheLanguageOfTheHost() throws Exception {
        startBoth();
        binding.handler("tiny:device:home:one").status(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR,
                "@text/offline.lost [\"one\", \"5\"]");
        assertEquals("lost one after 5 tries: it's gone", host.statusText(DEVICE));
        assertEquals("Gerät", host.typeLabel(TinyBinding.DEVICE));
        ChannelView power = host.channels(DEVICE).get(0);
        assertEquals("Leistung", power.label());
        assertEquals("Werte", power.groupLabel());
        assertEquals("W", power.unit());
        assertEquals("%.1f %unit%", power.pattern());
        assertTrue(power.readOnly());
        ChannelView mode = host.channels(DEVICE).get(1);
        assertTrue(mode.advanced());
        assertEquals(Map.of("AUTO", "Automatik"), mode.options());
        assertEquals("Power", host.translations().getText(null, "channel-type.tiny.power.label", null, Locale.FRENCH));
        assertEquals(Locale.GERMANY, host.localeProvider().getLocale());
        assertEquals(ZoneId.of("Europe/Berlin"), host.timeZoneProvider().getTimeZone());
    }

    @Test
    void whatIsFoundCanBeAdded() throws Exception {
        startBoth();
        ThingUID found = new ThingUID("tiny:device:home:found");
        assertTrue(host.inbox().scan(LIMIT));
        await(() -> host.inbox().results().size() == 1);
        Thing thing = host.approve(found);
        assertEquals("Found", thing.getLabel());
        assertEquals("S9", thing.getConfiguration().get("serial"));
        assertEquals("m", thing.getProperties().get("model"));
        assertTrue(host.awaitStatus(found, ThingStatus.ONLINE, LIMIT));
        assertEquals(0, host.inbox().results().size());
    }

    @Test
    void whatIsAThingAlreadyIsNotFound() throws Exception {
        start(BOTH.replace("S1", "S9"));
        await(() -> status(DEVICE).getStatus() == ThingStatus.ONLINE);
        CountDownLatch found = new CountDownLatch(1);
        host.addListener(new HostListener() {
            @Override
            public void inboxChanged() {
                found.countDown();
            }
        });
        assertTrue(host.inbox().scan(LIMIT));
        assertTrue(found.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(), host.inbox().results());
    }

    @Test
    void yamlIsReadStrictly() {
        assertThrows(IllegalArgumentException.class, () -> load("version: 2\nthings: {}\n"));
        assertThrows(IllegalArgumentException.class,
                () -> load("version: 1\nthings:\n  tiny:bridge:x: {isBrigde: true}\n"));
    }
}
