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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** What a device says of itself once for each connection, where its profile knows to ask. */
@NonNullByDefault
public final class Identification {

    /** One fact may say whether there is another, and that one how a third is scaled. */
    private static final int ROUNDS = 3;

    private final RegisterTransport transport;
    private final int unit;

    public Identification(RegisterTransport transport, int unit) {
        this.transport = transport;
        this.unit = unit;
    }

    /** The variant of the profile for a model, after the device was asked for the facts that its model leaves open. */
    public RegisterMap variant(Profile profile, Map<String, Integer> model)
            throws TransportException, InterruptedException {
        RegisterMap map = profile.variant(model);
        Map<String, Integer> facts = new HashMap<>(model);
        RegisterReader reader = new RegisterReader(transport, unit, ReadPlanner.of(profile));
        Words words = new Words();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                reader.readMore(words.missing(map.identity()), words);
                facts.putAll(Decoder.decode(map, words).facts());
                map = profile.variant(facts);
            }
        } catch (TransportException.Refused refusal) {
            tolerate(refusal);
        }
        return map;
    }

    /** The firmware versions, such as {@code DSP 1.29, ARM 1.27}; nothing if the device does not tell. */
    public Optional<String> firmware(Profile profile) throws TransportException, InterruptedException {
        List<Integer> addresses = profile.firmware().values().stream().flatMap(List::stream).sorted().toList();
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        int start = addresses.getFirst();
        try {
            int[] words = transport.read(unit, RegisterSpace.HOLDING, start, addresses.getLast() - start + 1);
            return Optional.of(new TreeMap<>(profile.firmware()).descendingMap().entrySet().stream()
                    .map(part -> part.getKey() + " " + part.getValue().stream()
                            .map(address -> Integer.toString(words[address - start])).collect(Collectors.joining(".")))
                    .collect(Collectors.joining(", ")));
        } catch (TransportException.Refused refusal) {
            tolerate(refusal);
            return Optional.empty();
        }
    }

    /** Devices may lack these registers. A device that is busy or away may have them: it is asked again. */
    private static void tolerate(TransportException.Refused refusal) throws TransportException.Refused {
        if (!refusal.concernsAddress()) {
            throw refusal;
        }
    }
}
