/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonElement;

/** What the cloud answers to a call. */
@NonNullByDefault
public sealed interface Answer {

    /** It has something to say; an empty list is something. */
    record Payload(JsonElement data) implements Answer {}

    /** It says that all is well, and nothing else: as in outages of its back end (alphaess.md §1.3). Never zeros. */
    record NoData() implements Answer {}

    /**
     * It refuses.
     *
     * @param meaning what the code means
     * @param code the code itself
     */
    record Refused(Meaning meaning, int code) implements Answer {}

    /**
     * It refuses because of the clock of this computer.
     *
     * @param ahead by how much that is ahead of the cloud's; negative if it is behind
     */
    record ClockOff(Duration ahead) implements Answer {}
}
