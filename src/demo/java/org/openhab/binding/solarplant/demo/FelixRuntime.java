/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.felix.framework.FrameworkFactory;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * A real OSGi framework with Declarative Services, in which an add-on finds what it finds in openHAB: openHAB's
 * packages, the units API, slf4j and the API of Declarative Services come from this program's class path, Gson is a bundle of its own.
 */
@NonNullByDefault
public final class FelixRuntime implements AutoCloseable {
    private static final String OPENHAB_VERSION = "5.2.1";
    private static final List<String> BUNDLES = List.of("org.apache.felix.scr", "com.google.gson");
    private static final long STOP_MILLIS = 20_000;

    private final Framework framework;

    private FelixRuntime(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts the framework and the bundles that every add-on needs.
     *
     * @param cache folder for the framework's own files; emptied first
     */
    public static FelixRuntime start(Path cache, ClassPath classPath) throws BundleException {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toAbsolutePath().toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, classPath.exports(OPENHAB_VERSION).entrySet().stream()
                .map(entry -> entry.getKey() + ";version=\"" + entry.getValue() + '"')
                .collect(Collectors.joining(",")));
        // the shutdown belongs to whoever started this
        settings.put("felix.shutdown.hook", "false");
        // the pool of a parallel resolver outlives the framework
        settings.put("felix.resolver.parallelism", "1");
        FelixRuntime runtime = new FelixRuntime(new FrameworkFactory().newFramework(settings));
        try {
            runtime.framework.start();
            for (String name : BUNDLES) {
                runtime.install(classPath.bundle(name));
            }
            for (Bundle bundle : runtime.context().getBundles()) {
                bundle.start();
            }
            return runtime;
        } catch (BundleException | RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    /** Where services are registered and looked up. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Offers a service to all bundles, as openHAB's core does. */
    public <S> void offer(Class<S> type, S service) {
        context().registerService(type, service, null);
    }

    /** Tells which services of a type come and go, from those that are there already on. */
    public <S> void follow(Class<S> type, Consumer<S> came, Consumer<S> went) {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context(), type, new ServiceTrackerCustomizer<S, S>() {
            @Override
            public S addingService(ServiceReference<S> reference) {
                S service = context().getService(reference);
                came.accept(service);
                return service;
            }

            @Override
            public void modifiedService(ServiceReference<S> reference, S service) {
                // the same service still
            }

            @Override
            public void removedService(ServiceReference<S> reference, S service) {
                went.accept(service);
                context().ungetService(reference);
            }
        });
        tracker.open();
    }

    /** Installs a JAR as a bundle; it is not started yet. */
    public Bundle install(Path jar) throws BundleException {
        return context().installBundle(jar.toUri().toString());
    }

    /** Stops all bundles and the framework and waits for their end. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            throw new IllegalStateException("the OSGi framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
