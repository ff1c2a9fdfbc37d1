/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** One request: so many registers from a start on. */
@NonNullByDefault
record Block(RegisterSpace space, int start, int count) {

    /** The block from the first to the last of these registers, which are in ascending order and of one space. */
    static Block around(List<Register> registers) {
        int start = registers.getFirst().address();
        int end = registers.stream().mapToInt(Register::end).max().orElse(start);
        return new Block(registers.getFirst().space(), start, end - start);
    }

    int end() {
        return start + count;
    }

    boolean overlaps(Block other) {
        return space == other.space && start < other.end() && other.start < end();
    }

    boolean covers(Register register) {
        return register.space() == space && register.address() >= start && register.end() <= end();
    }
}
