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
import static org.mockito.ArgumentMatchers.*;
import static org.mockito.Mockito.*;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.ScanListener;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandler;

/** What discovery services promise. */
@NonNullByDefault
class DiscoveryTest {

    private static final ThingTypeUID TYPE = new ThingTypeUID("b", "t");
    private final DiscoveryListener listener = mock(DiscoveryListener.class);
    private final ScanListener scan = mock(ScanListener.class);
    private final Service service = new Service();

    /** A service that finds what the test says. */
    static final class Service extends AbstractThingHandlerDiscoveryService<OpenHandler> {
        int scans;
        int background;

        Service() {
            super(OpenHandler.class, Set.of(TYPE), 60);
        }

        @Override
        protected void startScan() {
            scans++;
        }

        @Override
        protected void startBackgroundDiscovery() {
            background++;
        }

        @Override
        protected void stopBackgroundDiscovery() {
            background--;
        }

        void found(String id) {
            thingDiscovered(DiscoveryResultBuilder.create(new ThingUID(TYPE, id)).withProperty("serial", id)
                    .withRepresentationProperty("serial").build());
        }

        void ended() {
            removeOlderResults(getTimestampOfLastScan());
            stopScan();
        }
    }

    @Test
    void resultsReachListenersNowAndLater() {
        service.addDiscoveryListener(listener);
        service.found("one");
        verify(listener, timeout(5000)).thingDiscovered(same(service),
                argThat(r -> r.getThingUID().getId().equals("one")));
        DiscoveryListener late = mock(DiscoveryListener.class);
        service.addDiscoveryListener(late);
        verify(late).thingDiscovered(same(service), argThat(r -> r.getThingTypeUID().equals(TYPE)));
    }

    @Test
    void aNewScanEndsTheOldOne() {
        service.startScan(scan);
        service.startScan((ScanListener) null);
        verify(scan).onFinished();
        assertEquals(2, service.scans);
        service.startScan(scan);
        service.abortScan();
        verify(scan).onErrorOccurred(any(CancellationException.class));
    }

    @Test
    void olderResultsAreTakenBack() {
        service.found("one");
        service.addDiscoveryListener(listener);
        when(listener.removeOlderResults(any(), any(), any(), any())).thenReturn(List.of(new ThingUID(TYPE, "one")));
        service.startScan(scan);
        service.ended();
        verify(listener).removeOlderResults(same(service), any(), eq(Set.of(TYPE)), isNull());
        DiscoveryListener late = mock(DiscoveryListener.class);
        service.addDiscoveryListener(late);
        verifyNoInteractions(late);
    }

    @Test
    void theBackgroundRunsWithTheHandler() {
        service.activate(null);
        assertEquals(0, service.background);
        service.initialize();
        assertEquals(1, service.background);
        service.dispose();
        assertEquals(0, service.background);
        assertThrows(IllegalArgumentException.class, () -> service.setThingHandler(mock(ThingHandler.class)));
    }

    @Test
    void results() {
        DiscoveryResult result = DiscoveryResultBuilder.create(new ThingUID("b:t:x:i")).withLabel(null)
                .withBridge(new ThingUID("b:bridge:x")).build();
        assertEquals("", result.getLabel());
        assertEquals(TYPE, result.getThingTypeUID());
        assertEquals(DiscoveryResult.TTL_UNLIMITED, result.getTimeToLive());
        assertThrows(IllegalArgumentException.class,
                () -> DiscoveryResultBuilder.create(new ThingUID("b:t:i")).withTTL(0).build());
    }
}
