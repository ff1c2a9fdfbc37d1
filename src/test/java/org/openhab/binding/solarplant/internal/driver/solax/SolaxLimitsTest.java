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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettingsTest.Bare;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;

/** How far the settings of SolaX inverters go: by model, by what the user says, and by what was found. */
@NonNullByDefault
@Timeout(60)
class SolaxLimitsTest {

    private static final String G2 = "U50TEST1234567";
    private static final String G3 = "H1E5TEST123456";
    private static final String X1 = "H450TEST123456";
    private static final String X3 = "H34A10TEST1234";
    private static final Map<String, String> SERIALS = Map.of("G2", G2, "G3", G3, "X1", X1, "X3", X3, "MIC1",
            "MC103TTEST1234", "MIC2", "MC806TTEST1234", "BOOST", "XB3TEST1234567", "BOOST4", "XB4TEST1234567");

    private static int most(Map<Metric, Allowed> settings, String metric) {
        return assertInstanceOf(Allowed.Range.class, settings.get(Metrics.of(metric))).max().intValueExact();
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
}
