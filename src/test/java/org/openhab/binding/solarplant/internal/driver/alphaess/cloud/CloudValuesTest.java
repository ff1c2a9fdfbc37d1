/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.BATTERY;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.PV_METER;
import static org.openhab.binding.solarplant.internal.driver.alphaess.cloud.DriverRig.SYSTEM;
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.CloudFault;

/** Every field of an answer on its metric. The bodies have the shapes of alphaess.md §1.5 and invented numbers. */
@NonNullByDefault
@Timeout(60)
class CloudValuesTest {

    private static final String POWER = """
            {"ppv":4210.0,"ppvDetail":{"ppv1":2010.0,"ppv2":1900.0,"ppv3":0.0,"ppv4":null,"pmeterDc":300},"soc":63.2,
            "pev":0,"pevDetail":{"ev1Power":null,"ev2Power":null,"ev3Power":null,"ev4Power":null},
            "prealL1":3100.0,"prealL2":0.0,"prealL3":0.0,"pgrid":-1500.0,
            "pgridDetail":{"pmeterL1":-1500.0,"pmeterL2":0.0,"pmeterL3":0.0},"pload":1610.0,"pbat":-1100.0}""";
    private static final String ENERGY = """
            {"sysSn":"AL7000000000001","theDate":"2026-06-01","eCharge":4.20,"epv":11.6,"eOutput":3.1,"eInput":0.45,
            "eGridCharge":0.1,"eDischarge":2.05,"eChargingPile":1.5}""";

    private final DriverRig rig;

    CloudValuesTest() throws Exception {
        rig = new DriverRig().listed();
    }

    @BeforeEach
    void saysWhatTheTestKnows() {
        rig.onlySays(Map.of("getLastPowerData", POWER, "getOneDateEnergyBySn", ENERGY, "getSumDataForCustomer",
                "{\"epvtoday\":11.6,\"epvtotal\":5234.8,\"eload\":6.8,\"eselfConsumption\":0.47,"
                        + "\"todayIncome\":1.25,\"totalIncome\":480.50,\"moneyType\":\"€\"}"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aFullPollTellsAllThatTheCloudKnows() throws Exception {
        Reading reading = rig.full().getFirst();
        assertEquals(Source.CLOUD, reading.source());
        assertEquals(Cadence.FULL, reading.cadence());
        assertEquals(0, reading.rejected());
        assertEquals(
                Map.of("vendor", "AlphaESS", "serialNumber", SERIAL, "modelId", "SMILE5-INV", "ratedPower", "5000 W",
                        "pvPeakPower", "9000 W"),
                reading.device().properties());
        Map<String, String> expected = new HashMap<>(Map.of("pv#power", "4210", "pv#string-1-power", "2010",
                "pv#string-2-power", "1900", "pv#string-3-power", "0", "grid#power", "-1500", "grid#import-power",
                "0", "grid#export-power", "1500", "grid#l1-power", "-1500", "grid#l2-power", "0", "grid#l3-power",
                "0"));
        expected.putAll(Map.of("battery#power", "-1100", "battery#charge-power", "1100", "battery#discharge-power", "0",
                "battery#state-of-charge", "63.2", "battery#capacity", "13.34", "load#power", "1610", "output#power",
                "3100", "output#l1-power", "3100", "output#l2-power", "0", "output#l3-power", "0"));
        expected.putAll(Map.of("energy#pv-today", "11.6", "energy#import-today", "0.45", "energy#export-today", "3.1",
                "energy#charge-today", "4.2", "energy#discharge-today", "2.05", "energy#load-today", "6.8",
                "energy#pv-total", "5234.8", "status#fault", "none"));
        expected.putAll(Map.of("energy#grid-charge-today", "0.1", "status#ems-status", "Normal",
                "battery#usable-capacity", "13.34", "battery#usable-share", "100", "energy#income-today", "1.25",
                "energy#income-total", "480.5", "energy#currency", "€"));
        assertEquals(expected, rig.values(SYSTEM));
    }

    @Test
    void theBatteryIsADeviceOfItsOwn() throws Exception {
        rig.full();
        Reading battery = rig.reading(BATTERY).orElseThrow();
        assertEquals(SYSTEM, battery.device().owner());
        assertEquals(Map.of("vendor", "AlphaESS", "modelId", "SMILE-BAT-13.3P"), battery.device().properties());
        assertEquals(Map.of("battery#power", "-1100", "battery#charge-power", "1100", "battery#discharge-power", "0",
                "battery#state-of-charge", "63.2", "battery#capacity", "13.34", "battery#remaining-capacity", "8.43",
                "battery#usable-capacity", "13.34", "battery#usable-share", "100"),
                rig.values(BATTERY));
    }

    @Test
    void theMeterOfOtherGeneratorsIsADeviceOnceItHasMeasuredSomething() throws Exception {
        rig.full();
        assertEquals(Map.of("meter#power", "300", "meter#import-power", "300", "meter#export-power", "0"),
                rig.values(PV_METER));
        rig.says("getLastPowerData", POWER.replace("\"pmeterDc\":300", "\"pmeterDc\":0"));
        rig.pass(60);
        rig.fast();
        assertEquals("0", rig.value(PV_METER, "meter#power"));
    }

    @Test
    void aSystemWithoutThatMeterHasNone() throws Exception {
        rig.says("getLastPowerData", POWER.replace("\"pmeterDc\":300", "\"pmeterDc\":0.0"));
        rig.full();
        assertEquals(Optional.empty(), rig.reading(PV_METER));
    }

    /** 35 kW on an inverter of 5 kW: whatever it is, it is no power of this system. */
    @Test
    void whatAnInverterOfItsSizeCannotDoIsNotBelieved() throws Exception {
        rig.says("getLastPowerData", POWER.replace("\"ppv1\":2010.0", "\"ppv1\":35000.0").replace("\"pbat\":-1100.0",
                "\"pbat\":-16000.0"));
        assertEquals(2, rig.full().getFirst().rejected());
        assertEquals("", rig.value("pv#string-1-power"));
        assertEquals("", rig.value("battery#power"));
        assertEquals("1900", rig.value("pv#string-2-power"));
    }

    @Test
    void theBalanceHolds() throws Exception {
        rig.full();
        BigDecimal sum = new BigDecimal(rig.value("pv#power")).add(new BigDecimal(rig.value("grid#power")))
                .add(new BigDecimal(rig.value("battery#power")));
        assertEquals(rig.value("load#power"), sum.toPlainString());
    }

    @Test
    void nullStaysMissingAndTextsMayBeNumbers() throws Exception {
        rig.says("getLastPowerData",
                """
                        {"ppv":"4210.0","ppvDetail":null,"soc":" 63.20 ","pgrid":-1500,"pbat":null,"pload":"","prealL1":"n/a"}""");
        rig.fast();
        Map<String, String> values = rig.values(SYSTEM);
        assertEquals("4210", values.get("pv#power"));
        assertEquals("63.2", values.get("battery#state-of-charge"));
        assertEquals("-1500", values.get("grid#power"));
        assertTrue(
                Set.of("battery#power", "load#power", "output#l1-power", "output#power", "pv#string-1-power").stream()
                        .noneMatch(values::containsKey),
                values.toString());
    }

    /** The AC side does not count what the inverter loses: 3100 − 1500 + 300 against 4210 − 1500 − 1100. */
    @Test
    void whereTheLoadIsNotToldTheAcSideSaysIt() throws Exception {
        rig.says("getLastPowerData", POWER.replace("\"pload\":1610.0", "\"pload\":null"));
        rig.fast();
        assertEquals("1900", rig.value("load#power"));
        rig.says("getLastPowerData", POWER.replace("\"pload\":1610.0", "\"pload\":null").replace("\"prealL", "\"x"));
        rig.pass(15);
        rig.fast();
        assertEquals("1610", rig.value("load#power"), "without an AC side the others do");
    }

    @Test
    void withoutAMeterForAnotherGeneratorThereIsNoLoad() throws Exception {
        rig.says("getLastPowerData",
                "{\"ppv\":0,\"soc\":50,\"pgrid\":-3000,\"pbat\":-400,\"prealL1\":-420,\"pload\":null}");
        rig.fast();
        assertEquals("", rig.value("load#power"));
        assertEquals("-3000", rig.value("grid#power"));
    }

    @Test
    void numbersAsTextsGiveTheSameValues() throws Exception {
        rig.full();
        Map<String, String> before = rig.values(SYSTEM);
        rig.rig.cloud.faults().add(new CloudFault.NumbersAsText());
        rig.pass(600);
        rig.full();
        assertEquals(before, rig.values(SYSTEM));
    }

    @Test
    void whatCannotBeIsDroppedAndCounted() throws Exception {
        rig.says("getLastPowerData",
                """
                        {"ppv":-3,"soc":163.2,"pgrid":9e99,"pbat":1e-400,"pload":-7847,"ppvDetail":{"ppv1":1234567},"prealL1":7}""");
        Reading reading = rig.fast().getFirst();
        assertEquals(Set.of("output#l1-power", "output#power"), rig.values(SYSTEM).keySet().stream()
                .filter(metric -> !metric.startsWith("energy#")).collect(Collectors.toSet()));
        assertEquals(4, reading.rejected(), "numbers of any length are none at all, the others are out of bounds");
    }

    @Test
    void aHealthThatIsNotNormalIsTheFault() throws Exception {
        rig.says("getEssList", "[{\"sysSn\":\"" + SERIAL + "\",\"minv\":\"SMILE5-INV\",\"emsStatus\":\"Protection\"}]");
        rig.systems.refresh(rig.account);
        rig.full();
        assertEquals("Protection", rig.value("status#fault"));
        assertEquals(Optional.empty(), rig.reading(BATTERY), "no capacity is no battery");
    }

    @Test
    void aCapacityThatTheUserTellsFillsTheGapOnly() throws Exception {
        rig.capacity = new ToldCapacity(Optional.of(new BigDecimal("9.5")));
        Metric capacity = Metrics.of("battery#capacity");
        assertEquals(new Value.Amount(new BigDecimal("13.34")),
                rig.driver(SERIAL).poll(Cadence.FULL).getFirst().values().get(capacity));
        try (DriverRig unlisted = new DriverRig()) {
            unlisted.capacity = rig.capacity;
            assertEquals(new Value.Amount(new BigDecimal("9.5")),
                    unlisted.driver(SERIAL).poll(Cadence.FULL).getFirst().values().get(capacity));
        }
    }

    @Test
    void aHealthOfLongAgoIsNotShown() throws Exception {
        rig.pass(3600);
        rig.full();
        assertEquals("", rig.value("status#fault"));
        assertEquals("13.34", rig.value("battery#capacity"), "which does not change");
    }

    @Test
    void withoutABatteryThereIsNoStateOfChargeOfOne() throws Exception {
        rig.says("getEssList", "[{\"sysSn\":\"" + SERIAL + "\",\"minv\":\"SMILE5-INV\",\"cobat\":0}]");
        rig.systems.refresh(rig.account);
        rig.full();
        assertTrue(rig.values(SYSTEM).keySet().stream().noneMatch(metric -> metric.startsWith("battery#")));
        assertEquals("4210", rig.value("pv#power"));
    }

    @Test
    void aSystemIsReadEvenIfTheListCouldNotBeHad() throws Exception {
        try (DriverRig unlisted = new DriverRig()) {
            unlisted.full();
            assertEquals(Map.of("vendor", "AlphaESS", "serialNumber", SERIAL),
                    unlisted.reading(SYSTEM).orElseThrow().device().properties());
            assertEquals(Optional.empty(), unlisted.reading(BATTERY));
        }
    }
}
