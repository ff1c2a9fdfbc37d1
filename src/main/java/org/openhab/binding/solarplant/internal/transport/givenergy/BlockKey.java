/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a read asks for. Since the dialect has no usable transaction id, this is also all by which an answer can be told
 * from others (givenergy.md §1.8).
 *
 * @param unit the device's address behind the dongle
 * @param function how it is read
 * @param start the first register
 * @param count how many; devices answer up to 60
 */
@NonNullByDefault
public record BlockKey(int unit, ReadFunction function, int start, int count) {

    boolean covers(int register) {
        return register >= start && register < start + count;
    }
}
