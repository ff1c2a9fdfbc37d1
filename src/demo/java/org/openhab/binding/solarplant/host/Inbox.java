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

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.config.discovery.ScanListener;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;

/** What discovery services have found and nobody has added yet. */
@NonNullByDefault
public final class Inbox {

    private final Core core;
    private final Map<ThingUID, DiscoveryResult> results = new ConcurrentHashMap<>();
    private final List<DiscoveryService> services = new CopyOnWriteArrayList<>();
    private final DiscoveryListener listener = new Listener();

    Inbox(Core core) {
        this.core = core;
    }

    /** Listens to a service until it is removed. */
    public void add(DiscoveryService service) {
        services.add(service);
        service.addDiscoveryListener(listener);
    }

    /** What the service has found stays. */
    public void remove(DiscoveryService service) {
        services.remove(service);
        service.removeDiscoveryListener(listener);
    }

    /** The results that are not things yet, by identifier. */
    public List<DiscoveryResult> results() {
        return results.values().stream().filter(r -> !isKnown(r))
                .sorted(Comparator.comparing(r -> r.getThingUID().getAsString())).toList();
    }

    /** Lets all services scan, and waits for them no longer than the limit; says whether all have finished. */
    public boolean scan(Duration limit) {
        CountDownLatch open = new CountDownLatch(services.size());
        for (DiscoveryService service : services) {
            service.startScan(new ScanListener() {
                @Override
                public void onFinished() {
                    open.countDown();
                }

                @Override
                public void onErrorOccurred(Exception exception) {
                    open.countDown();
                }
            });
        }
        try {
            return open.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes a result out, as what is needed to add it as a thing. */
    Approved approve(ThingUID uid) {
        DiscoveryResult result = results.remove(uid);
        if (result == null) {
            throw new IllegalArgumentException("Nothing was found as " + uid);
        }
        ConfigDescription description = core.configDescription(result.getThingTypeUID());
        Set<String> parameters = description == null ? Set.of() : description.toParametersMap().keySet();
        Map<String, Object> config = new HashMap<>();
        Map<String, String> properties = new HashMap<>();
        result.getProperties().forEach((key, value) -> {
            if (parameters.contains(key)) {
                config.put(key, value);
            } else {
                properties.put(key, value.toString());
            }
        });
        ThingTypeInfo type = core.types.thingType(result.getThingTypeUID());
        return new Approved(new ThingEntry(uid, type != null && type.bridge(), result.getBridgeUID(),
                result.getLabel(), config), properties);
    }

    record Approved(ThingEntry entry, Map<String, String> properties) {}

    void removeBelow(ThingUID bridge) {
        if (results.values().removeIf(r -> bridge.equals(r.getBridgeUID()))) {
            core.events.tell(HostListener::inboxChanged);
        }
    }

    void close() {
        services.forEach(service -> service.removeDiscoveryListener(listener));
        services.clear();
    }

    /** A thing of the same type with the same representation is the same device. */
    private boolean isKnown(DiscoveryResult result) {
        ThingTypeInfo type = core.types.thingType(result.getThingTypeUID());
        String name = type == null ? null : type.representationProperty();
        Object value = name == null ? null : result.getProperties().get(name);
        return core.all().stream().map(Hosted::thing)
                .anyMatch(thing -> thing.getUID().equals(result.getThingUID())
                        || name != null && value != null && thing.getThingTypeUID().equals(result.getThingTypeUID())
                                && value.toString().equals(representation(thing, name)));
    }

    private static @Nullable String representation(Thing thing, String name) {
        String property = thing.getProperties().get(name);
        Object parameter = thing.getConfiguration().get(name);
        return property != null ? property : parameter == null ? null : parameter.toString();
    }

    private final class Listener implements DiscoveryListener {

        @Override
        public void thingDiscovered(DiscoveryService source, DiscoveryResult result) {
            results.put(result.getThingUID(), result);
            core.events.tell(HostListener::inboxChanged);
        }

        @Override
        public void thingRemoved(DiscoveryService source, ThingUID thingUID) {
            results.remove(thingUID);
            core.events.tell(HostListener::inboxChanged);
        }

        @Override
        public @Nullable Collection<ThingUID> removeOlderResults(DiscoveryService source, Instant timestamp,
                @Nullable Collection<ThingTypeUID> thingTypeUIDs, @Nullable ThingUID bridgeUID) {
            List<ThingUID> old = results.values().stream()
                    .filter(r -> thingTypeUIDs == null || thingTypeUIDs.contains(r.getThingTypeUID()))
                    .filter(r -> bridgeUID == null || bridgeUID.equals(r.getBridgeUID()))
                    .filter(r -> r.getCreationTime().isBefore(timestamp)).map(DiscoveryResult::getThingUID).toList();
            old.forEach(results::remove);
            core.events.tell(HostListener::inboxChanged);
            return old;
        }
    }
}
