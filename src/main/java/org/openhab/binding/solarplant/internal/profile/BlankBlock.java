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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Recognises a block of nothing but 0xFFFF, which is no answer: gateways send it when they have lost the device. */
@NonNullByDefault
public final class BlankBlock {

    /** Fewer registers may all be 0xFFFF and mean it: -1, or that a model does not have that. */
    private static final int LEAST = 4;

    private BlankBlock() {}

    /** Whether these registers of one answer are such a block. */
    public static boolean is(int[] words) {
        return words.length >= LEAST && Words.areBlank(words);
    }
}
