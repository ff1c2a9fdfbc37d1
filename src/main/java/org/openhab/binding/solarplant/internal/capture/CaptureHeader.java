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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonObject;

/**
 * What a capture says of itself: all that a driver needs besides the answers of its device to find the same in them.
 *
 * @param began when the first poll began
 * @param offset the time zone of the plant at that time
 * @param facts what is told of software and device: {@code binding}, {@code connection}, {@code thing}, {@code model}, …
 * @param configuration what of the thing's configuration matters to its driver
 * @param memory what was known of the device from before, by name
 */
@NonNullByDefault
public record CaptureHeader(Instant began, ZoneOffset offset, Map<String, String> facts,
        Map<String, String> configuration, Map<String, String> memory) {

    /** Counts the changes of the format that older readers would not understand. */
    public static final int FORMAT = 1;

    private static final String NAME = "solarplant-capture";
    private static final String BEGAN = "began";
    private static final String OFFSET = "offset";
    private static final String FACTS = "facts";
    private static final String CONFIGURATION = "configuration";
    private static final String MEMORY = "memory";

    /** The header as the first line of a file. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty(NAME, FORMAT);
        json.addProperty(BEGAN, began.toString());
        json.addProperty(OFFSET, offset.getId());
        json.add(FACTS, object(facts));
        json.add(CONFIGURATION, object(configuration));
        json.add(MEMORY, object(memory));
        return json;
    }

    /**
     * The header in this line.
     *
     * @throws IllegalArgumentException if it is none, or of a format that is not known
     */
    static CaptureHeader of(Fields line) {
        if (!line.has(NAME)) {
            throw new IllegalArgumentException("this is no capture");
        }
        int format = line.number(NAME, 0, Integer.MAX_VALUE);
        if (format != FORMAT) {
            throw new IllegalArgumentException("a capture of format " + format + ", which this version cannot read");
        }
        try {
            return new CaptureHeader(Instant.parse(line.text(BEGAN)), ZoneOffset.of(line.text(OFFSET)),
                    line.texts(FACTS), line.texts(CONFIGURATION), line.texts(MEMORY));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time of its beginning is none", e);
        }
    }

    private static JsonObject object(Map<String, String> texts) {
        JsonObject object = new JsonObject();
        new TreeMap<>(texts).forEach(object::addProperty);
        return object;
    }
}
