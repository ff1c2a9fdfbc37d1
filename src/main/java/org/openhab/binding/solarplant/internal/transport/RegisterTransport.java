/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A wire to devices that keep their data in numbered 16-bit registers. */
@NonNullByDefault
public interface RegisterTransport extends AutoCloseable {

    /** The Modbus exception code of who has no such function. */
    int ILLEGAL_FUNCTION = 1;

    /** The most registers that Modbus lets one request ask for. */
    int MOST_REGISTERS = 125;

    /**
     * Reads consecutive registers; connects first where there is no connection.
     *
     * @param unit the device's address on the wire
     * @param space which registers
     * @param start the first register
     * @param count how many, at most 125
     * @return the registers, each 0…65535; always {@code count} of them
     * @throws TransportException if no proper answer came in time
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    int[] read(int unit, RegisterSpace space, int start, int count) throws TransportException, InterruptedException;

    /**
     * Writes registers; connects first where there is no connection. Never tried twice: a write whose answer is lost may
     * have had its effect.
     *
     * @param unit the device's address on the wire
     * @param function how; {@link WriteFunction#SINGLE} goes with one word only
     * @param start the first register
     * @param words what is written, each 0…65535
     * @throws TransportException if no proper answer came in time
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    default void write(int unit, WriteFunction function, int start, int... words)
            throws TransportException, InterruptedException {
        throw new TransportException.Refused(ILLEGAL_FUNCTION);
    }

    /** The most registers that one request may ask for, by what the user says of the wire and by what it has shown. */
    default int mostRegisters() {
        return MOST_REGISTERS;
    }

    /**
     * Whoever is at the other end is silent when it is asked for more.
     *
     * @param most what it answers
     */
    default void askForNoMoreThan(int most) {
        // a wire that forgets finds it out again
    }

    /** Counts connections: another number means that another device may be at the other end by now. */
    long connection();

    /** Breaks the connection under way, so that a request in flight fails at once; the next one connects anew. */
    void cut();

    /** Closes the wire for good; a read under way fails at once. */
    @Override
    void close();
}
