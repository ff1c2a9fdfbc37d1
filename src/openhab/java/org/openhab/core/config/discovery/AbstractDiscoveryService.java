/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.config.discovery;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all discovery services have in common. */
@NonNullByDefault
public abstract class AbstractDiscoveryService implements DiscoveryService {

    private static final String DISCOVERY_THREADPOOL_NAME = "discovery";

    protected final ScheduledExecutorService scheduler;
    protected @Nullable ScanListener scanListener;
    protected @Nullable TranslationProvider i18nProvider;
    protected @Nullable LocaleProvider localeProvider;

    private final Logger logger = LoggerFactory.getLogger(AbstractDiscoveryService.class);
    private final Set<DiscoveryListener> listeners = new CopyOnWriteArraySet<>();
    private final Map<ThingUID, DiscoveryResult> cache = new LinkedHashMap<>();
    private final Set<ThingTypeUID> supportedThingTypes;
    private final int timeout;
    private final @Nullable String inputLabel;
    private final @Nullable String inputDescription;
    private boolean background;
    private Instant timestampOfLastScan = Instant.MIN;

    protected AbstractDiscoveryService(@Nullable Set<ThingTypeUID> supportedThingTypes, int timeout,
            boolean backgroundDiscoveryEnabledByDefault, @Nullable String scanInputLabel,
            @Nullable String scanInputDescription) throws IllegalArgumentException {
        this(ThreadPoolManager.getScheduledPool(DISCOVERY_THREADPOOL_NAME), supportedThingTypes, timeout,
                backgroundDiscoveryEnabledByDefault, scanInputLabel, scanInputDescription);
    }

    protected AbstractDiscoveryService(ScheduledExecutorService scheduler,
            @Nullable Set<ThingTypeUID> supportedThingTypes, int timeout, boolean backgroundDiscoveryEnabledByDefault,
            @Nullable String scanInputLabel, @Nullable String scanInputDescription) throws IllegalArgumentException {
        if (timeout < 0) {
            throw new IllegalArgumentException("The timeout must be >= 0!");
        }
        this.scheduler = scheduler;
        this.supportedThingTypes = supportedThingTypes == null ? Set.of() : Set.copyOf(supportedThingTypes);
        this.timeout = timeout;
        this.background = backgroundDiscoveryEnabledByDefault;
        this.inputLabel = scanInputLabel;
        this.inputDescription = scanInputDescription;
    }

    protected AbstractDiscoveryService(@Nullable Set<ThingTypeUID> supportedThingTypes, int timeout,
            boolean backgroundDiscoveryEnabledByDefault) throws IllegalArgumentException {
        this(supportedThingTypes, timeout, backgroundDiscoveryEnabledByDefault, null, null);
    }

    protected AbstractDiscoveryService(@Nullable Set<ThingTypeUID> supportedThingTypes, int timeout)
            throws IllegalArgumentException {
        this(supportedThingTypes, timeout, true);
    }

    protected AbstractDiscoveryService(int timeout) throws IllegalArgumentException {
        this(null, timeout);
    }

    @Override
    public Set<ThingTypeUID> getSupportedThingTypes() {
        return supportedThingTypes;
    }

    @Override
    public boolean isScanInputSupported() {
        return inputLabel != null && inputDescription != null;
    }

    @Override
    public @Nullable String getScanInputLabel() {
        return inputLabel;
    }

    @Override
    public @Nullable String getScanInputDescription() {
        return inputDescription;
    }

    @Override
    public int getScanTimeout() {
        return timeout;
    }

    @Override
    public boolean isBackgroundDiscoveryEnabled() {
        return background;
    }

    @Override
    public void addDiscoveryListener(@Nullable DiscoveryListener listener) {
        if (listener == null) {
            return;
        }
        List<DiscoveryResult> known;
        synchronized (cache) {
            known = List.copyOf(cache.values());
            listeners.add(listener);
        }
        known.forEach(result -> listener.thingDiscovered(this, result));
    }

    @Override
    public void removeDiscoveryListener(@Nullable DiscoveryListener listener) {
        if (listener != null) {
            listeners.remove(listener);
        }
    }

    @Override
    public void startScan(@Nullable ScanListener listener) {
        start(this::startScan, listener);
    }

    @Override
    public void startScan(String input, @Nullable ScanListener listener) {
        start(() -> startScan(input), listener);
    }

    private void start(Runnable scan, @Nullable ScanListener listener) {
        synchronized (this) {
            stopScan();
            scanListener = listener;
            // kept nowhere, as in openHAB: the timer of an earlier scan may stop a later one
            ScheduledFuture<?> stop = timeout == 0
                    ? null
                    : scheduler.schedule(this::stopScan, timeout, TimeUnit.SECONDS);
            timestampOfLastScan = Instant.now();
            try {
                scan.run();
            } catch (RuntimeException e) {
                if (stop != null) {
                    stop.cancel(false);
                }
                scanListener = null;
                throw e;
            }
        }
    }

    @Override
    public void abortScan() {
        synchronized (this) {
            ScanListener listener = scanListener;
            scanListener = null;
            if (listener != null) {
                listener.onErrorOccurred(new CancellationException("Scan has been aborted."));
            }
        }
    }

    protected abstract void startScan();

    protected void startScan(String input) {
        logger.warn("Discovery with input is not supported by {}", getClass().getName());
    }

    protected void stopScan() {
        synchronized (this) {
            ScanListener listener = scanListener;
            scanListener = null;
            if (listener != null) {
                listener.onFinished();
            }
        }
    }

    protected void thingDiscovered(DiscoveryResult discoveryResult) {
        thingDiscovered(discoveryResult, FrameworkUtil.getBundle(getClass()));
    }

    protected void thingDiscovered(DiscoveryResult discoveryResult, @Nullable Bundle bundle) {
        DiscoveryResult localized = getLocalizedDiscoveryResult(discoveryResult, bundle);
        synchronized (cache) {
            cache.put(localized.getThingUID(), localized);
        }
        for (DiscoveryListener listener : listeners) {
            scheduler.execute(() -> listener.thingDiscovered(this, localized));
        }
    }

    protected void thingRemoved(ThingUID thingUID) {
        synchronized (cache) {
            cache.remove(thingUID);
        }
        listeners.forEach(listener -> listener.thingRemoved(this, thingUID));
    }

    protected void removeOlderResults(Instant timestamp) {
        removeOlderResults(timestamp, null, null);
    }

    protected void removeOlderResults(Instant timestamp, @Nullable ThingUID bridgeUID) {
        removeOlderResults(timestamp, null, bridgeUID);
    }

    protected void removeOlderResults(Instant timestamp, @Nullable Collection<ThingTypeUID> thingTypeUIDs,
            @Nullable ThingUID bridgeUID) {
        Collection<ThingTypeUID> types = thingTypeUIDs == null ? supportedThingTypes : thingTypeUIDs;
        for (DiscoveryListener listener : listeners) {
            Collection<ThingUID> removed = listener.removeOlderResults(this, timestamp, types, bridgeUID);
            if (removed != null) {
                synchronized (cache) {
                    cache.keySet().removeAll(removed);
                }
            }
        }
    }

    protected void activate(@Nullable Map<String, Object> configProperties) {
        if (configProperties != null) {
            background = enabled(configProperties);
        }
        if (background) {
            startBackgroundDiscovery();
        }
    }

    protected void modified(@Nullable Map<String, Object> configProperties) {
        if (configProperties == null) {
            return;
        }
        boolean enabled = enabled(configProperties);
        if (background && !enabled) {
            stopBackgroundDiscovery();
        } else if (!background && enabled) {
            startBackgroundDiscovery();
        }
        background = enabled;
    }

    private boolean enabled(Map<String, Object> configProperties) {
        Object value = configProperties.get(CONFIG_PROPERTY_BACKGROUND_DISCOVERY);
        return value == null ? background : Boolean.parseBoolean(value.toString());
    }

    protected void deactivate() {
        if (background) {
            stopBackgroundDiscovery();
        }
    }

    protected void startBackgroundDiscovery() {}

    protected void stopBackgroundDiscovery() {}

    protected synchronized Instant getTimestampOfLastScan() {
        return timestampOfLastScan;
    }

    protected DiscoveryResult getLocalizedDiscoveryResult(DiscoveryResult result, @Nullable Bundle bundle) {
        TranslationProvider texts = i18nProvider;
        LocaleProvider locales = localeProvider;
        return texts == null || locales == null
                ? result
                : DiscoveryLabel.of(result).localize(result, texts, bundle, locales.getLocale());
    }
}
