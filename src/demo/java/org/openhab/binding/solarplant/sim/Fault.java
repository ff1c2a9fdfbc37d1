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

/** Something that goes wrong with an answer, as it does with real dongles and gateways. */
@NonNullByDefault
public sealed interface Fault {

    /** The answer comes late. Adds to any other fault. */
    record Latency(Duration delay) implements Fault {}

    /** The connection is closed in place of an answer. */
    record Drop() implements Fault {}

    /** The device answers with an exception, and does nothing. */
    record Refuse(ExceptionCode code) implements Fault {}

    /** Some bytes that are no frame, in place of an answer. */
    record Garbage(byte... bytes) implements Fault {}

    /** The right answer under another transaction id (Modbus TCP only). */
    record WrongTransaction(int offset) implements Fault {}

    /** A well-formed answer that carries so many registers, whatever was asked. */
    record WrongLength(int registers) implements Fault {}

    /** Only the first bytes of the answer; the connection stays open. */
    record Truncated(int bytes) implements Fault {}

    /** No answer; the connection stays open. */
    record Silence() implements Fault {}

    /** The right answer under another unit id; some dongles always say 0. */
    record OtherUnit(int unit) implements Fault {}

    /** The right answer for another function. */
    record OtherFunction(int function) implements Fault {}

    /** The right answer, byte by byte. */
    record Dribble(Duration gap) implements Fault {}

    /** A header that announces a body of 0 bytes, and no body. */
    record EmptyHeader() implements Fault {}

    /** Somebody else's answers without end, never the one that was asked for. */
    record ForeignFrames(Duration gap) implements Fault {}
}
