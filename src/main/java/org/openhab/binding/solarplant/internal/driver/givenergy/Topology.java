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

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Which addresses behind an adapter answer (givenergy.md §2.1). Its text is kept in the memory, so that a restart
 * need not wait for all the addresses at which nobody is.
 *
 * @param owner the serial number of whose adapter it is: what is behind another one says nothing
 * @param addresses the addresses of each role, in ascending order
 */
@NonNullByDefault
record Topology(String owner, Map<Role, List<Integer>> addresses) {

    private static final String OWNER = "OWNER=";

    /** What a device at an address is, and the addresses at which such devices may be. */
    enum Role {
        METER(0x01, 8), PACK(0x32, 6), MODULE(0x50, 32), STACK(0x70, 32);

        private final int first;
        private final int most;

        Role(int first, int most) {
            this.first = first;
            this.most = most;
        }

        int first() {
            return first;
        }

        int last() {
            return first + most - 1;
        }

        /** Counts the addresses of the role from 1. */
        int number(int address) {
            return address - first + 1;
        }
    }

    Topology {
        Map<Role, List<Integer>> copy = new EnumMap<>(Role.class);
        addresses.forEach((role, list) -> copy.put(role, list.stream().sorted().toList()));
        addresses = copy;
    }

    List<Integer> of(Role role) {
        return addresses.getOrDefault(role, List.of());
    }

    /** Reads what {@link #toString} wrote; nothing if the text is anything else. */
    static Optional<Topology> parse(String text) {
        try {
            Map<Role, List<Integer>> addresses = new EnumMap<>(Role.class);
            String[] parts = text.split(";");
            if (!parts[0].startsWith(OWNER)) {
                return Optional.empty();
            }
            for (String part : Arrays.asList(parts).subList(1, parts.length)) {
                String[] words = part.split("=", 2);
                List<Integer> list = Arrays.stream(words[1].split(",")).filter(word -> !word.isBlank())
                        .map(word -> Integer.valueOf(word.strip(), 16)).toList();
                addresses.put(Role.valueOf(words[0].strip()), list);
            }
            return addresses.size() == Role.values().length
                    ? Optional.of(new Topology(parts[0].substring(OWNER.length()), addresses))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Arrays.stream(Role.values())
                .map(role -> role + "=" + of(role).stream().map(Integer::toHexString).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";", OWNER + owner + ";", ""));
    }
}
