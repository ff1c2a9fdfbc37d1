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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * One frame of the dialect (givenergy.md §1.2 to §1.7). Serial numbers are the ten characters on the wire as they are,
 * one for each byte: devices are seen to put NUL and stray bytes there.
 */
@NonNullByDefault
public sealed interface Frame {

    /** The dongle asks whether its client is still there, and gets the same frame back (§1.3). */
    record Heartbeat(String adapter, int type) implements Frame {}

    /** A client asks: to read {@code second} registers from {@code first} on, or to write that value to it (§1.4). */
    record Request(String adapter, int unit, int function, int first, int second) implements Frame {

        /** The request for these registers. */
        static Request read(String adapter, BlockKey block) {
            return new Request(adapter, block.unit(), block.function().code(), block.start(), block.count());
        }
    }

    /** Registers, each 0…65535; as many as the block counts (§1.4). */
    record ReadResponse(String adapter, BlockKey block, String serial, List<Integer> registers) implements Frame {}

    /** A register was written, by whichever client (§1.4). */
    record WriteResponse(String adapter, int unit, String serial, int register, int value) implements Frame {}

    /**
     * A request was refused, for which no reason is given (§1.6).
     *
     * @param function the function of the request
     * @param count the count or value of the request, or 0
     */
    record ErrorResponse(String adapter, int unit, int function, String serial, int start, int count)
            implements
                Frame {}

    /** Zeros under function 0, which answer nothing (§1.4). */
    record NullResponse(String adapter, int unit) implements Frame {}

    /** The dongle tells its network: address, netmask, gateway (§1.7). */
    record LanBroadcast(String adapter, String text) implements Frame {}

    /** Sound, but of a function that nobody here knows. */
    record Unknown(int outerFunction, int unit, int function) implements Frame {}

    /** The checksum is wrong: nothing in it can be believed, not even whose answer it is (§1.5). */
    record BadChecksum(Frame claimed) implements Frame {}

    /** Its lengths contradict each other. */
    record Malformed(int length) implements Frame {}
}
