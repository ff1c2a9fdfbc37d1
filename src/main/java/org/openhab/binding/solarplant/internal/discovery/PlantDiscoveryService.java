/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.handler.PlantHandler;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Puts the batteries and meters that a plant's inverters report into the inbox. Asks nothing by itself. */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = PlantDiscoveryService.class)
public class PlantDiscoveryService extends AbstractThingHandlerDiscoveryService<PlantHandler> {

    private static final int SCAN_SECONDS = 5;
    private static final Map<DeviceKind, ThingTypeUID> TYPES = Map.of(DeviceKind.BATTERY,
            SolarPlantBindingConstants.BATTERY, DeviceKind.METER, SolarPlantBindingConstants.METER);

    private final Set<DeviceId> announced = ConcurrentHashMap.newKeySet();

    public PlantDiscoveryService() {
        super(PlantHandler.class, Set.copyOf(TYPES.values()), SCAN_SECONDS);
    }

    @Override
    public void initialize() {
        thingHandler.setDiscovery(this::announceNews);
        super.initialize();
    }

    @Override
    public void dispose() {
        super.dispose();
        thingHandler.setDiscovery(snapshot -> {});
    }

    @Override
    protected void startScan() {
        announced.clear();
        announceNews(thingHandler.snapshot());
    }

    private void announceNews(PlantSnapshot snapshot) {
        snapshot.devices().forEach((id, state) -> {
            if (TYPES.containsKey(id.kind()) && announced.add(id)) {
                announce(state.device());
            }
        });
    }

    private void announce(Device device) {
        DeviceId id = device.id();
        DeviceId owner = device.owner();
        String ownerName = owner == null ? id.key() : owner.key();
        String number = id.key().substring(id.key().lastIndexOf('-') + 1);
        ThingUID plant = thingHandler.getThing().getUID();
        ThingUID thing = new ThingUID(Objects.requireNonNull(TYPES.get(id.kind())), plant,
                id.key().replaceAll("[^A-Za-z0-9_-]", "_"));
        thingDiscovered(DiscoveryResultBuilder.create(thing).withBridge(plant)
                .withProperty("deviceId", id.toString()).withRepresentationProperty("deviceId")
                .withLabel(thingHandler.labels().text("discovery." + id.kind().id() + ".label", number, ownerName)
                        .orElse(id.toString()))
                .build());
    }
}
