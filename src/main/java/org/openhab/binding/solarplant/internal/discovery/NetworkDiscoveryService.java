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

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.handler.UserProfiles;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.core.config.discovery.AbstractDiscoveryService;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.net.NetUtil;
import org.openhab.core.net.NetworkAddressService;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks for inverters, EMS and gateways on the host's own network, when the user asks for it and never by itself. One for
 * all plants, so that no device is asked twice; without any plant it offers one, for the devices to belong to.
 */
@NonNullByDefault
@Component(service = DiscoveryService.class)
public class NetworkDiscoveryService extends AbstractDiscoveryService {

    /** As many addresses as there may be, each silent at both doors, take 96 s; some more for those that answer. */
    private static final int SCAN_SECONDS = 120;

    private static final ThingUID FIRST_PLANT = new ThingUID(SolarPlantBindingConstants.PLANT, "home");
    private static final Map<DeviceKind, ThingTypeUID> TYPES = Map.of(DeviceKind.INVERTER,
            SolarPlantBindingConstants.INVERTER, DeviceKind.EMS, SolarPlantBindingConstants.EMS, DeviceKind.GATEWAY,
            SolarPlantBindingConstants.GATEWAY);

    private final ThingRegistry registry;
    private final ChannelLabels labels;
    private final Supplier<List<InetAddress>> addresses;
    private final Supplier<List<Door<?>>> doors;
    private final Set<ThingUID> offeredNow = ConcurrentHashMap.newKeySet();
    /** By earlier scans, of which some may have been stopped before their end. */
    private final Set<ThingUID> offeredBefore = new HashSet<>();
    private @Nullable NetworkScan running;

    /**
     * @param registry all things of this openHAB
     * @param network which of the host's addresses the user prefers
     * @param profiles by which models are recognised
     */
    @Activate
    public NetworkDiscoveryService(@Reference ThingRegistry registry, @Reference TranslationProvider translations,
            @Reference LocaleProvider locales, @Reference NetworkAddressService network,
            @Reference UserProfiles profiles) {
        this(registry, new ChannelLabels(translations, locales),
                () -> Neighbourhood.of(NetUtil.getAllInterfaceAddresses(), network.getPrimaryIpv4HostAddress()),
                () -> Door.usual(profiles.store()));
    }

    NetworkDiscoveryService(ThingRegistry registry, ChannelLabels labels, Supplier<List<InetAddress>> addresses,
            Supplier<List<Door<?>>> doors) {
        super(Set.of(SolarPlantBindingConstants.PLANT, SolarPlantBindingConstants.INVERTER,
                SolarPlantBindingConstants.EMS, SolarPlantBindingConstants.GATEWAY), SCAN_SECONDS, false);
        this.registry = registry;
        this.labels = labels;
        this.addresses = addresses;
        this.doors = doors;
    }

    @Override
    protected synchronized void startScan() {
        offeredBefore.addAll(offeredNow);
        offeredNow.clear();
        Collection<Thing> things = registry.getAll();
        if (plants(things).isEmpty()) {
            offer(DiscoveryResultBuilder.create(FIRST_PLANT)
                    .withLabel(labels.text("discovery.plant.label").orElse(FIRST_PLANT.getId())).build());
            gone().forEach(this::thingRemoved);
            stopScan();
            return;
        }
        List<Door<?>> all = doors.get();
        Set<Integer> ports = all.stream().map(Door::port).collect(Collectors.toUnmodifiableSet());
        NetworkScan scan = new NetworkScan(addresses.get(), all, Claim.of(things, ports), this::offer, this::finish);
        running = scan;
        scan.start();
    }

    @Override
    protected synchronized void stopScan() {
        end();
        super.stopScan();
    }

    @Override
    public synchronized void abortScan() {
        end();
        super.abortScan();
    }

    @Override
    @Deactivate
    protected void deactivate() {
        stopScan();
        super.deactivate();
    }

    private void end() {
        NetworkScan scan = running;
        running = null;
        if (scan != null) {
            scan.close();
        }
    }

    private void finish(NetworkScan scan) {
        Set<ThingUID> gone;
        synchronized (this) {
            if (scan != running) {
                return;
            }
            // left to end by itself: closing it would interrupt this thread, and openHAB's listeners are still to be called
            running = null;
            gone = gone();
        }
        // before the end is told: whoever waits for that finds the inbox as it is to be
        gone.forEach(this::thingRemoved);
        synchronized (this) {
            // a scan that was started meanwhile has told this end already
            if (running == null) {
                super.stopScan();
            }
        }
    }

    /** What earlier scans have offered, and this one, which asked everybody, has not met. */
    private Set<ThingUID> gone() {
        Set<ThingUID> gone = new HashSet<>(offeredBefore);
        gone.removeAll(offeredNow);
        offeredBefore.clear();
        return gone;
    }

    /** Offered to each plant; whichever takes it, openHAB hides the other offers then. */
    private void offer(Find find) {
        Device device = find.device();
        Collection<Thing> things = registry.getAll();
        if (!Offer.isThing(things, device.id().key())) {
            plants(things).forEach(plant -> offer(result(find, plant)));
        }
    }

    private void offer(DiscoveryResult result) {
        // a device with two addresses, or behind a proxy, is met twice
        if (offeredNow.add(result.getThingUID())) {
            thingDiscovered(result);
        }
    }

    private DiscoveryResult result(Find find, ThingUID plant) {
        ThingTypeUID type = Objects.requireNonNull(TYPES.get(find.device().id().kind()));
        DiscoveryResultBuilder result = Offer.of(type, plant, find.device().id().key(), find.connection())
                .withProperty(Offer.HOST, find.host()).withLabel(label(find.device()));
        find.port().ifPresent(port -> result.withProperty("port", port));
        return result.build();
    }

    private String label(Device device) {
        String kind = device.id().kind().id();
        String vendor = device.properties().getOrDefault("vendor", "");
        String model = device.properties().get("modelId");
        String what = model == null
                ? labels.text("thing-type.solarplant." + kind + ".label").orElse(kind)
                : model;
        String serial = Serials.shortened(device.id().key());
        return labels.text("discovery.network.label", vendor, what, serial).orElse(serial);
    }

    private static List<ThingUID> plants(Collection<Thing> things) {
        return things.stream().filter(thing -> SolarPlantBindingConstants.PLANT.equals(thing.getThingTypeUID()))
                .map(Thing::getUID).toList();
    }
}
