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

import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The registers of a device whose settings can be written, and whose measurements follow its house.
 *
 * @param live what it measures and what it is; cannot be written
 * @param settings holding registers that keep what was written
 */
@NonNullByDefault
record DongleSettings(RegisterImage live, MapImage settings) implements RegisterImage {

    @Override
    public OptionalInt read(Space space, int address) {
        OptionalInt setting = settings.read(space, address);
        return setting.isPresent() ? setting : live.read(space, address);
    }

    @Override
    public Optional<ExceptionCode> write(Request request) {
        return settings.write(request);
    }

    @Override
    public RegisterImage frozen() {
        return new DongleSettings(live.frozen(), settings);
    }
}
