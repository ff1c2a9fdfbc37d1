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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;

/** How things come to life and lose it. */
@NonNullByDefault
class HostLifeCycleTest extends HostTestBase {

    @Test
    void bridgesStartBeforeTheirChildren() throws Exception {
        startBoth();
        assertEquals(List.of("home initialize", "one initialize"), List.copyOf(binding.log).subList(0, 2));
        awaitLog("home has one");
        assertEquals(List.of("values#power", "values#mode"),
                thing(DEVICE).getChannels().stream().map(c -> c.getUID().getId()).toList());
        assertEquals("tiny", thing(DEVICE).getProperties().get("vendor"));
        assertEquals(new java.math.BigDecimal(502), thing(DEVICE).getConfiguration().get("port"));
        assertEquals(new java.math.BigDecimal(60), thing(BRIDGE).getConfiguration().get("interval"));
        assertEquals(1, ((Bridge) thing(BRIDGE)).getThings().size());
        Bridge bridge = binding.handler("tiny:device:home:one").bridge();
        assertSame(thing(BRIDGE), bridge);
    }

    @Test
    void aChildWaitsForItsBridge() throws Exception {
        binding.start = h -> {};
        start(BOTH);
        assertEquals(ThingStatus.INITIALIZING, status(BRIDGE).getStatus());
        assertEquals(ThingStatusDetail.BRIDGE_UNINITIALIZED, status(DEVICE).getStatusDetail());
        binding.start = h -> h.status(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        binding.handler("tiny:bridge:home").status(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR, null);
        await(() -> status(DEVICE).getStatus() == ThingStatus.ONLINE);
        assertFalse(binding.log.contains("one bridge is OFFLINE"));
        binding.handler("tiny:bridge:home").status(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        awaitLog("one bridge is ONLINE");
    }

    @Test
    void aWrongConfigurationIsPendingUntilItIsPutRight() throws Exception {
        start("""
                version: 1
                things:
                  tiny:bridge:home: {isBridge: true, config: {interval: 3, mode: c}}
                """);
        assertEquals(ThingStatusDetail.HANDLER_CONFIGURATION_PENDING, status(BRIDGE).getStatusDetail());
        String text = String.valueOf(status(BRIDGE).getDescription());
        assertTrue(text.contains("interval=The value must not be less than 5"), text);
        assertTrue(text.contains("mode="), text);
        assertFalse(binding.log.contains("home initialize"));
        assertThrows(RuntimeException.class, () -> host.updateConfiguration(BRIDGE, Map.of("interval", 2)));
        host.updateConfiguration(BRIDGE, Map.of("interval", 10, "mode", "b"));
        await(() -> status(BRIDGE).getStatus() == ThingStatus.ONLINE);
    }

    @Test
    void aThingThatNeedsABridgeAndARequiredParameter() throws Exception {
        start("""
                version: 1
                things:
                  tiny:device:alone: {config: {serial: S1}}
                  tiny:bridge:home: {isBridge: true}
                  tiny:device:home:one: {bridge: "tiny:bridge:home"}
                """);
        assertTrue(String.valueOf(status(new ThingUID("tiny:device:alone")).getDescription()).contains("bridge="));
        await(() -> String.valueOf(status(DEVICE).getDescription()).contains("serial="));
    }

    @Test
    void failuresOfHandlers() throws Exception {
        binding.start = h -> {
            throw new IllegalStateException("broken");
        };
        start("""
                version: 1
                things:
                  tiny:bridge:home: {isBridge: true}
                  tiny:bridge:refused: {isBridge: true}
                  other:thing:x: {}
                """);
        assertEquals(new ThingStatusInfo(ThingStatus.UNINITIALIZED, ThingStatusDetail.HANDLER_INITIALIZING_ERROR,
                "broken"), status(BRIDGE));
        assertEquals(ThingStatusDetail.HANDLER_REGISTERING_ERROR,
                status(new ThingUID("tiny:bridge:refused")).getStatusDetail());
        assertEquals(ThingStatusDetail.HANDLER_MISSING_ERROR,
                status(new ThingUID("other:thing:x")).getStatusDetail());
        assertThrows(IllegalArgumentException.class, () -> binding.handler("tiny:bridge:home")
                .status(ThingStatus.INITIALIZING, ThingStatusDetail.NONE, null));
    }

    @Test
    void aDisabledBridgeTakesItsChildrenDown() throws Exception {
        startBoth();
        TinyHandler before = binding.handler("tiny:bridge:home");
        host.setEnabled(BRIDGE, false);
        assertEquals(ThingStatusDetail.DISABLED, status(BRIDGE).getStatusDetail());
        assertEquals(ThingStatusDetail.BRIDGE_UNINITIALIZED, status(DEVICE).getStatusDetail());
        assertTrue(binding.log.indexOf("one dispose") < binding.log.indexOf("home dispose"));
        assertNull(thing(DEVICE).getHandler());
        host.setEnabled(BRIDGE, true);
        await(() -> status(DEVICE).getStatus() == ThingStatus.ONLINE);
        assertNotSame(before, binding.handler("tiny:bridge:home"));
    }

    @Test
    void removal() throws Exception {
        startBoth();
        host.remove(DEVICE);
        await(() -> host.thing(DEVICE) == null);
        assertTrue(binding.log.contains("one dispose"));
        awaitLog("home lost one");
        assertEquals(0, ((Bridge) thing(BRIDGE)).getThings().size());
    }

    @Test
    void removalWithoutHandlerWaitsForOne() throws Exception {
        load(BOTH);
        host.remove(BRIDGE);
        assertEquals(ThingStatus.REMOVING, status(BRIDGE).getStatus());
        host.addFactory(binding);
        await(() -> host.thing(BRIDGE) == null);
        assertNotNull(host.thing(DEVICE));
        host.forceRemove(DEVICE);
        assertNull(host.thing(DEVICE));
    }

    @Test
    void aSlowHandlerDoesNotHoldTheHost() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        binding.start = h -> {
            try {
                never.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        host.addFactory(binding);
        long start = System.nanoTime();
        load(BOTH);
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 15);
        assertEquals(ThingStatus.INITIALIZING, status(BRIDGE).getStatus());
        never.countDown();
    }

    @Test
    void aFactoryThatGoesTakesItsHandlersAlong() throws Exception {
        startBoth();
        host.removeFactory(binding);
        assertEquals(ThingStatusDetail.HANDLER_MISSING_ERROR, status(BRIDGE).getStatusDetail());
        assertEquals(ThingStatusDetail.HANDLER_MISSING_ERROR, status(DEVICE).getStatusDetail());
        assertTrue(binding.log.contains("removed home"));
        host.addFactory(binding);
        await(() -> status(DEVICE).getStatus() == ThingStatus.ONLINE);
    }

    @Test
    void aRunningHandlerStartsAgainWithItsNewConfiguration() throws Exception {
        startBoth();
        awaitLog("home has one");
        binding.log.clear();
        host.updateConfiguration(DEVICE, Map.of("serial", "S1", "port", 503));
        assertEquals(List.of("one dispose", "one initialize"), binding.log);
        assertEquals(new java.math.BigDecimal(503), thing(DEVICE).getConfiguration().get("port"));
    }

    @Test
    void theHostLeavesNoThreads() throws Exception {
        startBoth();
        host.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().startsWith("OH-host-")));
        assertNull(thing(BRIDGE).getHandler());
    }
}
