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

import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The names by which low-voltage packs are sold, by the first two letters of their serial numbers (givenergy.md §4.5). */
@NonNullByDefault
final class PackModel {

    private static final int PREFIX = 2;
    private static final Map<String, String> NAMES = Map.of("BE", "Giv-Bat 5.2", "BJ", "Giv-Bat 5.2", "AC",
            "Giv-Bat 5.12 Gen 3", "BG", "Giv-Bat 8.2", "DZ", "Giv-Bat 9.5 Gen 3", "DF", "Giv-Bat 9.5");

    private PackModel() {}

    /** The name of the pack with this serial number; nothing if the letters are not known. */
    static Optional<String> of(String serial) {
        return serial.length() < PREFIX
                ? Optional.empty()
                : Optional.ofNullable(NAMES.get(serial.substring(0, PREFIX)));
    }
}
