/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Finds a SolaX inverter's serial number, which lies at another place in each family (solax.md §2.1). The places are
 * tried in turn; a device that does not even answer at one is asked at the next the next time.
 */
@NonNullByDefault
final class SolaxSerial {

    record Place(int address, int count) {}

    /** Hybrids and AC-coupled; MIC, Mini, Boost and Smart; X3-MAX. */
    static final List<Place> PLACES = List.of(new Place(0x0000, 7), new Place(0x0300, 7), new Place(0x1A10, 8));

    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{8,16}");

    private final RegisterTransport transport;
    private final int unit;
    private int first;

    SolaxSerial(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /**
     * What may be the serial number, the likelier reading first: some firmware swaps the two characters of a register.
     *
     * @return nothing if the device answers but tells none
     */
    List<String> read() throws TransportException, InterruptedException {
        for (int i = 0; i < PLACES.size(); i++) {
            int place = (first + i) % PLACES.size();
            Optional<int[]> words = read(PLACES.get(place));
            if (words.isPresent()) {
                List<String> candidates = candidates(words.get());
                if (!candidates.isEmpty()) {
                    first = place;
                    return candidates;
                }
            }
        }
        return List.of();
    }

    private Optional<int[]> read(Place place) throws TransportException, InterruptedException {
        try {
            return Optional.of(transport.read(unit, RegisterSpace.HOLDING, place.address, place.count));
        } catch (TransportException.Refused refusal) {
            if (!refusal.concernsAddress()) {
                throw refusal;
            }
            return Optional.empty();
        } catch (TransportException.TimedOut silence) {
            first = (PLACES.indexOf(place) + 1) % PLACES.size();
            throw silence;
        }
    }

    private static List<String> candidates(int[] words) {
        return Stream.of(text(words, word -> word), text(words, word -> word >> 8 | (word & 0xFF) << 8))
                .filter(text -> SERIAL.matcher(text).matches()).distinct().toList();
    }

    private static String text(int[] words, IntUnaryOperator order) {
        StringBuilder text = new StringBuilder();
        IntStream.of(words).map(order).forEach(word -> text.append((char) (word >> 8)).append((char) (word & 0xFF)));
        return text.toString().replace('\0', ' ').strip();
    }
}
