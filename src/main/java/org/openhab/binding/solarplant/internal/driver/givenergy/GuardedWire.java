/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.BlankTail;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Implausible;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;
import org.openhab.binding.solarplant.internal.transport.givenergy.Answer;
import org.openhab.binding.solarplant.internal.transport.givenergy.BlockKey;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;
import org.openhab.binding.solarplant.internal.transport.givenergy.ReadFunction;

/** The wire to an adapter with a guard before each address: what a guard does not believe counts as not answered. */
@NonNullByDefault
final class GuardedWire implements RegisterTransport {

    /** The address of the adapter's owner (givenergy.md §2.1). */
    static final int OWNER = 0x11;

    private final ProbingTransport wire;
    private final Map<BlockKey, int[]> believed = new HashMap<>();
    private final Map<Integer, BlockGuard> guards = new HashMap<>();
    private final Map<BlockKey, BlockGuard> pages = new HashMap<>();
    private final InstantSource clock;
    private String ownerSerial = "";

    /**
     * @param wire the wire to the adapter
     * @param clock the time of pages
     */
    GuardedWire(ProbingTransport wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /** From now on whoever else answers at the owner's address is not believed. */
    void expectOwner(String serial) {
        ownerSerial = serial;
        believed.clear();
        guards.clear();
        pages.clear();
    }

    /** These guards judge what the device at an address says, one after the other. */
    void guard(int unit, BlockGuard... all) {
        guards.put(unit, BlockGuard.all(List.of(all)));
    }

    @Override
    public int[] read(int unit, RegisterSpace space, int start, int count)
            throws TransportException, InterruptedException {
        return ask(new BlockKey(unit, ReadFunction.of(space), start, count), Effort.REFRESH);
    }

    @Override
    public void write(int unit, WriteFunction function, int start, int... words)
            throws TransportException, InterruptedException {
        wire.write(unit, function, start, words);
        // a page of settings may well be all zeros now; guards need to know what is expected of it
        believed.replaceAll((block, page) -> block.unit() == unit && block.function() == ReadFunction.HOLDING
                && start >= block.start() && start < block.start() + block.count()
                        ? with(page, start - block.start(), words[0])
                        : page);
    }

    private static int[] with(int[] page, int at, int word) {
        int[] copy = page.clone();
        copy[at] = word;
        return copy;
    }

    /** Asks for a block that may be absent; what is absent, refused or not believed is nothing. */
    Optional<int[]> probe(int unit, int start, int count, Effort effort)
            throws TransportException, InterruptedException {
        try {
            return Optional.of(ask(new BlockKey(unit, ReadFunction.of(RegisterSpace.INPUT), start, count), effort));
        } catch (TransportException.TimedOut | TransportException.Refused | Implausible absent) {
            return Optional.empty();
        }
    }

    /** Whether a page of settings is there at all; those of some models are met with silence by others. */
    boolean hasSettings(int start, int count) throws TransportException, InterruptedException {
        try {
            ask(new BlockKey(OWNER, ReadFunction.HOLDING, start, count), Effort.REFRESH);
            return true;
        } catch (TransportException.TimedOut | TransportException.Refused | Implausible absent) {
            return false;
        }
    }

    /** What was last believed of a block of input registers. */
    Optional<int[]> believed(int unit, int start, int count) {
        return Optional
                .ofNullable(believed.get(new BlockKey(unit, ReadFunction.of(RegisterSpace.INPUT), start, count)));
    }

    /** What was last believed of a block of the owner's holding registers. */
    Optional<int[]> believedSettings(int start, int count) {
        return Optional.ofNullable(believed.get(new BlockKey(OWNER, ReadFunction.HOLDING, start, count)));
    }

    /** The owner's identity page, for which it is worth waiting. */
    int[] identity(int count) throws TransportException, InterruptedException {
        return wire.ask(new BlockKey(OWNER, ReadFunction.of(RegisterSpace.HOLDING), 0, count), Effort.DETECTION)
                .registers();
    }

    @Override
    public long connection() {
        return wire.connection();
    }

    @Override
    public void cut() {
        wire.cut();
    }

    @Override
    public void close() {
        wire.close();
    }

    private int[] ask(BlockKey block, Effort effort) throws TransportException, InterruptedException {
        Answer answer = wire.ask(block, effort);
        // meters have no voice of their own: the owner puts its name under what they say
        boolean owners = block.unit() == OWNER || block.unit() <= Role.METER.last();
        if (owners && Serial.isValid(answer.serial()) && !ownerSerial.isEmpty()
                && !answer.serial().equals(ownerSerial)) {
            throw new TransportException.Garbled("another device answers", null);
        }
        int[] words = answer.registers();
        BlockGuard guard = guards.computeIfAbsent(block.unit(), unit -> new LeakedBuffer());
        BlockGuard page = pages.computeIfAbsent(block, this::guardOf);
        int @Nullable [] before = believed.get(block);
        if (!guard.accepts(block.start(), words, before) || !page.accepts(block.start(), words, before)) {
            throw new Implausible("a page that cannot be");
        }
        believed.put(block, words);
        return words;
    }

    private BlockGuard guardOf(BlockKey block) {
        BlankTail tail = new BlankTail();
        if (block.unit() != OWNER || block.function() != ReadFunction.INPUT) {
            return (start, words, lastGood) -> tail.accepts(words, lastGood);
        }
        BlockGuard jumps = PageJumps.of(block.start(), clock);
        return (start, words, lastGood) -> {
            // each is asked: both count how often a device insists
            boolean whole = tail.accepts(words, lastGood);
            return jumps.accepts(start, words, lastGood) && whole;
        };
    }
}
