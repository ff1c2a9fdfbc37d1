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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.profile.ReadPlanner.Request;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;

/** How many requests a poll costs (solax.md §4.1). */
@NonNullByDefault
class ReadPlannerTest {

    private static final String X1_G4 = "phases=1 trackers=2 generation=4 protocol=8 battery=1 bms=1";
    private static final String X3_G4 = "phases=3 trackers=2 generation=4 protocol=8 battery=1 bms=1";
    private static final String METERS = " meter-1=1 meter-2=1";

    @ParameterizedTest
    @ValueSource(strings = {X1_G4, X3_G4, "phases=1 trackers=0 generation=4 protocol=101 battery=1 bms=1",
            "phases=3 trackers=2 generation=4 protocol=101 battery=1 bms=1"})
    void asksGeneration4Once(String model) throws ProfileException {
        assertEquals(List.of("0x0000+84"), plan("hybrid", model, Cadence.FAST));
    }

    @Test
    void asksForTheWholeInverterTwice() throws ProfileException {
        assertEquals(List.of("0x0000+84", "0x006A+86"), plan("hybrid", X3_G4 + " remote=0", Cadence.FULL));
        assertEquals(List.of("0x0000+84", "0x008E+50"), plan("hybrid", X1_G4 + " remote=0", Cadence.FULL),
                "one phase needs none of 0x6A to 0x87");
    }

    @Test
    void asksForMetersAndRemoteControlWithAThirdRequest() throws ProfileException {
        assertEquals(List.of("0x0000+84", "0x006A+99", "0x00CE+76"), plan("hybrid", X3_G4 + METERS, Cadence.FULL));
        assertEquals(List.of("0x0000+84", "0x008E+64", "0x0100+26"), plan("hybrid", X1_G4 + METERS, Cadence.FULL));
    }

    @Test
    void asksWhatAHybridIsSetToWithTwoMore() throws ProfileException {
        assertEquals(List.of("0x0000+84", "0x006A+99", "0x00CE+76", "0x008B+44", "0x010E+75"),
                plan("hybrid", X3_G4 + METERS, Cadence.WHOLE));
        assertEquals(List.of("0x0000+84", "0x008E+69", "0x008B+44", "0x010B+8"),
                plan("g3", "phases=1 trackers=2 battery=1 bms=1", Cadence.WHOLE));
        assertEquals(List.of("0x0000+84", "0x0070+32", "0x008B+44"), plan("g2", "phases=1", Cadence.WHOLE));
    }

    @Test
    void asksFastForASecondGenerator() throws ProfileException {
        assertEquals(List.of("0x0000+84", "0x00A8+2"), plan("hybrid", X3_G4 + " meter-2=1", Cadence.FAST),
                "the house's load is not known without it");
    }

    @Test
    void asksNewerThreePhaseInvertersForTheirPhases() throws ProfileException {
        assertEquals(List.of("0x0000+84", "0x006C+9"),
                plan("hybrid", "phases=3 trackers=2 generation=5 protocol=100 battery=1 bms=1", Cadence.FAST));
        assertEquals(List.of("0x0000+84", "0x006C+9", "0x0124+10"),
                plan("hybrid", "phases=3 trackers=3 generation=6 protocol=100 battery=1 bms=1 battery-2=1",
                        Cadence.FAST),
                "third string and second battery");
    }

    /**
     * The numbers of solax.md §4.1 are in the comments. Ours are lower where the document also counts registers that
     * feed no channel: lock state, DC bus voltage, running hours, charging from AC and the limits of remote control. G3
     * with three phases needs one more, since here it also reads the cells.
     */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            hybrid, phases=1 trackers=2 generation=4 protocol=8,                50, 5 # 6
            hybrid, phases=1 trackers=2 generation=4 protocol=8,                64, 4 # 5
            hybrid, phases=1 trackers=2 generation=4 protocol=8,               100, 3 # 3
            hybrid, phases=1 trackers=2 generation=4 protocol=8,               125, 3 # 3
            hybrid, phases=3 trackers=2 generation=4 protocol=8,                50, 5 # 6
            hybrid, phases=3 trackers=2 generation=4 protocol=8,                64, 5 # 5
            hybrid, phases=3 trackers=2 generation=4 protocol=8,               100, 3 # 3
            hybrid, phases=3 trackers=2 generation=4 protocol=8,               120, 3 # 3
            hybrid, phases=1 trackers=3 generation=5 protocol=100 battery-2=1,  50, 6 # 7
            hybrid, phases=1 trackers=3 generation=5 protocol=100 battery-2=1,  64, 6 # 6
            hybrid, phases=1 trackers=3 generation=5 protocol=100 battery-2=1, 100, 4 # 5
            hybrid, phases=1 trackers=3 generation=5 protocol=100 battery-2=1, 120, 4 # 4
            hybrid, phases=3 trackers=3 generation=5 protocol=100 battery-2=1,  50, 7 # 7
            hybrid, phases=3 trackers=3 generation=5 protocol=100 battery-2=1,  64, 6 # 6
            hybrid, phases=3 trackers=3 generation=5 protocol=100 battery-2=1, 100, 4 # 5
            hybrid, phases=3 trackers=3 generation=5 protocol=100 battery-2=1, 120, 4 # 4
            hybrid, phases=3 trackers=3 generation=6 protocol=100 battery-2=1,  50, 6 # 7
            hybrid, phases=3 trackers=3 generation=6 protocol=100 battery-2=1, 100, 4 # 5
            hybrid, phases=3 trackers=3 generation=6 protocol=100 battery-2=1, 120, 4 # 4
            g3,     phases=1 trackers=2 generation=3,                          100, 2 # 2
            g3,     phases=3 trackers=2 generation=3,                          100, 3 # 2
            g3,     phases=3 trackers=2 generation=3,                          120, 2 # 2
            """)
    void needsFewRequestsWhateverTheLimit(String profile, String model, int limit, String count)
            throws ProfileException {
        RegisterMap map = map(profile, model + " battery=1 bms=1" + METERS);
        // of what it measures; its settings lie in the other space
        List<Register> measured = map.wanted(Cadence.FULL).stream()
                .filter(register -> register.space() == RegisterSpace.INPUT).toList();
        assertEquals(Integer.parseInt(count.substring(0, 1)),
                new ReadPlanner(limit, limit, List.of()).plan(measured, RegisterTransport.MOST_REGISTERS).size());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            g3     | phases=1 trackers=2 battery=1 bms=1               | 0x0000+84 | 0x0000+84, 0x008E+69, 0x00A6+1
            g3     | phases=3 trackers=2 battery=1 bms=1               | 0x0000+84 | 0x0000+84, 0x006A+80, 0x00CF+4, 0x00A6+1
            g2     | phases=1                                | 0x0000+84 | 0x0000+84, 0x0070+32
            mic    | phases=3 trackers=2 generation=1        | 0x040E+8  | 0x0400+59
            mic    | phases=3 trackers=2 generation=1 meter-1=1 | 0x040E+41 | 0x0400+61
            mic    | phases=3 trackers=3 generation=2 meter-1=1 | 0x040E+47 | 0x0400+65, 0x0704+6
            mic    | phases=1 trackers=2 generation=2 meter-1=1 | 0x040E+47 | 0x0400+65
            mic-g4 | phases=1 trackers=3 meter-1=1           | 0x0408+14 | 0x0400+56
            max    | phases=3 trackers=4                     | 0x1003+62 | 0x1001+64
            """)
    void asksOtherFamiliesAsLittle(String profile, String model, String fast, String full) throws ProfileException {
        assertEquals(fast, String.join(", ", plan(profile, model, Cadence.FAST)));
        assertEquals(full, String.join(", ", plan(profile, model, Cadence.FULL)));
    }

    private static List<String> plan(String profile, String model, Cadence cadence) throws ProfileException {
        RegisterMap map = map(profile, model);
        return ReadPlanner.of(map.profile()).plan(map.wanted(cadence), RegisterTransport.MOST_REGISTERS).stream()
                .map(Request::block)
                .map(block -> "0x%04X+%d".formatted(block.start(), block.count())).toList();
    }

    private static RegisterMap map(String profile, String model) throws ProfileException {
        return new ProfileStore().profile("solax", profile).variant(TestInverter.facts(model));
    }
}
