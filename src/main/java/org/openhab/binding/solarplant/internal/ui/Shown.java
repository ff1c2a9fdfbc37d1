/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.ThingUID;

/**
 * What a page shows.
 *
 * @param plant the plant thing
 * @param label its label
 * @param inverters its inverters, in the order of the page
 * @param items the items at hand
 * @param words texts in the user's language by their keys
 */
@NonNullByDefault
record Shown(ThingUID plant, String label, List<Device> inverters, Items items, UnaryOperator<String> words) {

    /** A device and its label. */
    record Device(ThingUID uid, String label) {}

    /** Where items are looked up. */
    @FunctionalInterface
    interface Items {
        /** The item that shows a channel of a thing; nothing where the user has linked none. */
        Optional<Live> of(ThingUID thing, String channel);
    }

    /** The item that shows a channel of the plant. */
    Optional<Live> item(String channel) {
        return items.of(plant, channel);
    }

    /** A text in the user's language. */
    String text(String key) {
        return words.apply(key);
    }
}
