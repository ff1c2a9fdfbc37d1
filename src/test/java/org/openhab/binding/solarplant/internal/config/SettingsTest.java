/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollSettings;
import org.openhab.core.config.core.Configuration;

/** What users may write, and what becomes of it. */
@NonNullByDefault
class SettingsTest {

    private static final Map<String, Object> HOST = Map.of("host", "192.0.2.20");

    private static <T> T read(Class<T> type, Map<String, Object> settings) {
        return Objects.requireNonNull(new Configuration(settings).as(type));
    }

    private static PlantConfiguration plant(Map<String, Object> settings) {
        return read(PlantConfiguration.class, settings);
    }

    private static InverterConfiguration inverter(String name, Object value) {
        Configuration settings = new Configuration(HOST);
        settings.put(name, value);
        return Objects.requireNonNull(settings.as(InverterConfiguration.class));
    }

    @Test
    void thePlantHasDefaults() {
        PlantConfiguration plant = plant(Map.of());
        assertEquals(Optional.empty(), plant.problem());
        assertEquals(new PollSettings(PollMode.ALTERNATING, Duration.ofSeconds(60), Duration.ofSeconds(15), 10),
                plant.polling());
        assertEquals(Optional.empty(), plant.gridDevice());
        assertEquals(PollMode.NORMAL, plant(Map.of("pollMode", "normal")).polling().mode());
    }

    @Test
    void theGridMeterIsADevice() {
        PlantConfiguration plant = plant(Map.of("gridMeter", "meter:H34A10000001-meter-1"));
        assertEquals(Optional.empty(), plant.problem());
        assertEquals(Optional.of(new DeviceId(DeviceKind.METER, "H34A10000001-meter-1")), plant.gridDevice());
        assertEquals(Optional.of("@text/offline.grid-meter-invalid [\"a  b \"]"),
                plant(Map.of("gridMeter", "a \"b]")).problem());
        assertEquals(Optional.empty(), plant(Map.of("gridMeter", " ")).problem());
    }

    @ParameterizedTest
    @CsvSource({"refreshInterval,5,3600", "fastInterval,5,300", "maxConcurrent,1,100", "connectTimeout,1,60",
            "requestTimeout,1,60", "batteryTemperature,0,100", "inverterTemperature,0,150", "pvLow,0,90",
            "dailyWrites,1,1000"})
    void aPlantHasLimits(String name, int min, int max) {
        Optional<String> problem = Optional.of("@text/offline.config-range [\"%s\", \"%d\", \"%d\"]"
                .formatted(name, min, max));
        assertEquals(problem, plant(Map.of(name, min - 1)).problem());
        assertEquals(Optional.empty(), plant(Map.of(name, min)).problem());
        assertEquals(Optional.empty(), plant(Map.of(name, max)).problem());
        assertEquals(problem, plant(Map.of(name, max + 1)).problem());
    }

    @ParameterizedTest
    @CsvSource({"port,1,65535", "unitId,0,255", "requestGap,0,10000", "refreshInterval,5,3600",
            "batteryCapacity,0,10000", "pvPeak,0,10000"})
    void anInverterHasLimits(String name, int min, int max) {
        Optional<String> problem = Optional.of("@text/offline.config-range [\"%s\", \"%d\", \"%d\"]"
                .formatted(name, min, max));
        assertEquals(problem, inverter(name, min - 1).problem());
        assertEquals(Optional.empty(), inverter(name, min).problem());
        assertEquals(Optional.empty(), inverter(name, max).problem());
        assertEquals(problem, inverter(name, max + 1).problem());
    }

    @ParameterizedTest
    @CsvSource({"10,3", "0,3", "10,0", "0,0", "90,89", "0,90", "4,3"})
    void aBatteryIsLowBeforeItIsEmpty(int low, int critical) {
        assertEquals(Optional.empty(), plant(Map.of("batteryLow", low, "batteryCritical", critical)).problem());
    }

    @ParameterizedTest
    @CsvSource({"10,10,battery-alerts-invalid", "3,10,battery-alerts-invalid", "91,3,config-range",
            "-1,3,config-range", "10,-1,config-range", "0,91,config-range"})
    void anythingElseIsRefused(int low, int critical, String why) {
        assertTrue(plant(Map.of("batteryLow", low, "batteryCritical", critical)).problem().orElse("")
                .startsWith("@text/offline." + why));
    }

    @Test
    void panelsAreComparedOnlyIfTheyHaveAPeak() {
        assertEquals(Optional.empty(), inverter("pvPeak", 0).pvPeak());
        assertEquals(Optional.empty(), inverter("port", 502).pvPeak());
        assertEquals(Optional.of(new BigDecimal("9.8")), inverter("pvPeak", new BigDecimal("9.8")).pvPeak());
    }

    @Test
    void anInverterThatOthersTellOfNeedsASerialNumber() {
        InverterConfiguration inverter = inverter("connection", "via-ems");
        assertEquals(Optional.of("@text/offline.serial-missing"), inverter.problem());
        inverter.serial = "CE2501A002";
        assertEquals(Optional.empty(), inverter.problem());
        assertEquals(Optional.empty(), inverter.requestGap());
        assertEquals(Optional.empty(), inverter.unitId(), "each vendor has its own");
        assertEquals(Optional.empty(), inverter.fullInterval());
    }

    @Test
    void anAccountIsOneOnlyIfItIsWhole() {
        PlantConfiguration plant = new PlantConfiguration();
        assertEquals(Optional.empty(), plant.account());
        assertFalse(plant.isAccountIncomplete());
        plant.appId = " alpha0123456789abcdef ";
        assertEquals(Optional.empty(), plant.account());
        assertTrue(plant.isAccountIncomplete());
        plant.appSecret = "0123456789abcdef0123456789abcdef\n";
        assertEquals(Optional.of(new CloudLogin("alpha0123456789abcdef", "0123456789abcdef0123456789abcdef",
                "https://openapi.alphaess.com/api")), plant.account());
        assertFalse(plant.isAccountIncomplete());
        assertFalse(plant.account().toString().contains("0123456789abcdef"), "no secret where it may be logged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.alphaess.com", "ftp://openapi.alphaess.com", "https://a b",
            "https://user@host"})
    void aCloudHasAnAddress(String url) {
        PlantConfiguration plant = new PlantConfiguration();
        assertEquals(Optional.empty(), plant.problem());
        plant.cloudUrl = url;
        assertEquals(Optional.empty(), plant.problem(), "who has no account needs no cloud");
        plant.appId = "alpha0123456789ab";
        plant.appSecret = "0123456789abcdef";
        assertEquals(Optional.of("@text/offline.cloud-url-invalid"), plant.problem());
    }

    @Test
    void withoutAnAddressItIsTheUsualCloud() {
        PlantConfiguration plant = new PlantConfiguration();
        plant.appId = "alpha0123456789ab";
        plant.appSecret = "0123456789abcdef";
        Optional<CloudLogin> usual = plant.account();
        plant.cloudUrl = " ";
        assertEquals(Optional.empty(), plant.problem());
        assertEquals(usual, plant.account());
    }

    @Test
    void anInverterMayHaveItsOwnRhythm() {
        assertEquals(Optional.of(Duration.ofMillis(250)), inverter("requestGap", 250).requestGap());
        assertEquals(Optional.of(7), inverter("unitId", 7).unitId());
        assertEquals(Optional.of(Duration.ofSeconds(30)), inverter("refreshInterval", 30).fullInterval());
        assertEquals(new BigDecimal("15.4"), inverter("batteryCapacity", new BigDecimal("15.4")).batteryCapacity);
    }
}
