/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.OpenHAB;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What software runs here. */
@NonNullByDefault
final class Versions {

    private static final String UNKNOWN = "unknown";

    private Versions() {}

    /** The versions of the binding, of openHAB, of Java and of the operating system, by their names. */
    static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        Bundle bundle = FrameworkUtil.getBundle(Versions.class);
        versions.put("binding", bundle == null ? UNKNOWN : bundle.getVersion().toString());
        versions.put("openhab", OpenHAB.getVersion());
        versions.put("java", System.getProperty("java.version", UNKNOWN));
        versions.put("os", System.getProperty("os.name", UNKNOWN) + " " + System.getProperty("os.arch", UNKNOWN));
        return versions;
    }
}
