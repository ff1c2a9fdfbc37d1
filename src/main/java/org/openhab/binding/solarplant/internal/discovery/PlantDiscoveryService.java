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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.CloudSystem;
import org.openhab.binding.solarplant.internal.handler.PlantHandler;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.core.config.discovery.AbstractThingHandlerDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.inbox.Inbox;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Puts the batteries, meters and EV chargers that a plant's inverters report into the inbox. Asks nothing by itself. */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = PlantDiscoveryService.class)
public class PlantDiscoveryService extends AbstractThingHandlerDiscoveryService<PlantHandler> {

    private static final int SCAN_SECONDS = 5;
    private static final Map<DeviceKind, ThingTypeUID> TYPES = Map.of(DeviceKind.BATTERY,
            SolarPlantBindingConstants.BATTERY, DeviceKind.METER, SolarPlantBindingConstants.METER,
            DeviceKind.EV_CHARGER, SolarPlantBindingConstants.EV_CHARGER, DeviceKind.INVERTER,
            SolarPlantBindingConstants.INVERTER);

    /** Those that were announced, and those that had their thing already. */
    private final Set<DeviceId> settled = ConcurrentHashMap.newKeySet();
    private Supplier<List<DiscoveryResult>> found = List::of;

    public PlantDiscoveryService() {
        super(PlantHandler.class, Set.copyOf(TYPES.values()), SCAN_SECONDS);
    }

    /** Where openHAB keeps what was found, by whomever, until it is added. */
    @Reference
    public void setInbox(Inbox inbox) {
        found = inbox::getAll;
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
        settled.clear();
        announceNews(thingHandler.snapshot());
    }

    private void announceNews(PlantSnapshot snapshot) {
        snapshot.devices().forEach((id, state) -> {
            // each snapshot comes by here: what is settled need not be looked for among the things any more
            if (!settled.contains(id) && isOffered(id, state) && settled.add(id) && !isPart(state.device())) {
                announce(state.device());
            }
        });
        thingHandler.cloudSystems().forEach(system -> {
            if (!settled.contains(system.id()) && !isThing(system.serial()) && settled.add(system.id())) {
                announce(system);
            }
        });
    }

    /** An inverter that is asked has its thing already; one that an EMS or a gateway tells of may have none. */
    private boolean isOffered(DeviceId id, DeviceState state) {
        return TYPES.containsKey(id.kind()) && (id.kind() != DeviceKind.INVERTER
                || state.sources().equals(Set.of(Source.ROLL_UP)) && !isThing(id.key()));
    }

    /** Whether a battery, a meter or an EV charger has its thing already, under whatever id it was known. */
    private boolean isPart(Device device) {
        Collection<Thing> things = thingHandler.getThing().getThings();
        @Nullable
        DeviceId former = device.former();
        return device.id().kind() != DeviceKind.INVERTER
                && (Offer.isPart(things, device.id()) || former != null && Offer.isPart(things, former));
    }

    private boolean isThing(String serial) {
        return Offer.isThing(thingHandler.getThing().getThings(), serial);
    }

    private void announce(Device device) {
        DeviceId id = device.id();
        if (id.kind() == DeviceKind.INVERTER) {
            announceInverter(id, InverterConfiguration.VIA_EMS, label(device));
        } else {
            ThingTypeUID type = Objects.requireNonNull(TYPES.get(id.kind()));
            thingDiscovered(Offer.of(type, plant(), id.key()).withLabel(label(device))
                    .withProperty(Offer.DEVICE, id.toString()).withRepresentationProperty(Offer.DEVICE).build());
        }
    }

    private void announce(CloudSystem system) {
        String shortened = Serials.shortened(system.serial());
        announceInverter(system.id(), InverterConfiguration.ALPHAESS_CLOUD, thingHandler.labels()
                .text("discovery.inverter-cloud.label", system.model(), shortened).orElse(shortened));
    }

    /** What a scan of the network has found is better: in its place an offer without an address would be a loss. */
    private void announceInverter(DeviceId id, String connection, String label) {
        DiscoveryResult offer = Offer.of(SolarPlantBindingConstants.INVERTER, plant(), id.key(), connection)
                .withLabel(label).build();
        if (found.get().stream().noneMatch(
                other -> other.getThingUID().equals(offer.getThingUID()) && Offer.hasAddress(other))) {
            thingDiscovered(offer);
        }
    }

    private ThingUID plant() {
        return thingHandler.getThing().getUID();
    }

    private String label(Device device) {
        DeviceId id = device.id();
        DeviceId owner = device.owner();
        String ownerKey = owner == null ? id.key() : owner.key();
        // parts without a serial number are named after their owner, and told apart by their number
        String name = id.key().startsWith(ownerKey)
                ? id.key().substring(id.key().lastIndexOf('-') + 1)
                : Serials.shortened(id.key());
        return thingHandler.labels().text("discovery." + id.kind().id() + ".label", name, Serials.shortened(ownerKey))
                .orElse(id.toString());
    }
}
