/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Space;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** Whatever is wrong ends in a status with a sentence, in the user's language, and nowhere else. */
@NonNullByDefault
@Timeout(120)
class BadInputTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMANY);

    /** Puts something wrong into a plant; the thing that must complain. */
    private interface Mistake {
        ThingUID in(TestPlant plant) throws IOException;
    }

    private static ThingUID inverter(TestPlant plant, ModbusSimulator device, Map<String, Object> config) {
        plant.addPlant(Map.of("requestTimeout", 1));
        return plant.addInverter("roof", device, config);
    }

    private static ThingUID faulty(TestPlant plant, Fault fault) throws IOException {
        ModbusSimulator device = plant.simulate(TestPlant.hybrid());
        device.faults().add(fault);
        return inverter(plant, device, Map.of());
    }

    private static ThingUID hybrid(TestPlant plant, Map<String, Object> config) throws IOException {
        return inverter(plant, plant.simulate(TestPlant.hybrid()), config);
    }

    private static ThingUID otherVendor(TestPlant plant, MapImage image) throws IOException {
        return inverter(plant, plant.simulate(image), Map.of());
    }

    private static ThingUID closedPort(TestPlant plant) throws IOException {
        plant.addPlant(Map.of());
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        return plant.addInverter("roof", "127.0.0.1", closed.getLocalPort(), Map.of());
    }

    private static ThingUID wrongHost(TestPlant plant) {
        plant.addPlant(Map.of());
        return plant.addInverter("roof", "no such host", 502, Map.of());
    }

    private static ThingUID wrongUnit(TestPlant plant) throws IOException {
        return inverter(plant, plant.simulate(SimulatorOptions.modbusTcp().unit(1, TestPlant.hybrid())),
                Map.of("unitId", 7));
    }

    private static ThingUID twice(TestPlant plant) throws IOException {
        ModbusSimulator device = plant.simulate(TestPlant.hybrid());
        ThingUID first = inverter(plant, device, Map.of());
        plant.awaitOnline(first);
        return plant.addInverter("again", device, Map.of("unitId", 2));
    }

    private static ThingUID part(TestPlant plant, String kind, String deviceId) {
        plant.addPlant(Map.of());
        return plant.addPart(kind, "part", deviceId);
    }

    private static ThingUID gridMeter(TestPlant plant, String id) {
        plant.addPlant(Map.of("gridMeter", id));
        return TestPlant.PLANT;
    }

    private static Arguments mistake(String name, ThingStatusDetail detail, String said, Mistake mistake) {
        return Arguments.of(name, detail, said, mistake);
    }

    static List<Arguments> mistakes() {
        ThingStatusDetail network = ThingStatusDetail.COMMUNICATION_ERROR;
        ThingStatusDetail settings = ThingStatusDetail.CONFIGURATION_ERROR;
        String sanyo = "SANYO000000001";
        return List.of(
                mistake("wrong host", network, "no such host:502", BadInputTest::wrongHost),
                mistake("closed port", network, "127.0.0.1:", BadInputTest::closedPort),
                mistake("silent device", network, " 1 ", plant -> faulty(plant, new Fault.Silence())),
                mistake("hangs up", network, "127.0.0.1:", plant -> faulty(plant, new Fault.Drop())),
                mistake("garbage", network, "framing",
                        plant -> faulty(plant, new Fault.WrongLength(3))),
                mistake("wrong unit id", network, "unit", BadInputTest::wrongUnit),
                mistake("another vendor's device with the same registers", network, "connection",
                        plant -> otherVendor(plant, new MapImage().zeros(Space.HOLDING, 0, 0x2000))),
                mistake("another vendor's device with other registers", network, "connection",
                        plant -> otherVendor(plant, new MapImage().zeros(Space.HOLDING, 40_000, 40_100))),
                mistake("unknown prefix", settings, "SANYO",
                        plant -> otherVendor(plant, new MapImage().putText(Space.HOLDING, 0, 7, sanyo))),
                mistake("unknown model", settings, "fusion", plant -> hybrid(plant, Map.of("profile", "fusion"))),
                mistake("wrong serial", settings, "H34A…001",
                        plant -> hybrid(plant, Map.of("serial", "H34A10000000999"))),
                mistake("configured twice", settings, "The roof", BadInputTest::twice),
                mistake("no device id", settings, "nonsense", plant -> part(plant, "battery", "nonsense")),
                mistake("blank device id", settings, " - ", plant -> part(plant, "battery", " ")),
                mistake("device id of another kind", settings, "meter:X-meter-1",
                        plant -> part(plant, "battery", "meter:X-meter-1")),
                mistake("no grid meter", settings, "nobody", plant -> gridMeter(plant, "nobody")),
                mistake("a grid meter that tries to write its own text", settings, "a b    c  d",
                        plant -> gridMeter(plant, "a b\", [c],d")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void everyMistakeIsNamed(String name, ThingStatusDetail detail, String said, Mistake mistake)
            throws IOException {
        Map<Locale, String> texts = new HashMap<>();
        for (Locale language : LANGUAGES) {
            try (TestPlant plant = new TestPlant(language)) {
                texts.put(language, complaint(plant, detail, mistake.in(plant)));
            }
        }
        texts.values().forEach(text -> assertTrue(text.contains(said), text));
        assertNotEquals(texts.get(Locale.ENGLISH), texts.get(Locale.GERMANY));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aMalformedProfileIsNamed(Locale language) throws IOException, ProfileException {
        ProfileStore broken = mock(ProfileStore.class);
        when(broken.models(any())).thenReturn(new ProfileStore().models("solax"));
        when(broken.profile(any(), any())).thenThrow(
                assertThrows(ProfileException.class, () -> new ProfileStore().profile("solax", "broken")));
        try (TestPlant plant = new TestPlant(language, broken)) {
            String text = complaint(plant, ThingStatusDetail.CONFIGURATION_ERROR, hybrid(plant, Map.of()));
            assertTrue(text.contains("solax/broken.json"), text);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void missingModelsAreNamed(Locale language) throws IOException, ProfileException {
        ProfileStore broken = mock(ProfileStore.class);
        when(broken.models(any()))
                .thenThrow(assertThrows(ProfileException.class, () -> new ProfileStore().models("broken")));
        try (TestPlant plant = new TestPlant(language, broken)) {
            String text = complaint(plant, ThingStatusDetail.CONFIGURATION_ERROR, hybrid(plant, Map.of()));
            assertTrue(text.contains("broken/models.json"), text);
        }
    }

    static List<Locale> languages() {
        return LANGUAGES;
    }

    private static String complaint(TestPlant plant, ThingStatusDetail detail, ThingUID uid) {
        plant.awaitOffline(uid, detail);
        String text = sentence(plant, uid);
        if (!uid.equals(TestPlant.PLANT)) {
            // what is wrong with a member is the member's business
            plant.awaitOnline(TestPlant.PLANT);
        }
        plant.host.setEnabled(TestPlant.PLANT, false);
        assertEquals(ThingStatus.UNINITIALIZED, plant.status(uid).getStatus());
        plant.await(() -> TestPlant.workers().isEmpty());
        assertEquals(List.of(), plant.log.complaints());
        return text;
    }

    private static String sentence(TestPlant plant, ThingUID uid) {
        @Nullable
        String text = plant.host.statusText(uid);
        String sentence = Objects.requireNonNull(text);
        assertFalse(sentence.contains("@text"), sentence);
        assertFalse(sentence.contains("{"), sentence);
        assertFalse(sentence.contains("''"), sentence);
        assertTrue(sentence.endsWith("."), sentence);
        return sentence;
    }
}
