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

/** Where this openHAB has its files. */
@NonNullByDefault
public class OpenHAB {

    /** The system property that names the folder with what users write. */
    public static final String CONFIG_DIR_PROG_ARGUMENT = "openhab.conf";

    /** The name of that folder where the property is not set. */
    public static final String DEFAULT_CONFIG_FOLDER = "conf";

    /** The folder with what users write. */
    public static String getConfigFolder() {
        return System.getProperty(CONFIG_DIR_PROG_ARGUMENT, DEFAULT_CONFIG_FOLDER);
    }
}
