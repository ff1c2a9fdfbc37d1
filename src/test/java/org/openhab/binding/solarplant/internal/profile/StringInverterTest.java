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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** MIC, Boost, Mini, Smart and MAX (solax.md §3.6, §3.7). Values invented where no source is named. */
@NonNullByDefault
class StringInverterTest {

    private final TestInverter mic1 = new TestInverter("mic", "phases=3 trackers=2 generation=1");
    private final TestInverter mic2 = new TestInverter("mic", "phases=3 trackers=3 generation=2 rated=30000");
    private final TestInverter mini = new TestInverter("mic", "phases=1 trackers=2 generation=2");
    private final TestInverter g4 = new TestInverter("mic-g4", "phases=1 trackers=2 generation=4");
    private final TestInverter max = new TestInverter("max", "phases=3 trackers=4 rated=100000");

    @Test
    void readsGeneration1() {
        // RTU answer of solax.md §8: 240.2 V, 166.6 V, 5.4 A, 7.8 A, 239.8 / 239.7 / 239.6 V
        mic1.put(0x0400, 0x0962, 0x0682, 0x0036, 0x004E, 0x095E, 0x095D, 0x095C);
        mic1.put(0x0407, 5001).put(0x040A, 41, 42, 43, 38, 3011, 2, 1003, 1004, 1005).put(0x0414, 1290, 1300);
        assertEquals("240.2", mic1.value("pv#string-1-voltage"));
        assertEquals("166.6", mic1.value("pv#string-2-voltage"));
        assertEquals("5.4", mic1.value("pv#string-1-current"));
        assertEquals("7.8", mic1.value("pv#string-2-current"));
        assertEquals("239.8", mic1.value("output#l1-voltage"));
        assertEquals("239.7", mic1.value("grid#l2-voltage"));
        assertEquals("239.6", mic1.value("output#l3-voltage"));
        assertEquals("50.01", mic1.value("grid#frequency"));
        assertEquals("4.3", mic1.value("output#l3-current"));
        assertEquals("38", mic1.value("status#temperature"));
        assertEquals("3011", mic1.value("output#power"));
        assertEquals("normal", mic1.value("status#run-mode"));
        assertEquals("1004", mic1.value("output#l2-power"));
        assertEquals("2590", mic1.value("pv#power"));
    }

    @Test
    void scalesTheYieldByGeneration() {
        mic1.put(0x0423, 3930, 5, 12345, 0);
        assertEquals("331.61", mic1.value("energy#output-total"));
        assertEquals("331.61", mic1.value("energy#pv-total"));
        assertEquals("12.345", mic1.value("energy#pv-today"));
        mic2.put(0x0423, 3930, 5, 123, 0);
        assertEquals("33161", mic2.value("energy#output-total"));
        assertEquals("12.3", mic2.value("energy#output-today"));
    }

    @Test
    void findsTheMeterOfGeneration1ByWhatItCounted() {
        mic1.put(0x040E, 3000).put(0x0435, 2500, 0, 47644, 31);
        assertEquals("", mic1.parts());
        assertEquals(TestInverter.MISSING, mic1.value("grid#power"));
        assertEquals(TestInverter.MISSING, mic1.value("load#power"));
        mic1.put(0x0439, 50010, 5, 310, 40).put(0x0425, 12345, 0);
        assertEquals("meter-1", mic1.parts());
        assertEquals("-2500", mic1.value("grid#power"));
        assertEquals("-2500", mic1.meter(1, "meter#power"));
        assertEquals("500", mic1.value("load#power"));
        assertEquals("20792.6", mic1.value("energy#export-total"));
        assertEquals("3776.9", mic1.meter(1, "meter#import-total"));
        assertEquals("9.645", mic1.value("energy#load-today"), "12.345 + 0.4 − 3.1");
    }

    @Test
    void readsGeneration2() {
        mic2.put(0x040E, 3000).put(0x0414, 1000, 1100).put(0x0429, 3500, 30, 1050);
        mic2.put(0x043B, 0xFD2D, 0xFFFF, 47644, 31, 50010, 5).put(0x0704, 0xFF9C, 0xFFFF, 100, 0, 0, 0);
        assertEquals("350", mic2.value("pv#string-3-voltage"));
        assertEquals("3", mic2.value("pv#string-3-current"));
        assertEquals("3150", mic2.value("pv#power"));
        assertEquals("723", mic2.value("grid#power"));
        assertEquals("3723", mic2.value("load#power"));
        assertEquals("20792.6", mic2.meter(1, "meter#export-total"));
        assertEquals("3776.9", mic2.value("energy#import-total"));
        assertEquals("100", mic2.value("grid#l1-power"));
        assertEquals("-100", mic2.meter(1, "meter#l2-power"));
        assertEquals(TestInverter.MISSING, mic2.value("energy#export-today"));
    }

    @Test
    void readsOnePhaseOfGeneration2() {
        mini.put(0x0404, 2301, 9, 9, 5001).put(0x040A, 65).put(0x040D, 0xFFFB).put(0x040E, 1500);
        assertEquals("230.1", mini.value("output#l1-voltage"));
        assertEquals(TestInverter.MISSING, mini.value("output#l2-voltage"));
        assertEquals("6.5", mini.value("output#l1-current"));
        assertEquals("-5", mini.value("status#temperature"));
        assertEquals("1500", mini.value("output#power"));
    }

    @Test
    void namesBitsThatNoDocumentNames() {
        mic2.put(0x0427, 1 << 3, 1).put(0x042F, 2).put(0x040F, 7);
        assertEquals("inverter bit 3, inverter bit 16, manager bit 1", mic2.value("status#fault"));
        assertEquals("65544", mic2.value("status#fault-code"));
        assertEquals("unknown (7)", mic2.value("status#run-mode"));
        assertEquals(TestInverter.MISSING, mic1.value("status#fault"));
    }

    @Test
    void readsGeneration4() {
        g4.put(0x0400, 2301).put(0x0403, 65).put(0x0406, 5002, 0, 1200, 1500, 3500, 3400, 9, 30, 20, 9, 900, 650, 9);
        g4.put(0x0413, 41, 40, 7).put(0x042B, 3930, 5).put(0x042F, 500, 0, 200, 0).put(0x0437, 68);
        assertEquals("230.1", g4.value("output#l1-voltage"));
        assertEquals("6.5", g4.value("output#l1-current"));
        assertEquals("50.02", g4.value("grid#frequency"));
        assertEquals("1500", g4.value("output#power"));
        assertEquals("-1200", g4.value("grid#power"));
        assertEquals("300", g4.value("load#power"));
        assertEquals("350", g4.value("pv#string-1-voltage"));
        assertEquals("2", g4.value("pv#string-2-current"));
        assertEquals("650", g4.value("pv#string-2-power"));
        assertEquals("1550", g4.value("pv#power"));
        assertEquals(TestInverter.MISSING, g4.value("pv#string-3-power"));
        assertEquals("41", g4.value("status#temperature"));
        assertEquals("off-grid", g4.value("status#run-mode"));
        assertEquals("33161", g4.value("energy#output-total"));
        assertEquals("50", g4.value("energy#export-total"));
        assertEquals("20", g4.meter(1, "meter#import-total"));
        assertEquals("6.8", g4.value("energy#pv-today"));
    }

    @Test
    void readsMax() {
        max.put(0x1001, 2301, 1234, 0x8CA0, 0x0001, 5001, 2302, 1235, 0x8CA0, 0x0001, 0, 2303, 1236, 0x8CA0, 0x0001);
        max.put(0x1010, 6000, 1012, 6070, 0, 6010, 1013, 6080, 0, 6020, 1014, 6090, 0, 45, 3).put(0x103E, 6030, 1015,
                6100);
        assertEquals("230.1", max.value("output#l1-voltage"));
        assertEquals("230.3", max.value("grid#l3-voltage"));
        assertEquals("12.35", max.value("output#l2-current"));
        assertEquals("10153.6", max.value("output#l3-power"));
        assertEquals("30460.8", max.value("output#power"));
        assertEquals("50.01", max.value("grid#frequency"));
        assertEquals("601", max.value("pv#string-2-voltage"));
        assertEquals("10.15", max.value("pv#string-4-current"));
        assertEquals("24340", max.value("pv#power"));
        assertEquals("45", max.value("status#temperature"));
        assertEquals("normal", max.value("status#run-mode"));
    }
}
