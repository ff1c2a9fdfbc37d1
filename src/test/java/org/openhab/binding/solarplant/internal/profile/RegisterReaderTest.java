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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.profile.Register.Pace;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;

/** What the reader does with devices that refuse some of what they are asked for. */
@NonNullByDefault
class RegisterReaderTest {

    private static final int BLOCK = 20;

    private final RegisterImage image = new RegisterImage();
    private final RegisterReader reader = new RegisterReader(image, 1, new ReadPlanner(BLOCK, BLOCK, List.of()));

    @Test
    void leavesOutOneBadRegisterAndRemembersIt() throws Exception {
        image.refuse(5);
        Words words = read(u16s(0, 8));
        assertEquals(List.of("0x0000+8", "0x0000+4", "0x0004+4", "0x0004+2", "0x0004+1", "0x0005+1", "0x0006+2"),
                image.asked());
        assertTrue(words.of(u16(4)).isPresent());
        assertFalse(words.of(u16(5)).isPresent());
        assertTrue(words.of(u16(7)).isPresent());

        read(u16s(0, 8));
        assertEquals(List.of("0x0000+5", "0x0006+2"), image.asked(), "no request may touch it any more");
    }

    @Test
    void asksAgainOnANewConnection() throws Exception {
        image.refuse(5);
        read(u16s(0, 8));
        image.allowEverything().reconnect();
        image.asked();
        assertTrue(read(u16s(0, 8)).of(u16(5)).isPresent());
        assertEquals(List.of("0x0000+8"), image.asked());
    }

    @Test
    void forgetsWhenTheConnectionIsRenewedUnderWay() throws Exception {
        image.refuse(5);
        read(u16s(0, 8));
        image.allowEverything().breakSilently();
        assertFalse(read(u16s(0, 8)).of(u16(5)).isPresent(), "still as on the old connection");
        assertTrue(read(u16s(0, 8)).of(u16(5)).isPresent());
    }

    @Test
    void remembersWhatTheFirstPollOfANewConnectionFound() throws Exception {
        image.refuse(5).breakSilently();
        read(u16s(0, 8));
        image.asked();
        read(u16s(0, 8));
        assertEquals(List.of("0x0000+5", "0x0006+2"), image.asked());
    }

    @Test
    void doesNotReachAcrossAGapThatIsRefused() throws Exception {
        image.refuse(6);
        List<Register> wanted = List.of(u16(2), u16(3), u16(8), u16(9));
        read(wanted);
        assertEquals(List.of("0x0002+8", "0x0002+2", "0x0008+2"), image.asked());
        read(wanted);
        assertEquals(List.of("0x0002+2", "0x0008+2"), image.asked());
        read(List.of(u16(3), u16(9)));
        assertEquals(List.of("0x0003+1", "0x0009+1"), image.asked(),
                "whatever else is wanted on both sides");
    }

    @Test
    void findsAGapAndABadRegisterInTheSameBlock() throws Exception {
        image.refuse(1, 6);
        List<Register> wanted = List.of(u16(0), u16(1), u16(8), u16(9));
        read(wanted);
        assertFalse(read(wanted).of(u16(1)).isPresent());
        image.asked();
        assertTrue(read(wanted).of(u16(8)).isPresent());
        assertEquals(List.of("0x0000+1", "0x0008+2"), image.asked());
    }

    @Test
    void keepsLinesOfOneRegisterTogether() throws Exception {
        image.refuse(3);
        List<Register> wanted = List.of(u16(1), register(3, RegisterType.U32), register(3, RegisterType.S32), u16(9));
        Words words = read(wanted);
        assertTrue(words.of(u16(1)).isPresent());
        assertTrue(words.of(u16(9)).isPresent());
        assertFalse(words.of(register(3, RegisterType.S32)).isPresent());
        image.asked();
        read(wanted);
        assertEquals(List.of("0x0001+1", "0x0009+1"), image.asked());
    }

    @Test
    void splitsALastRegisterOfManyLines() throws Exception {
        image.refuse(3);
        assertTrue(read(List.of(u16(1), u16(3), u16(3), u16(3))).of(u16(1)).isPresent());
    }

    @Test
    void complainsIfEverythingIsRefusedAndTriesAllAgainNextTime() {
        image.refuse(0, 1);
        assertEquals(2, assertThrows(Refused.class, () -> read(u16s(0, 2))).code());
        image.asked();
        assertThrows(Refused.class, () -> read(u16s(0, 2)));
        assertEquals(List.of("0x0000+2", "0x0000+1", "0x0001+1"), image.asked());
    }

    @Test
    void complainsAtOnceIfTheDeviceAsAWholeRefuses() {
        image.refuse(5).code(6);
        assertEquals(6, assertThrows(Refused.class, () -> read(u16s(0, 8))).code(), "busy");
        assertEquals(List.of("0x0000+8"), image.asked());
    }

    @Test
    void searchesNoLongerThanOnePollMayTakeAndStillReadsTheRest() throws Exception {
        List<Register> wanted = new ArrayList<>(u16s(0, 20));
        wanted.addAll(u16s(100, 20));
        for (int bad = 0; bad < 20; bad++) {
            image.refuse(bad);
        }
        Words words = read(wanted);
        assertTrue(words.of(u16(119)).isPresent());
        int requests = image.asked().size();
        assertTrue(requests <= 25, requests + " requests");
        int polls = 1;
        do {
            read(wanted);
            polls++;
        } while (image.asked().size() > 1);
        assertTrue(polls <= 6, polls + " polls until all bad registers were found");
    }

    @Test
    void readsBothSpacesApart() throws Exception {
        read(List.of(u16(1), register(RegisterSpace.HOLDING, 1, RegisterType.U16)));
        assertEquals(List.of(RegisterSpace.INPUT, RegisterSpace.HOLDING),
                image.requests.stream().map(Block::space).toList());
    }

    private Words read(List<Register> wanted) throws TransportException, InterruptedException {
        return reader.read(wanted);
    }

    private static List<Register> u16s(int start, int count) {
        List<Register> registers = new ArrayList<>();
        for (int address = start; address < start + count; address++) {
            registers.add(u16(address));
        }
        return registers;
    }

    private static Register u16(int address) {
        return register(address, RegisterType.U16);
    }

    private static Register register(int address, RegisterType type) {
        return register(RegisterSpace.INPUT, address, type);
    }

    private static Register register(RegisterSpace space, int address, RegisterType type) {
        return new Register(1, space, address, type, new Codec.Scaled(Factor.ONE), new Target.OfFact("any"),
                List.of(Decoder.SELF), null, Pace.FULL, Condition.parse(""));
    }
}
