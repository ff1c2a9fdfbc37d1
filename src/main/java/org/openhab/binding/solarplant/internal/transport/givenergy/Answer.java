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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a device answered.
 *
 * @param block what was asked for; of a write, the one register that was written
 * @param serial of the device that answered, without padding; garbage where the device put some. A guard against
 *            answers of another device behind the same address (givenergy.md §6.4 #12)
 * @param values the registers, each 0…65535; as many as the block counts
 * @param overheard whether another client had asked
 */
@NonNullByDefault
public record Answer(BlockKey block, String serial, List<Integer> values, boolean overheard) {

    static Answer of(Frame.ReadResponse response, boolean overheard) {
        return new Answer(response.block(), trimmed(response.serial()), response.registers(), overheard);
    }

    static String trimmed(String serial) {
        return serial.replace('\0', ' ').strip();
    }

    /** The registers as a transport returns them. */
    public int[] registers() {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
