/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.profile.OwnProfiles;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.core.OpenHAB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register maps of this openHAB. */
@NonNullByDefault
public final class UserProfiles {

    private UserProfiles() {}

    /** Those that the bundle brings along, and those of the user. */
    public static ProfileStore store() {
        return new ProfileStore(own());
    }

    /** Those that the user has put into the folder for configuration; what cannot be used is logged. */
    public static OwnProfiles own() {
        Logger logger = LoggerFactory.getLogger(OwnProfiles.class);
        return new OwnProfiles(Path.of(OpenHAB.getConfigFolder(), SolarPlantBindingConstants.BINDING_ID),
                mistake -> logger.warn("This file is not used: {}", mistake));
    }
}
