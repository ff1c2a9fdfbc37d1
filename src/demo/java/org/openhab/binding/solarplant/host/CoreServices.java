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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.net.NetworkAddressService;

/** Services of openHAB's core that bindings look up. */
@NonNullByDefault
public final class CoreServices {

    private CoreServices() {}

    /** What a host has found, as bindings see it. */
    public static org.openhab.core.config.discovery.inbox.Inbox inbox(Host host) {
        return Partial.of(org.openhab.core.config.discovery.inbox.Inbox.class,
                (called, arguments) -> called.equals("getAll") ? host.inbox().results() : null);
    }

    /** Of a user who has chosen none of the host's addresses. */
    public static NetworkAddressService addresses() {
        return Partial.of(NetworkAddressService.class, (called, arguments) -> null);
    }
}
