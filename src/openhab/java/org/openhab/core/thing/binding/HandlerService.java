/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.binding;

import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service of a handler, from its making to its end. */
@NonNullByDefault
final class HandlerService<T extends ThingHandlerService> {

    private static final Logger LOGGER = LoggerFactory.getLogger(BaseThingHandlerFactory.class);

    private final T service;
    private final Runnable release;
    private @Nullable ServiceRegistration<?> registration;

    private HandlerService(T service, Runnable release) {
        this.service = service;
        this.release = release;
    }

    /** From the component of that class, or from the constructor if there is no component. */
    static <S extends ThingHandlerService> @Nullable HandlerService<S> of(Class<S> type, BundleContext context) {
        ServiceReference<S> reference = context.getServiceReference(type);
        if (reference == null) {
            try {
                return new HandlerService<>(type.getConstructor().newInstance(), () -> {});
            } catch (ReflectiveOperationException e) {
                LOGGER.warn("No instance of {}: {}", type.getName(), e.toString());
                return null;
            }
        }
        if (!(reference.getProperty(Constants.OBJECTCLASS) instanceof String[] names) || names.length != 1) {
            LOGGER.warn("The component {} must name its own class, and only that, as service", type.getName());
            return null;
        }
        ServiceObjects<S> objects = context.getServiceObjects(reference);
        S instance = objects == null ? null : objects.getService();
        return instance == null ? null : new HandlerService<>(instance, () -> objects.ungetService(instance));
    }

    void initialize(ThingHandler handler, BundleContext context) {
        service.setThingHandler(handler);
        String[] names = interfaces(service.getClass());
        if (names.length > 0) {
            registration = context.registerService(names, service, new Hashtable<>());
        }
        service.initialize();
    }

    void dispose() {
        service.dispose();
        ServiceRegistration<?> registered = registration;
        if (registered != null) {
            registered.unregister();
        }
        release.run();
    }

    private static String[] interfaces(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> direct : c.getInterfaces()) {
                if (direct != ThingHandlerService.class) {
                    names.add(direct.getName());
                }
            }
        }
        return names.toArray(String[]::new);
    }
}
