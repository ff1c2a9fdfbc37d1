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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;

/** A device in memory: answers what was put into it, refuses what it is told to, and remembers what it was asked. */
@NonNullByDefault
final class RegisterImage implements RegisterTransport {

    private static final int ILLEGAL_ADDRESS = 2;

    final List<Block> requests = new ArrayList<>();
    private final Map<RegisterSpace, int[]> registers = new EnumMap<>(RegisterSpace.class);
    private final Set<Integer> refused = new HashSet<>();
    private boolean connectsAnewOnRead;
    private long connection = 1;
    private int code = ILLEGAL_ADDRESS;
    private int mostAnswered = MOST_REGISTERS;
    private int silences;

    RegisterImage() {
        for (RegisterSpace space : RegisterSpace.values()) {
            registers.put(space, new int[0x10000]);
        }
    }

    RegisterImage put(RegisterSpace space, int start, int... words) {
        System.arraycopy(words, 0, registers.getOrDefault(space, words), start, words.length);
        return this;
    }

    /** From now on no request may touch these addresses. */
    RegisterImage refuse(Integer... addresses) {
        refused.addAll(List.of(addresses));
        return this;
    }

    /** Refusals come with this Modbus exception code. */
    RegisterImage code(int newCode) {
        code = newCode;
        return this;
    }

    /** From now on more registers at once are answered by silence, after which the connection is a new one. */
    RegisterImage silentAbove(int most) {
        mostAnswered = most;
        return this;
    }

    /** So many of the next requests are answered by silence. */
    RegisterImage silent(int times) {
        silences = times;
        return this;
    }

    RegisterImage allowEverything() {
        refused.clear();
        return this;
    }

    void reconnect() {
        connection++;
    }

    /** The connection is dead; nobody has noticed yet. */
    void breakSilently() {
        connectsAnewOnRead = true;
    }

    /** The requests since the last call, as {@code start+count}. */
    List<String> asked() {
        List<String> asked = requests.stream().map(block -> "0x%04X+%d".formatted(block.start(), block.count()))
                .toList();
        requests.clear();
        return asked;
    }

    @Override
    public int[] read(int unit, RegisterSpace space, int start, int count) throws TransportException {
        if (connectsAnewOnRead) {
            connectsAnewOnRead = false;
            connection++;
        }
        requests.add(new Block(space, start, count));
        if (count > mostAnswered || silences > 0) {
            silences = Math.max(0, silences - 1);
            connection++;
            throw new TimedOut(Duration.ofSeconds(5));
        }
        if (refused.stream().anyMatch(bad -> bad >= start && bad < start + count)) {
            throw new Refused(code);
        }
        return Arrays.copyOfRange(registers.getOrDefault(space, new int[0]), start, start + count);
    }

    @Override
    public long connection() {
        return connection;
    }

    @Override
    public void cut() {
        reconnect();
    }

    @Override
    public void close() {
        requests.clear();
    }
}
