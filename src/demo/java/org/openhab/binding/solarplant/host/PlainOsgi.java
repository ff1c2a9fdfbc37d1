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

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.binding.BaseThingHandlerFactory;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;

/** As much of an OSGi framework as a handler factory needs where there is none. */
@NonNullByDefault
final class PlainOsgi {

    private final Consumer<Object> added;
    private final Consumer<Object> removed;
    private final Set<ThingHandlerFactory> activated = ConcurrentHashMap.newKeySet();

    /** With what hears of services that come and go. */
    PlainOsgi(Consumer<Object> added, Consumer<Object> removed) {
        this.added = added;
        this.removed = removed;
    }

    /** Activates a factory that no framework has activated. */
    void activate(ThingHandlerFactory factory) {
        if (!(factory instanceof BaseThingHandlerFactory)) {
            return;
        }
        try {
            Field context = BaseThingHandlerFactory.class.getDeclaredField("bundleContext");
            context.setAccessible(true);
            if (context.get(factory) == null) {
                call("activate", factory);
                activated.add(factory);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot activate " + factory, e);
        }
    }

    void deactivate(ThingHandlerFactory factory) {
        if (activated.remove(factory)) {
            try {
                call("deactivate", factory);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot deactivate " + factory, e);
            }
        }
    }

    private void call(String name, ThingHandlerFactory factory) throws ReflectiveOperationException {
        Method method = BaseThingHandlerFactory.class.getDeclaredMethod(name, ComponentContext.class);
        method.setAccessible(true);
        method.invoke(factory, Partial.of(ComponentContext.class,
                (called, arguments) -> called.equals("getBundleContext") ? context(added, removed) : null));
    }

    /** A context in which services can be registered, and in which there are no others. */
    static BundleContext context(Consumer<Object> added, Consumer<Object> removed) {
        return Partial.of(BundleContext.class, (called, arguments) -> switch (called) {
            case "registerService" -> registration(arguments[1], added, removed);
            case "createFilter" -> FrameworkUtil.createFilter((String) arguments[0]);
            case "getBundle" -> bundle();
            default -> null;
        });
    }

    private static ServiceRegistration<?> registration(Object service, Consumer<Object> added,
            Consumer<Object> removed) {
        added.accept(service);
        return Partial.of(ServiceRegistration.class, (called, arguments) -> {
            if (called.equals("unregister")) {
                removed.accept(service);
            }
            return null;
        });
    }

    /** Stands where a bundle is asked for and none is at hand. */
    static Bundle bundle() {
        return Partial.of(Bundle.class, (called, arguments) -> called.equals("getSymbolicName") ? "host" : null);
    }
}
