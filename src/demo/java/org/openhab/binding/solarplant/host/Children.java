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

import java.lang.reflect.Method;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/** Tells bridges their children. openHAB's registry does it with methods that its API does not show. */
@NonNullByDefault
final class Children {

    private Children() {}

    static void add(Bridge bridge, Thing child) {
        call(bridge, "addThing", child);
    }

    static void remove(Bridge bridge, Thing child) {
        call(bridge, "removeThing", child);
    }

    private static void call(Bridge bridge, String name, Thing child) {
        try {
            Method method = bridge.getClass().getMethod(name, Thing.class);
            method.setAccessible(true);
            method.invoke(bridge, child);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(bridge.getClass() + " cannot hold children", e);
        }
    }
}
