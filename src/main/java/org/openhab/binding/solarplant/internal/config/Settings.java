/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.config;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.TranslatedText;

/**
 * Checks settings. openHAB checks them too, but not where things come from files of other add-ons or from scripts.
 */
@NonNullByDefault
final class Settings {

    private Settings() {}

    /** The status text for a setting outside its range; nothing if it lies within. */
    static Optional<String> outside(String name, Number value, int min, int max) {
        return value.doubleValue() >= min && value.doubleValue() <= max
                ? Optional.empty()
                : Optional.of(TranslatedText.of("offline.config-range",
                        List.of(name, Integer.toString(min), Integer.toString(max))));
    }
}
