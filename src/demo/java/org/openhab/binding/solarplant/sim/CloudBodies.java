/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Answers that somebody has written down: they go out as they are in place of what the simulator would make up. The
 * headers of a request are checked all the same, its parameters are not.
 */
@NonNullByDefault
public final class CloudBodies {
    private final Map<Place, String> bodies = new ConcurrentHashMap<>();

    /** This endpoint says this, whatever system it is asked about. */
    public void put(String endpoint, String body) {
        put(endpoint, CloudScope.ANY, body);
    }

    /** This endpoint says this about this system. */
    public void put(String endpoint, String serial, String body) {
        bodies.put(new Place(endpoint, serial), body);
    }

    /** From now on the simulator makes up all that it says. */
    public void clear() {
        bodies.clear();
    }

    Optional<String> body(CloudRequest request) {
        return Optional.ofNullable(bodies.get(new Place(request.endpoint(), request.serial())))
                .or(() -> Optional.ofNullable(bodies.get(new Place(request.endpoint(), CloudScope.ANY))));
    }

    private record Place(String endpoint, String serial) {}
}
