/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Something that goes wrong with an answer of a GivEnergy dongle (givenergy.md §1.5 to §1.7, §6.4). */
@NonNullByDefault
public sealed interface DongleFault {

    /** Whether a write leaves the registers as they are. */
    default boolean preventsWrites() {
        return this instanceof Refuse || this instanceof Deaf || this instanceof Overruled;
    }

    /** No answer; the connection stays open. What was to be written is written. */
    record Silence() implements DongleFault {}

    /** The answer comes late; meanwhile the dongle goes on with other requests. */
    record Late(Duration delay) implements DongleFault {}

    /** All connections are closed in place of an answer. */
    record Drop() implements DongleFault {}

    /** The right answer with a wrong checksum. */
    record BadChecksum() implements DongleFault {}

    /** The right answer as a buffer that was not ready: zeros after so many bytes, up to and with the checksum. */
    record ZeroTail(int after) implements DongleFault {}

    /**
     * An error response.
     *
     * @param withCount whether it echoes the count; else it says 0
     */
    record Refuse(boolean withCount) implements DongleFault {}

    /** A request that is not heard: a write has no effect, and nothing is answered. */
    record Deaf() implements DongleFault {}

    /** A write is echoed and has no effect, as if somebody else set the register back at once (givenergy.md §5.7). */
    record Overruled() implements DongleFault {}

    /** A write has its effect, and the echo speaks of this register and value in place of those that were written. */
    record OtherEcho(int register, int value) implements DongleFault {}

    /** As many registers as were asked for, all of them 0. */
    record Zeros() implements DongleFault {}

    /** A null response in place of the answer. */
    record Null() implements DongleFault {}

    /** Only the first bytes of the answer; the connection stays open. */
    record Truncated(int bytes) implements DongleFault {}

    /** The answer in two segments, the first of so many bytes. */
    record Split(int bytes) implements DongleFault {}

    /** The answer waits for the next one and comes in one segment with it. */
    record Merged() implements DongleFault {}

    /** Some bytes right before the answer: garbage, or frames that nobody asked for. */
    record Preceded(byte... bytes) implements DongleFault {}

    /** The answer, and once more. */
    record Repeated() implements DongleFault {}
}
