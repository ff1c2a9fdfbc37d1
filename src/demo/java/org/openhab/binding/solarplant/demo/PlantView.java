/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What terminal and page show. Every call gives the state of that moment; any thread may ask. */
@NonNullByDefault
public interface PlantView {

    /** All things, plant after plant, each after its plant. */
    List<ThingView> things();

    /** What was discovered and is no thing yet. */
    List<InboxView> inbox();

    /**
     * What openHAB's console prints for a command.
     *
     * @param line the command without {@code openhab:}, such as {@code solarplant list}
     */
    default String console(String line) {
        return "there is no console";
    }

    /** What becomes of a command. */
    enum Answer {
        /** It was handed to the thing; what the device makes of it is seen at the channel. */
        SENT,
        /** There is no such channel. */
        NO_CHANNEL,
        /** The text is no command for this channel. */
        NOT_UNDERSTOOD
    }

    /**
     * Sends a command to a channel.
     *
     * @param channel its UID
     * @param command as text, such as {@code ON} or {@code 3.5 kW}
     */
    default Answer command(String channel, String command) {
        return Answer.NO_CHANNEL;
    }

    /** The pages that the add-on gives to Main UI. */
    default List<PageView> pages() {
        return List.of();
    }

    /** The items by their names. */
    default Map<String, ItemView> items() {
        return Map.of();
    }
}
