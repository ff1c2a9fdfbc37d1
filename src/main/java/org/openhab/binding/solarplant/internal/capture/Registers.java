/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a device answered.
 *
 * @param words the registers, each 0…65535
 * @param serial what the answer's frame says of who answers; empty where frames say nothing of that
 */
@NonNullByDefault
public record Registers(List<Integer> words, String serial) {

    /** Registers from a wire whose frames name nobody. */
    static Registers of(int[] words) {
        return new Registers(Arrays.stream(words).boxed().toList(), "");
    }

    /** The registers as a transport returns them. */
    int[] array() {
        return words.stream().mapToInt(Integer::intValue).toArray();
    }
}
