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

import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BridgeHandler;

/** Finds one device per scan below a bridge. */
@NonNullByDefault
public final class TinyDiscovery extends AbstractThingHandlerDiscoveryService<TinyHandler> {

    /** As the handler's factory makes it. */
    public TinyDiscovery() {
        super(TinyHandler.class, Set.of(TinyBinding.DEVICE), 60, false);
    }

    @Override
    protected void startScan() {
        ThingUID own = thingHandler.getThing().getUID();
        if (thingHandler instanceof BridgeHandler) {
            thingDiscovered(DiscoveryResultBuilder.create(new ThingUID(TinyBinding.DEVICE, own, "found"))
                    .withBridge(own).withLabel("Found").withProperty("serial", "S9").withProperty("model", "m")
                    .withRepresentationProperty("serial").build());
        }
        stopScan();
    }
}
