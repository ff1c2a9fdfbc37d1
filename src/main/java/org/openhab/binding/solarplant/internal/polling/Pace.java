/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How soon a target is expected to answer, by what is known of it. */
@NonNullByDefault
enum Pace {
    /** It was not polled yet. */
    UNTRIED,
    /** It answered soon when it was polled last. */
    QUICK,
    /**
     * It has answered its very first poll, in which more is asked than in others and which tells little of its pace; or it
     * was quick, and has failed once since.
     */
    PROMISING,
    /** It takes long, or does not answer. */
    DOUBTFUL;

    /** Whether the next answer can be expected to come soon. */
    boolean isHopeful() {
        return this == QUICK || this == PROMISING;
    }
}
