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

/** What a simulated device holds in its registers. */
@NonNullByDefault
public interface RegisterImage {

    /** The register's 16 bits, or empty where the device has no such address (exception 02). */
    OptionalInt read(Space space, int address);

    /**
     * Takes a write; a device's write addresses need not be its read addresses, hence the whole request.
     *
     * @return why it was refused, or empty when it was taken
     */
    default Optional<ExceptionCode> write(Request request) {
        return Optional.of(ExceptionCode.ILLEGAL_ADDRESS);
    }

    /** The image of this moment: one request is answered from one, so that no 32-bit value is torn. */
    default RegisterImage frozen() {
        return this;
    }
}
