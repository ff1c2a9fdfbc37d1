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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The Modbus exception codes that the simulators answer with. */
@NonNullByDefault
public enum ExceptionCode {
    ILLEGAL_FUNCTION(1), ILLEGAL_ADDRESS(2), ILLEGAL_VALUE(3), DEVICE_FAILURE(4), GATEWAY_TARGET_SILENT(11);

    private final int code;

    ExceptionCode(int code) {
        this.code = code;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }
}
