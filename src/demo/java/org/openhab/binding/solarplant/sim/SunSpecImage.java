/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The registers of an invented SunSpec inverter with three phases, as the public SunSpec information models lay them out.
 * Each model is put behind the one before, so that their addresses follow from their lengths alone.
 */
@NonNullByDefault
public final class SunSpecImage {
    private static final int BASE = 40_000;
    /** "Not implemented" of int16 and sunssf, and of uint16 and enum16. */
    private static final int NO_NUMBER = 0x8000;
    private static final int NO_COUNT = 0xFFFF;
    private static final int END = 0xFFFF;
    private static final int COMMON = 1;
    private static final int INVERTER = 103;
    private static final int NAMEPLATE = 120;
    private static final int TRACKERS = 160;
    private static final int STORAGE = 124;
    /** The models of settings between the nameplate and the trackers, which nobody reads here. */
    private static final Map<Integer, Integer> LENGTHS = Map.of(121, 30, 122, 44, 123, 24);

    private final MapImage image = new MapImage().putText(Space.HOLDING, BASE, 2, "SunS");
    private int next = BASE + 2;

    private SunSpecImage() {}

    /** An inverter without a battery that has nothing but models 1 and 103. */
    public static MapImage plain(String serial) {
        return new SunSpecImage().common(serial).inverter().end();
    }

    /** A hybrid inverter of 10 kW with two PV strings and a battery. */
    public static MapImage hybrid(String serial) {
        SunSpecImage all = new SunSpecImage().common(serial).inverter().nameplate();
        LENGTHS.keySet().stream().sorted().forEach(id -> all.model(id, new int[LENGTHS.get(id)]));
        return all.trackers().storage().end();
    }

    private SunSpecImage common(String serial) {
        int start = next + 2;
        // with the pad that makes the length even
        model(COMMON, new int[66]);
        image.putText(Space.HOLDING, start, 16, "Sunny Works").putText(Space.HOLDING, start + 16, 16, "SW 10.0-3");
        image.putText(Space.HOLDING, start + 40, 8, "1.7.3").putText(Space.HOLDING, start + 48, 16, serial);
        return this;
    }

    private SunSpecImage inverter() {
        // 7.58 A, 7.61 A and 7.55 A; 230.1 V, 229.8 V and 231 V; 5230 W, told in tens
        return model(INVERTER, 2274, 758, 761, 755, -2, NO_COUNT, NO_COUNT, NO_COUNT, 2301, 2298, 2310, -1, 523, 1,
                // 49.99 Hz; no apparent power, reactive power and power factor; 12345678 Wh
                4999, -2, NO_NUMBER, NO_NUMBER, NO_NUMBER, NO_NUMBER, NO_NUMBER, NO_NUMBER, 12345678 >> 16, 12345678, 0,
                // 5391 W from the PV; 41.3 degrees in the cabinet; MPPT; no events
                NO_COUNT, NO_NUMBER, NO_COUNT, NO_NUMBER, 5391, 0, 413, NO_NUMBER, NO_NUMBER, NO_NUMBER, -1, 4,
                NO_COUNT,
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private SunSpecImage nameplate() {
        // a photovoltaic inverter with storage, 10 kW, told in hundreds
        return model(NAMEPLATE, 82, 100, 2, 100, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private SunSpecImage trackers() {
        int[] words = new int[48];
        // A in hundredths, V in tenths, W as they are; two trackers
        System.arraycopy(new int[]{-2, -1, 0, 0, 0, 0, 2, 0}, 0, words, 0, 8);
        // behind its number and its name: 8.21 A, 402.5 V, 3305 W
        System.arraycopy(new int[]{821, 4025, 3305}, 0, words, 17, 3);
        System.arraycopy(new int[]{532, 3921, 2086}, 0, words, 37, 3);
        return model(TRACKERS, words);
    }

    private SunSpecImage storage() {
        // 12 % in reserve, 63.5 % charged, no amperehours, 51.2 V, charging, from the PV only
        return model(STORAGE, 5000, 100, 100, 0, NO_COUNT, 1200, 635, NO_COUNT, 512, 4, 10000, 10000, 0, 0, 0, 0, 0, 0,
                NO_NUMBER, -2, -1, NO_NUMBER, -1, -2);
    }

    private MapImage end() {
        return image.put(Space.HOLDING, next, END, 0);
    }

    private SunSpecImage model(int id, int... words) {
        image.put(Space.HOLDING, next, id, words.length);
        for (int i = 0; i < words.length; i++) {
            image.put(Space.HOLDING, next + 2 + i, words[i]);
        }
        next += 2 + words.length;
        return this;
    }
}
