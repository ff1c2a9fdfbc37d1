/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What one endpoint tells of a system, and how to read it. */
@NonNullByDefault
interface Section {

    /** The endpoint's name. */
    String endpoint();

    /** So long its answer is good: the source does not change faster (alphaess.md §1.13). */
    Duration timeToLive();

    /**
     * What it is asked about besides the system. If that changes, what was told before is not good any more.
     *
     * @param now the time where the plant stands
     */
    default Map<String, String> parameters(ZonedDateTime now) {
        return Map.of();
    }

    /**
     * What the answer says; nothing if it has no value that is to be believed.
     *
     * @param now the time where the plant stands
     */
    Optional<Sheet> read(Json data, ZonedDateTime now);
}
