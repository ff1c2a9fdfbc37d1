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

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;

/** The one account of a simulated cloud: its credentials, and the systems that are bound to it at the moment. */
@NonNullByDefault
public final class CloudAccount {
    private final CloudGate gate;
    private final Map<String, CloudSystem> bound = new LinkedHashMap<>();
    private final Set<String> foreign = new HashSet<>();

    /**
     * An account without systems.
     *
     * @param appId {@code alpha} and 16 hexadecimal digits
     * @param appSecret 32 hexadecimal digits
     */
    public CloudAccount(String appId, String appSecret) {
        gate = new CloudGate(appId, appSecret);
    }

    /** Binds a system; one with the same serial is replaced. */
    public synchronized CloudAccount bind(CloudSystem system) {
        foreign.remove(system.serial());
        bound.put(system.serial(), system);
        return this;
    }

    /** Unbinds a system: it exists, but is none of the account's business. */
    public synchronized CloudAccount unbind(String serial) {
        bound.remove(serial);
        foreign.add(serial);
        return this;
    }

    CloudGate gate() {
        return gate;
    }

    synchronized JsonArray list() {
        JsonArray list = new JsonArray();
        bound.values().forEach(system -> list.add(system.plate().json()));
        return list;
    }

    synchronized CloudSystem system(String serial) throws CloudRefusal {
        return Optional.ofNullable(bound.get(serial)).orElseThrow(() -> new CloudRefusal(
                foreign.contains(serial) ? CloudCode.FOREIGN_SERIAL : CloudCode.UNKNOWN_SERIAL));
    }
}
