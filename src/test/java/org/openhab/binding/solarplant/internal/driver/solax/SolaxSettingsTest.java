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

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
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

    /** String inverters have another lock, and the oldest do not tell what it is at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MIC1   | power-limit-percent=60 | 6:060F=003C
            MIC2   | export-limit=4000      | 6:065C=0FA0
            MIC2   | power-limit=4000       | 6:0638=0FA0
            BOOST  | export-limit=2000      | 6:0604=07D0
            BOOST4 | power-limit=2000       | 6:0669=07D0
            """)
    void stringInvertersTakeLimits(String family, String setting, String wire) throws Exception {
        Bare image = new Bare(SERIALS.getOrDefault(family, ""));
        try (SolaxRig rig = SolaxRig.of(image, SolaxRig.exporting(30_000, null))) {
            rig.driver.poll(Cadence.FULL);
            rig.requests();
            assertInstanceOf(Outcome.Verified.class, rig.set(setting), setting);
            assertEquals(List.of("6:0600=07DE", wire), rig.writes());
            assertInstanceOf(Outcome.Unchanged.class, rig.set(setting));
            assertEquals(List.of(), rig.writes());
            Order charge = new Order.Charge(rig.device(), LocalTime.NOON, LocalTime.MIDNIGHT, BigDecimal.TEN);
            assertEquals(Refusal.Kind.NOT_SUPPORTED,
                    assertInstanceOf(Outcome.Refused.class, rig.driver.apply(charge)).why().kind());
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

    /** An installer had set 30 kW, which is more than the model is known to take. */
    @ParameterizedTest
    @CsvSource({X3 + ", 3000, 30000, 30010", X1 + ", 30000, 30000, 30001", G3 + ", 30000, 30000, 30001"})
    void whatWasFoundMayBeSetAgain(String serial, int raw, int found, int more) throws Exception {
        Bare image = new Bare(serial);
        image.store.hold(0x00B6, raw);
        try (SolaxRig rig = SolaxRig.of(image)) {
            Reading reading = rig.driver.poll(Cadence.FULL).getFirst();
            assertEquals(Integer.toString(found), SolaxRig.text(reading, "settings#export-limit"));
            assertInstanceOf(Outcome.Verified.class, rig.set("export-limit=0"));
            assertInstanceOf(Outcome.Verified.class, rig.set("export-limit=" + found));
            assertEquals(found, most(rig.driver.settings().values().iterator().next(), "settings#export-limit"));
            assertEquals(Refusal.Kind.OUT_OF_RANGE,
                    assertInstanceOf(Outcome.Refused.class, rig.set("export-limit=" + more)).why().kind());
        }
    }

    /** The largest is what the user says, or what the model takes, or its rated power if that is more. */
    @Test
    void theLargestExportLimit() throws Exception {
        Bare image = new Bare("F450TEST123456");
        image.store.hold(0x00BA, 7000);
        try (SolaxRig rig = SolaxRig.of(image)) {
            rig.driver.poll(Cadence.FULL);
            assertEquals(7000, most(rig.driver.settings().values().iterator().next(), "settings#export-limit"));
        }
        try (SolaxRig rig = SolaxRig.of(image, SolaxRig.exporting(20_000, null))) {
            rig.driver.poll(Cadence.FULL);
            assertEquals(20_000, most(rig.driver.settings().values().iterator().next(), "settings#export-limit"));
        }
    }

    /** The power of ten that the user says, what 100 means then, and what 500 W are. */
    @ParameterizedTest
    @CsvSource({X3 + ", , 1000, 0032", X3 + ", -1, 10, 1388", X3 + ", 0, 100, 01F4", X3 + ", 1, 1000, 0032",
            X1 + ", , 100, 01F4", X1 + ", 1, 1000, 0032", G3 + ", -1, 10, 1388", G2 + ", 1, 1000, 0032"})
    void theScaleOfTheExportLimit(String serial, @Nullable Integer scale, String shown, String word) throws Exception {
        Bare image = new Bare(serial);
        image.store.hold(0x00B6, 100);
        try (SolaxRig rig = SolaxRig.of(image, SolaxRig.exporting(null, scale))) {
            assertEquals(shown, SolaxRig.text(rig.driver.poll(Cadence.FULL).getFirst(), "settings#export-limit"));
            rig.requests();
            assertInstanceOf(Outcome.Verified.class, rig.set("export-limit=500"));
            assertEquals(List.of("6:0000=07DE", "6:0042=" + word), rig.writes());
        }
    }

    /** From protocol 100 on backup goes down to 15 %; before, only where it was found to. */
    @ParameterizedTest
    @CsvSource({"6, 30, 30", "6, 20, 20", "100, 30, 15"})
    void leastStateOfChargeInBackup(int protocol, int found, int least) throws Exception {
        Bare image = new Bare(X3);
        image.store.hold(0x0082, protocol).hold(0x008B, 2).hold(0x0096, 100 << 8 | found);
        try (SolaxRig rig = SolaxRig.of(image)) {
            rig.driver.poll(Cadence.FULL);
            for (String id : List.of("min-state-of-charge", "backup-min-state-of-charge")) {
                Allowed allowed = rig.driver.settings().values().iterator().next()
                        .get(Metrics.of("settings#" + id));
                assertEquals(least, assertInstanceOf(Allowed.Range.class, allowed).min().intValueExact(), id);
            }
        }
    }

    /** 306 % was shown. */
    @Test
    void whatMayNotBeSetIsNotBelieved() throws Exception {
        Bare image = new Bare(X3);
        image.store.hold(0x008B, 0).hold(0x0093, 0xFF00, 306).hold(0x010E, 1024);
        try (SolaxRig rig = SolaxRig.of(image)) {
            Reading reading = rig.driver.poll(Cadence.FULL).getFirst();
            for (String id : List.of("min-state-of-charge", "charge-slot-1-target", "max-state-of-charge")) {
                assertEquals("none", SolaxRig.text(reading, "settings#" + id), id);
            }
            assertEquals(100, most(rig.driver.settings().values().iterator().next(), "settings#max-state-of-charge"));
        }
    }

    /** Serial number, and what may be set: the current in A, of which 20 or 25 are found, and the export in W. */
    @ParameterizedTest
    @CsvSource({"U30TEST1234567, 50, 3000", "L50ETEST123456, 100, 5000", "L50XTEST123456, 20, 5000",
            "H1E30TEST12345, 20, 5000", "XAC36TEST12345, 25, 2500", "H3UE10TEST1234, 25, 15000",
            "F3D8TEST123456, 35, 12000", "PRI5TEST123456, 30, 9200", "H437TEST123456, 30, 7300",
            "H44936TEST1234, 30, 9200", "H34T05TEST1234, 25, 7500", "H34A10TEST1234, 30, 15000",
            "H35A08TEST1234, 50, 8000", "P35A15TEST1234, 50, 15000", "H3BC19TEST1234, 60, 19999",
            "10K0ATEST12345, 25, 10000", "10M06TEST12345, 50, 6000", "8021TEST123456, 80, 60000",
            "F450TEST123456, 25, 6000"})
    void limitsOfEachModel(String serial, int amperes, int watts) throws Exception {
        try (SolaxRig rig = SolaxRig.of(new Bare(serial))) {
            rig.driver.poll(Cadence.FULL);
            Map<Metric, Allowed> settings = rig.driver.settings().values().iterator().next();
            assertEquals(amperes, most(settings, "settings#charge-current-limit"));
            assertEquals(amperes, most(settings, "settings#discharge-current-limit"));
            assertEquals(watts, most(settings, "settings#export-limit"));
        }
    }

    private static int most(Map<Metric, Allowed> settings, String metric) {
        return assertInstanceOf(Allowed.Range.class, settings.get(Metrics.of(metric))).max().intValueExact();
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
