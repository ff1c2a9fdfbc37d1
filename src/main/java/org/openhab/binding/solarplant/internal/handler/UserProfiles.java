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
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register maps of this openHAB: all who read them share one store, so that a mistake is logged once. */
@NonNullByDefault
@Component(service = UserProfiles.class)
public class UserProfiles {

    private final Logger logger = LoggerFactory.getLogger(OwnProfiles.class);
    private final ProfileStore store = new ProfileStore(
            new OwnProfiles(Path.of(OpenHAB.getConfigFolder(), SolarPlantBindingConstants.BINDING_ID),
                    mistake -> logger.warn("This file is not used: {}", mistake)));

    /** Those that the bundle brings along, and those that the user has put into the folder for configuration. */
    public ProfileStore store() {
        return store;
    }
}
