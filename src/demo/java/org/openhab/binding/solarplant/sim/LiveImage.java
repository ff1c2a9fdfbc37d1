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

import java.time.Clock;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Read-only registers that follow a house through its day. */
@NonNullByDefault
final class LiveImage implements RegisterImage {
    private final DayCurve curve;
    private final Clock clock;
    private final BiConsumer<MapImage, HouseState> content;

    /**
     * Registers that live by this curve and clock.
     *
     * @param content what fills them at a moment
     */
    LiveImage(DayCurve curve, Clock clock, BiConsumer<MapImage, HouseState> content) {
        this.curve = curve;
        this.clock = clock;
        this.content = content;
    }

    @Override
    public OptionalInt read(Space space, int address) {
        return frozen().read(space, address);
    }

    @Override
    public RegisterImage frozen() {
        MapImage image = new MapImage();
        content.accept(image, curve.at(clock.instant()));
        return image;
    }
}
