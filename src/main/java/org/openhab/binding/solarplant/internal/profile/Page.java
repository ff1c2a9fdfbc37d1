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

/**
 * Registers that are always read together.
 *
 * @param block where they lie
 * @param when the models that have them
 */
@NonNullByDefault
record Page(Block block, Condition when) {

    /** Whether some model would have both, and some registers twice. */
    boolean clashesWith(Page other) {
        return block.overlaps(other.block) && when.overlaps(other.when);
    }
}
