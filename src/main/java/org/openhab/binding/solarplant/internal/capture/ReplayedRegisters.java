/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Answer;
import org.openhab.binding.solarplant.internal.transport.givenergy.BlockKey;
import org.openhab.binding.solarplant.internal.transport.givenergy.DongleStatistics;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;

/**
 * A wire on which a capture answers. A driver that asks as it did then gets what it got then. One that has learned to
 * ask otherwise gets the same registers out of whatever was read of them, or a refusal.
 */
@NonNullByDefault
public final class ReplayedRegisters implements ProbingTransport {

    private static final int ILLEGAL_ADDRESS = 2;

    /** Where registers have numbers of their own. */
    private record Space(int unit, int function) {
        static Space of(Place place) {
            return new Space(place.unit(), place.function());
        }
    }

    private final Tape tape;
    private final Map<Space, NavigableMap<Integer, List<Integer>>> known = new HashMap<>();
    private final Map<Place, Trouble> troubles = new HashMap<>();
    private long connection;

    /**
     * @param tape the capture, played by whoever polls the driver
     */
    public ReplayedRegisters(Tape tape) {
        this.tape = tape;
        // what was read first is known until it is read again
        tape.all(Heard.Read.class).reversed().forEach(this::learn);
    }

    @Override
    public Answer ask(BlockKey block, Effort effort) throws TransportException {
        Place place = new Place(block.unit(), block.function().code(), block.start(), block.count());
        Optional<Heard.Read> heard = tape.next(Heard.Read.class, read -> read.place().equals(place));
        if (heard.isEmpty()) {
            return new Answer(block, "", assembled(place), false);
        }
        learn(heard.get());
        connection = heard.get().connection();
        Registers registers = heard.get().reply().again();
        return new Answer(block, registers.serial(), registers.words(), false);
    }

    private void learn(Heard.Read read) {
        switch (read.reply()) {
            case Reply.Got<Registers>(Registers registers) -> {
                known.computeIfAbsent(Space.of(read.place()), space -> new TreeMap<>()).put(read.place().start(),
                        registers.words());
                troubles.remove(read.place());
            }
            case Reply.Failed<Registers>(Trouble trouble) -> troubles.put(read.place(), trouble);
        }
    }

    private List<Integer> assembled(Place place) throws TransportException {
        if (troubles.get(place) instanceof Trouble trouble) {
            throw trouble.again();
        }
        Integer[] words = new Integer[place.count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(Space.of(place), place.start() + i);
        }
        return List.of(words);
    }

    /** The register as it was read last, with the fewest others before it. */
    private int word(Space space, int address) throws TransportException.Refused {
        NavigableMap<Integer, List<Integer>> blocks = known.getOrDefault(space, new TreeMap<>());
        for (Map.Entry<Integer, List<Integer>> block : blocks.subMap(address - Place.MOST, true, address, true)
                .descendingMap().entrySet()) {
            if (address - block.getKey() < block.getValue().size()) {
                return block.getValue().get(address - block.getKey());
            }
        }
        throw new TransportException.Refused(ILLEGAL_ADDRESS);
    }

    @Override
    public void writeOne(int unit, int register, int value) throws TransportException {
        throw new TransportException.Refused(ILLEGAL_FUNCTION);
    }

    @Override
    public DongleStatistics statistics() {
        return DongleStatistics.NONE;
    }

    @Override
    public long connection() {
        return connection;
    }

    @Override
    public void cut() {
        // nothing is under way that could wait for anything
    }

    @Override
    public void close() {
        // nothing is open
    }
}
