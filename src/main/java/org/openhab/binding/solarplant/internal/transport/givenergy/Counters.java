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

import java.util.concurrent.atomic.AtomicLongArray;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Counts what happens on one wire, over all its connections; any thread may count. */
@NonNullByDefault
final class Counters {

    enum Event {
        CONNECTION, FRAME, HEARTBEAT, BAD_CHECKSUM, MALFORMED, SKIPPED_BYTE, FOREIGN, FOREIGN_USED, IGNORED, REFUSAL, SILENCE, RETRY
    }

    private final AtomicLongArray counts = new AtomicLongArray(Event.values().length);

    void count(Event event) {
        count(event, 1);
    }

    void count(Event event, long times) {
        counts.addAndGet(event.ordinal(), times);
    }

    long of(Event event) {
        return counts.get(event.ordinal());
    }

    DongleStatistics statistics() {
        return new DongleStatistics(of(Event.CONNECTION), of(Event.FRAME), of(Event.HEARTBEAT),
                of(Event.BAD_CHECKSUM), of(Event.MALFORMED), of(Event.SKIPPED_BYTE), of(Event.FOREIGN),
                of(Event.FOREIGN_USED), of(Event.IGNORED), of(Event.REFUSAL), of(Event.SILENCE), of(Event.RETRY));
    }
}
