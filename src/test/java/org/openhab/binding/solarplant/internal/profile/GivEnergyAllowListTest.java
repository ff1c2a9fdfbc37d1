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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** Nothing can be written but what givenergy.md §5.2 lets users write, copied here by hand, and only within its range. */
@NonNullByDefault
class GivEnergyAllowListTest {

    private static final Set<Integer> SINGLE_PHASE = Set.of(20, 27, 29, 31, 32, 35, 36, 37, 38, 39, 40, 44, 45, 50, 56,
            57, 59, 94, 95, 96, 110, 111, 112, 114, 116, 163, 166);
    private static final Set<Integer> SLOTS_3_TO_10 = Set.of(246, 247, 249, 250, 252, 253, 255, 256, 258, 259, 261, 262,
            264, 265, 267, 268, 276, 277, 279, 280, 282, 283, 285, 286, 288, 289, 291, 292, 294, 295, 297, 298);
    /** Per slot: which state of charge is enough. Other clients write all of them, the vendor's app those of its models. */
    private static final Set<Integer> TARGETS = Set.of(242, 245, 248, 251, 254, 257, 260, 263, 266, 269, 272, 275, 278,
            281, 284, 287, 290, 293, 296, 299);
    private static final Set<Integer> RATES = Set.of(313, 314);
    private static final Set<Integer> AC_BLOCK = Set.of(311, 313, 314, 317);
    private static final Set<Integer> PAUSE = Set.of(318, 319, 320);
    private static final Set<Integer> NOT_ON_THREE_PHASE = Set.of(31, 32, 44, 45, 56, 57, 94, 95, 96, 110, 116);
    private static final Set<Integer> THREE_PHASE = Set.of(1078, 1109, 1111, 1112, 1113, 1114, 1115, 1116, 1118, 1119,
            1120, 1121, 1122, 1123, 1105, 1108, 1110);

    /** Registers that no line may ever write: they act at once, calibrate, or are the clock, which goes another way. */
    private static final Set<Integer> NEVER_AS_A_SETTING = Set.of(29, 35, 36, 37, 38, 39, 40, 163, 166);

    /** The owner's code and firmware, what may be written, and how many settings that makes. */
    @ParameterizedTest
    @CsvSource({"2001, 449, single, 17", "2001, 920, single, 17", "2001, 302, single, 17", "2001, 303, ten, 69",
            "2001, 312, ten pause, 72",
            "2101, 449, single, 17", "2204, 1, single, 17", "3001, 282, ac, 24", "8001, 612, ac ten, 76",
            "8101, 1, ten, 69", "8301, 1, ten, 69", "4004, 1, three, 20", "4101, 1, three, 20", "6001, 1, three, 20",
            "8201, 1, three ten, 72", "5001, 1036, ems, 29", "5101, 1, ems, 29", "7001, 1, gateway ten, 72"})
    void writesOnlyWhatTheModelLetsUsersWrite(String code, int arm, String groups, int count) throws Exception {
        Set<Integer> allowed = allowed(groups);
        RegisterMap map = map(code, arm);
        Set<Integer> written = new TreeSet<>(
                map.writables().values().stream().map(writable -> writable.write().address()).toList());
        assertEquals(count, map.writables().size());
        assertEquals(count, written.size(), "each setting has a register of its own");
        assertTrue(allowed.containsAll(written), () -> written + " is more than " + new TreeSet<>(allowed));
        assertTrue(written.stream().noneMatch(NEVER_AS_A_SETTING::contains));
        assertTrue(map.writables().values().stream().allMatch(
                writable -> writable.write().function() == WriteFunction.SINGLE
                        && writable.write().address() == writable.read().address()
                        && writable.read().type() == RegisterType.U16),
                "what is written is read at the same place");
    }

    @Test
    void thePauseNeedsThePageInWhichItLies() throws Exception {
        RegisterMap without = profile("single-phase-settings").variant(Map.of("phases", 1, "ac-block", 0));
        assertTrue(without.writables().values().stream().noneMatch(one -> one.write().address() >= 240));
    }

    /** Whatever a user may want: what is written is in the list of the model and in the range of its register. */
    @ParameterizedTest
    @ValueSource(strings = {"2001 449 single", "2001 310 ten", "3001 282 ac", "8001 612 ac ten", "4004 1 three",
            "8201 1 three ten", "5001 1036 ems", "7001 1 gateway ten"})
    void nothingElseIsEverWritten(String model) throws Exception {
        String[] words = model.split(" ", 3);
        Set<Integer> allowed = allowed(words[2]);
        RegisterMap map = map(words[0], Integer.parseInt(words[1]));
        Random random = new Random(5);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            Value value = value(random);
            for (Writable writable : map.writables().values()) {
                if (writable.allowed().permits(value)) {
                    int[] sent = writable.write().words(value, map.profile().wordOrder(), 0).orElseThrow();
                    assertEquals(1, sent.length);
                    int address = writable.write().address();
                    assertTrue(allowed.contains(address));
                    assertTrue(sent[0] >= 0 && sent[0] <= most(address, writable.allowed()),
                            address + " = " + sent[0]);
                    assertFalse((address == 313 || address == 314) && sent[0] == 0, "is refused by the hardware");
                    seen.add(address);
                }
            }
        }
        assertEquals(map.writables().size(), seen.size(), "each was written at some time");
    }

    private static int most(int address, Allowed allowed) {
        return switch (allowed) {
            case Allowed.OnOff onOff -> 1;
            case Allowed.TimeOfDay time -> 2359;
            case Allowed.Words list -> address == 311 ? 2 : 3;
            case Allowed.Range range -> address == 2071 ? 65_535 : address == 111 || address == 112 ? 50 : 100;
        };
    }

    private static Value value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Value.Switch(random.nextBoolean());
            case 1 -> new Value.Amount(BigDecimal.valueOf(random.nextInt(-300, 70_000), random.nextInt(3)));
            case 2 -> new Value.Amount(BigDecimal.valueOf(random.nextInt(110)));
            case 3 -> new Value.Text("%02d:%02d".formatted(random.nextInt(26), random.nextInt(64)));
            default -> new Value.Text(List.of("off", "pause-charge", "pause-both", "load-first", "grid-first", "eco",
                    "1", "", "24:00", "unknown (7)").get(random.nextInt(10)));
        };
    }

    private static Set<Integer> allowed(String groups) {
        Set<Integer> allowed = new HashSet<>();
        for (String group : groups.split(" ")) {
            switch (group) {
                case "single" -> allowed.addAll(SINGLE_PHASE);
                case "ten" -> {
                    allowed.addAll(groups.startsWith("three") ? Set.of() : SINGLE_PHASE);
                    allowed.addAll(SLOTS_3_TO_10);
                    allowed.addAll(TARGETS);
                }
                case "pause" -> allowed.addAll(PAUSE);
                case "gateway" -> List.of(SINGLE_PHASE, RATES, PAUSE).forEach(allowed::addAll);
                case "ac" -> List.of(SINGLE_PHASE, AC_BLOCK, PAUSE).forEach(allowed::addAll);
                case "three" -> {
                    allowed.addAll(SINGLE_PHASE);
                    allowed.removeAll(NOT_ON_THREE_PHASE);
                    allowed.addAll(THREE_PHASE);
                }
                default -> {
                    allowed.add(2040);
                    IntStream.rangeClosed(2044, 2071).forEach(allowed::add);
                }
            }
        }
        return allowed;
    }

    private static RegisterMap map(String code, int arm) throws ProfileException {
        Model model = new ProfileStore().models("givenergy").find(code).orElseThrow();
        Map<String, Integer> facts = new HashMap<>(model.facts());
        if (code.startsWith("20") && arm / 100 == 3 && arm > 302) {
            facts.put("ten-slots", 1);
            facts.put("pause", arm >= 312 ? 1 : 0);
        }
        if (facts.getOrDefault("ac-block", 0) == 1) {
            facts.put("pause", 1);
        }
        return profile(model.profile() + "-settings").variant(facts);
    }

    private static Profile profile(String id) throws ProfileException {
        return new ProfileStore().profile("givenergy", id);
    }
}
