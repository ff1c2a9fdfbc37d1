/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.SolaxStore;
import org.openhab.binding.solarplant.sim.Space;

/** The settings of each SolaX family: which bytes set them (solax.md §3.12), what of each model may be set (§2.3). */
@NonNullByDefault
@Timeout(60)
class SolaxSettingsTest {

    /** An inverter of which there is nothing but its serial number and its settings. */
    static final class Bare implements RegisterImage {
        private final MapImage registers;
        final SolaxStore store;

        Bare(String serial) {
            this(serial, switch (serial.substring(0, 2)) {
                case "U5" -> SolaxStore.g2();
                case "H1" -> SolaxStore.g3();
                case "XB", "MC" -> SolaxStore.mic();
                default -> SolaxStore.hybrid();
            });
        }

        Bare(String serial, SolaxStore store) {
            this.store = store;
            registers = new MapImage().zeros(Space.HOLDING, 0, 0x18F).zeros(Space.INPUT, 0, 0x3FF)
                    .zeros(Space.HOLDING, 0x0300, 0x03FF).zeros(Space.INPUT, 0x0400, 0x047F)
                    .putText(Space.HOLDING, 0, 7, serial);
        }

        @Override
        public OptionalInt read(Space space, int address) {
            store.fill(registers);
            return registers.read(space, address);
        }

        @Override
        public Optional<ExceptionCode> write(Request request) {
            return store.write(request);
        }
    }

    private static final String G2 = "U50TEST1234567";
    private static final String G3 = "H1E5TEST123456";
    private static final String X1 = "H450TEST123456";
    private static final String X3 = "H34A10TEST1234";
    private static final Map<String, String> SERIALS = Map.of("G2", G2, "G3", G3, "X1", X1, "X3", X3, "MIC1",
            "MC103TTEST1234", "MIC2", "MC806TTEST1234", "BOOST", "XB3TEST1234567", "BOOST4", "XB4TEST1234567");

    /** Family, the mode it is in, what is to be set, and the one write that does it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X3 | 0 | work-mode=feed-in-priority      | 6:001F=0001
            X3 | 0 | work-mode=time-of-use           | 6:001F=0005
            X3 | 3 | manual-mode=discharge           | 6:0020=0002
            X3 | 0 | charge-current-limit=20.5       | 6:0024=00CD
            X3 | 0 | discharge-current-limit=30      | 6:0025=012C
            X1 | 0 | export-limit=3000               | 6:0042=0BB8
            X3 | 0 | export-limit=3000               | 6:0042=012C
            X3 | 0 | min-state-of-charge=20          | 6:0061=0014
            X3 | 1 | min-state-of-charge=20          | 6:0065=0014
            X3 | 2 | min-state-of-charge=40          | 6:0067=0028
            X3 | 3 | min-state-of-charge=20          | 6:0061=0014
            X1 | 0 | grid-charge=ON                  | 6:0062=0001
            X1 | 0 | charge-slot-1-target=80         | 6:0063=0050
            X1 | 1 | charge-slot-1-target=80         | 6:0064=0050
            X1 | 2 | charge-slot-1-target=80         | 6:0066=0050
            X3 | 0 | charge-slot-1-start=23:30       | 6:0068=171E
            X3 | 0 | charge-slot-1-end=05:15         | 6:0069=050F
            X3 | 0 | discharge-slot-1-start=17:00    | 6:006A=1100
            X3 | 0 | discharge-slot-1-end=20:45      | 6:006B=142D
            X3 | 0 | second-slots-enabled=ON         | 6:006C=0001
            X3 | 0 | charge-slot-2-start=12:00       | 6:006D=0C00
            X3 | 0 | charge-slot-2-end=13:01         | 6:006E=0D01
            X3 | 0 | discharge-slot-2-start=06:00    | 6:006F=0600
            X3 | 0 | discharge-slot-2-end=07:59      | 6:0070=073B
            X3 | 0 | backup-enabled=ON               | 6:00C4=0001
            X3 | 0 | backup-state-of-charge=60       | 6:00C5=003C
            X3 | 0 | max-state-of-charge=90          | 6:00E0=005A
            X3 | 0 | feed-in-charge-target=80        | 6:0064=0050
            X3 | 0 | feed-in-min-state-of-charge=20  | 6:0065=0014
            X3 | 0 | backup-charge-target=80         | 6:0066=0050
            X3 | 0 | backup-min-state-of-charge=40   | 6:0067=0028
            X3 | 1 | backup-min-state-of-charge=40   | 6:0067=0028
            X3 | 4 | peak-slot-1-start=07:00         | 6:00EA=0700
            X3 | 4 | peak-slot-1-end=09:30           | 6:00EB=091E
            X3 | 4 | peak-slot-2-start=17:05         | 6:00EC=1105
            X3 | 4 | peak-slot-2-end=21:00           | 6:00ED=1500
            X3 | 4 | peak-slot-1-limit=3000          | 6:00EE=012C
            X3 | 4 | peak-slot-2-limit=2000          | 6:00EF=00C8
            X1 | 4 | peak-slot-1-limit=3000          | 6:00EE=0BB8
            X1 | 4 | peak-slot-2-limit=2000          | 6:00EF=07D0
            X3 | 4 | peak-grid-charge=ON             | 6:00F0=0001
            X3 | 4 | peak-charge-power=9000          | 6:00F1=2328
            X1 | 4 | peak-charge-power=3000          | 6:00F1=0BB8
            X3 | 4 | peak-charge-target=70           | 6:00F2=0046
            X3 | 4 | peak-min-state-of-charge=30     | 6:00F3=001E
            G3 | 0 | work-mode=feed-in-priority      | 6:001F=0003
            G3 | 0 | min-state-of-charge=30          | 6:0020=001E
            G3 | 0 | charge-current-limit=15         | 6:0024=0096
            G3 | 0 | discharge-current-limit=15      | 6:0025=0096
            G3 | 0 | charge-slot-1-start=23:30       | 6:0026=1E17
            G3 | 0 | charge-slot-1-end=05:15         | 6:0027=0F05
            G3 | 0 | charge-slot-2-start=12:00       | 6:002A=000C
            G3 | 0 | charge-slot-2-end=13:01         | 6:002B=010D
            G3 | 0 | grid-charge=ON                  | 6:0040=0003
            G3 | 0 | charge-slot-1-grid-charge=ON    | 6:0040=0001
            G3 | 0 | charge-slot-2-grid-charge=ON    | 6:0040=0002
            G3 | 0 | grid-min-state-of-charge=30     | 6:00A7=001E
            G3 | 0 | export-limit=4000               | 6:0042=0FA0
            G3 | 0 | charge-slot-1-target=80         | 6:00A4=0050
            G3 | 0 | charge-slot-2-target=70         | 6:00A5=0046
            G2 | 0 | work-mode=force-time-use        | 6:001F=0001
            G2 | 0 | min-state-of-charge=30          | 6:0020=001E
            G2 | 0 | charge-current-limit=15         | 6:0024=05DC
            G2 | 0 | discharge-current-limit=15      | 6:0025=05DC
            G2 | 0 | charge-slot-1-start=23:30       | 6:0026=1E17
            G2 | 0 | charge-slot-1-end=05:15         | 6:0027=0F05
            G2 | 0 | discharge-slot-1-start=17:00    | 6:0028=0011
            G2 | 0 | discharge-slot-1-end=20:45      | 6:0029=2D14
            G2 | 0 | charge-slot-2-start=12:00       | 6:002A=000C
            G2 | 0 | charge-slot-2-end=13:01         | 6:002B=010D
            G2 | 0 | discharge-slot-2-start=06:00    | 6:002C=0006
            G2 | 0 | discharge-slot-2-end=07:59      | 6:002D=3B07
            G2 | 0 | grid-charge=ON                  | 6:0040=0003
            G2 | 0 | charge-slot-1-grid-charge=ON    | 6:0040=0001
            G2 | 0 | charge-slot-2-grid-charge=ON    | 6:0040=0002
            G2 | 0 | export-limit=2400               | 6:0042=0960
            """)
    void whatIsSetIsOneWriteAndIsReadBack(String family, int mode, String setting, String wire) throws Exception {
        String serial = SERIALS.getOrDefault(family, "");
        Bare image = new Bare(serial);
        image.store.hold(0x008B, mode);
        try (SolaxRig rig = SolaxRig.of(image)) {
            rig.driver.poll(Cadence.FULL);
            rig.requests();
            assertInstanceOf(Outcome.Verified.class, rig.set(setting), setting);
            assertEquals(List.of("6:0000=07DE", wire), rig.writes());
            assertInstanceOf(Outcome.Unchanged.class, rig.set(setting));
            assertEquals(List.of(), rig.writes());
            Reading reading = rig.driver.poll(Cadence.FULL).getFirst();
            String id = "settings#" + setting.substring(0, setting.indexOf('='));
            assertEquals(SolaxRig.setting(setting).value(), reading.values().get(Metrics.of(id)));
        }
    }

    /** What the register held, what is set, and what is written. */
    @ParameterizedTest
    @CsvSource({"2, charge-slot-1-grid-charge=ON, 0003", "3, charge-slot-1-grid-charge=OFF, 0002",
            "1, charge-slot-2-grid-charge=ON, 0003", "3, charge-slot-2-grid-charge=OFF, 0001",
            "1, grid-charge=OFF, 0000"})
    void theOtherSlotStaysAsItIs(int before, String setting, String after) throws Exception {
        Bare image = new Bare(G3);
        image.store.hold(0x00B4, before);
        try (SolaxRig rig = SolaxRig.of(image)) {
            rig.driver.poll(Cadence.FULL);
            rig.requests();
            assertInstanceOf(Outcome.Verified.class, rig.set(setting));
            assertEquals(List.of("6:0000=07DE", "6:0040=" + after), rig.writes());
        }
    }

    @Test
    void bothSlotsInOneOrder() throws Exception {
        try (SolaxRig rig = SolaxRig.of(new Bare(G3))) {
            rig.driver.poll(Cadence.FULL);
            rig.requests();
            assertInstanceOf(Outcome.Verified.class,
                    rig.set("charge-slot-1-grid-charge=ON", "charge-slot-2-grid-charge=ON"));
            assertEquals(List.of("6:0000=07DE", "6:0040=0001", "6:0040=0003"), rig.writes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-limit=15010", "export-limit=15", "charge-current-limit=30.1",
            "min-state-of-charge=9", "work-mode=manual-charge", "charge-slot-1-start=24:00"})
    void nothingIsSentOutOfRange(String setting) throws Exception {
        try (SolaxRig rig = SolaxRig.of(new Bare(X3))) {
            rig.driver.poll(Cadence.FULL);
            assertEquals(Refusal.Kind.OUT_OF_RANGE,
                    assertInstanceOf(Outcome.Refused.class, rig.set(setting)).why().kind());
            assertEquals(List.of(), rig.writes());
        }
    }

    @Test
    void theModeOfNowDecidesWhereItGoes() throws Exception {
        Bare image = new Bare(X3);
        try (SolaxRig rig = SolaxRig.of(image)) {
            rig.driver.poll(Cadence.FULL);
            // somebody else changes it after the poll
            image.store.hold(0x008B, 2);
            assertInstanceOf(Outcome.Verified.class, rig.set("min-state-of-charge=50"));
            assertEquals(List.of("6:0000=07DE", "6:0067=0032"), rig.writes());
        }
    }

    @Test
    void strangersAreToldNothing() throws Exception {
        try (SolaxRig rig = SolaxRig.of(new Bare(X3))) {
            assertEquals(Map.of(), rig.driver.settings(), "nobody is known yet");
            assertEquals(Refusal.Kind.NOT_CONNECTED,
                    assertInstanceOf(Outcome.Refused.class, rig.set("grid-charge=ON")).why().kind());
            assertEquals(List.of(), rig.writes());
        }
    }
}
