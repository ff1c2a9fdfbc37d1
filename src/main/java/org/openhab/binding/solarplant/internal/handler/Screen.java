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

import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;

/** Who shows snapshots. */
@NonNullByDefault
interface Screen {

    /**
     * There is something to show.
     *
     * @param source where it comes from
     * @param news the devices that are new in the snapshot
     */
    void show(PlantRuntime source, PlantSnapshot snapshot, Set<DeviceId> news);
}
