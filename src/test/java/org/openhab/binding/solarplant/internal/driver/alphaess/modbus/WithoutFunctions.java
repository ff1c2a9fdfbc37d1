/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Space;

/**
 * A device that does nothing if it is written to by one of the functions.
 *
 * @param function that one
 */
@NonNullByDefault
record WithoutFunctions(RegisterImage device, int function) implements RegisterImage {

    @Override
    public OptionalInt read(Space space, int address) {
        return device.read(space, address);
    }

    @Override
    public Optional<ExceptionCode> write(Request request) {
        return request.function() == function ? Optional.empty() : device.write(request);
    }
}
