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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.profile.ReadPlanner.Request;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Implausible;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;

/**
 * Reads registers of one unit with the fewest requests. A request that the device refuses is halved until the part that
 * it does not know is found; that part is left out for the life of the connection, the rest is still read. A block of
 * nothing but 0xFFFF is no answer: gateways send it when they have lost the device behind them. Some gateways are silent
 * above a number of registers: where a few of a silent block are answered and the block again is not, fewer are asked for.
 */
@NonNullByDefault
final class RegisterReader {

    /** Refused requests after which a poll halves no further; what is not found by then is looked for in the next. */
    private static final int MAX_REFUSED_REQUESTS = 16;

    /** So many registers every gateway answers at once. */
    private static final int FEW = 4;

    private final RegisterTransport transport;
    private final int unit;
    private final ReadPlanner planner;

    private long connection;
    private int refusedRequests;
    private int blankBlocks;
    private @Nullable Refused lastRefusal;

    RegisterReader(RegisterTransport transport, int unit, ReadPlanner planner) {
        this.transport = transport;
        this.unit = unit;
        this.planner = planner;
    }

    /**
     * @throws TransportException if a request failed other than by refusal, or if everything was refused
     */
    Words read(List<Register> wanted) throws TransportException, InterruptedException {
        Words words = new Words();
        readMore(wanted, words);
        return words;
    }

    /**
     * Reads further registers for the same poll.
     *
     * @param words what was read so far, to which this adds
     * @throws TransportException if a request failed other than by refusal, or if everything was refused by now
     */
    void readMore(List<Register> wanted, Words words) throws TransportException, InterruptedException {
        if (connection != transport.connection()) {
            planner.forget();
        }
        boolean remembers = !planner.isFresh();
        refusedRequests = 0;
        blankBlocks = 0;
        lastRefusal = null;
        for (Request request : planner.plan(wanted, transport.mostRegisters())) {
            read(request, words);
        }
        if (remembers && connection != transport.connection()) {
            // connected anew in between: what is remembered may be of another device
            planner.forget();
        }
        connection = transport.connection();
        if (blankBlocks > 0) {
            words.rejectBlankOnes();
            if (words.isEmpty()) {
                throw new TransportException.Garbled("nothing but blank registers", null);
            }
        }
        Refused refusal = lastRefusal;
        if (words.isEmpty() && refusal != null) {
            planner.forget();
            throw refusal;
        }
    }

    /** Reads with this request, or with several if it is too big for the gateway, and tells whether the device lets us. */
    private boolean read(Request request, Words words) throws TransportException, InterruptedException {
        Block block = request.block();
        if (block.count() > transport.mostRegisters() && !planner.isPage(block)) {
            return readParts(request, words);
        }
        try {
            return ask(request, words);
        } catch (TimedOut silence) {
            if (block.count() <= FEW || planner.isPage(block) || !answersFew(block)) {
                throw silence;
            }
        }
        try {
            return ask(request, words);
        } catch (TimedOut again) {
            transport.askForNoMoreThan(Math.max(FEW, block.count() / 2));
            if (block.count() <= transport.mostRegisters()) {
                throw again;
            }
            return readParts(request, words);
        }
    }

    private boolean readParts(Request request, Words words) throws TransportException, InterruptedException {
        boolean isFine = true;
        for (Request part : planner.plan(request.registers(), transport.mostRegisters())) {
            isFine &= read(part, words);
        }
        return isFine;
    }

    /** Whether a small part of the block is answered, be it by a refusal. */
    private boolean answersFew(Block block) throws TransportException, InterruptedException {
        try {
            transport.read(unit, block.space(), block.start(), FEW);
            return true;
        } catch (Refused | Implausible answer) {
            return true;
        } catch (TimedOut silence) {
            return false;
        }
    }

    private boolean ask(Request request, Words words) throws TransportException, InterruptedException {
        Block block = request.block();
        try {
            int[] answer = transport.read(unit, block.space(), block.start(), block.count());
            if (BlankBlock.is(answer)) {
                blankBlocks++;
                words.reject();
            } else {
                words.add(block, answer);
            }
            return true;
        } catch (Implausible nonsense) {
            words.reject();
            return false;
        } catch (Refused refusal) {
            if (!refusal.concernsAddress()) {
                throw refusal;
            }
            lastRefusal = refusal;
            refusedRequests++;
            if (planner.isPage(block)) {
                planner.refuse(block);
            } else if (refusedRequests < MAX_REFUSED_REQUESTS) {
                halve(request.registers(), words);
            }
            return false;
        }
    }

    /** Looks for what is refused in the lower and in the upper half; all lines about one address stay together. */
    private void halve(List<Register> registers, Words words) throws TransportException, InterruptedException {
        List<Integer> addresses = registers.stream().map(Register::address).distinct().toList();
        if (addresses.size() == 1) {
            planner.refuse(registers.getFirst());
            return;
        }
        int middle = addresses.get(addresses.size() / 2);
        List<Register> upper = registers.stream().filter(register -> register.address() >= middle).toList();
        boolean lowerIsFine = read(Request.around(registers.subList(0, registers.size() - upper.size())), words);
        boolean upperIsFine = read(Request.around(upper), words);
        if (lowerIsFine && upperIsFine) {
            // what is refused lies in the gap between them
            planner.cutBefore(upper.getFirst());
        }
    }
}
