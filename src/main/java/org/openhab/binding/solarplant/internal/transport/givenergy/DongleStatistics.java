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
 * What happened on one wire since it was made, for diagnostics (givenergy.md §6.5).
 *
 * @param connections how often it was connected
 * @param frames frames received, sound or not
 * @param heartbeats heartbeats answered
 * @param badChecksums frames with a wrong checksum
 * @param malformed frames whose lengths contradict each other
 * @param skippedBytes bytes that belonged to no frame
 * @param foreign answers to other clients' requests
 * @param foreignUsed those of them that served in place of an own request
 * @param ignored sound frames that mean nothing here: null responses, broadcasts, unknown functions
 * @param refusals attempts that were refused
 * @param silences attempts without an answer in time
 * @param retries attempts after the first of a request
 */
@NonNullByDefault
public record DongleStatistics(long connections, long frames, long heartbeats, long badChecksums, long malformed,
        long skippedBytes, long foreign, long foreignUsed, long ignored, long refusals, long silences, long retries) {

    /** Nothing yet. */
    public static final DongleStatistics NONE = new DongleStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
