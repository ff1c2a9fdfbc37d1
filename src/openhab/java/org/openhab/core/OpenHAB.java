/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Where the running openHAB keeps its files. */
@NonNullByDefault
public class OpenHAB {

    /** The system property that names the folder with what users write. */
    public static final String CONFIG_DIR_PROG_ARGUMENT = "openhab.conf";

    /** The name of that folder where the property is not set. */
    public static final String DEFAULT_CONFIG_FOLDER = "conf";

    public static final String USERDATA_DIR_PROG_ARGUMENT = "openhab.userdata";
    public static final String DEFAULT_USERDATA_FOLDER = "userdata";

    /** The version of what this stands for; openHAB itself asks its bundle. */
    private static final String VERSION = "5.2.1";

    /** The version of openHAB. */
    public static String getVersion() {
        return VERSION;
    }

    /** The folder with what users write. */
    public static String getConfigFolder() {
        return System.getProperty(CONFIG_DIR_PROG_ARGUMENT, DEFAULT_CONFIG_FOLDER);
    }

    /** The folder for what openHAB and its add-ons write. */
    public static String getUserDataFolder() {
        return System.getProperty(USERDATA_DIR_PROG_ARGUMENT, DEFAULT_USERDATA_FOLDER);
    }
}
