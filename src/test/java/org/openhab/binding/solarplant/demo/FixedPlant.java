/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Things that stay as they are, and nothing discovered. */
@NonNullByDefault
record FixedPlant(List<ThingView> things) implements PlantView {

    FixedPlant(ThingView... things) {
        this(List.of(things));
    }

    @Override
    public List<InboxView> inbox() {
        return List.of();
    }
}
