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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Space;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.ThingBuilder;

/** What is wrong with a GivEnergy device or its configuration ends in a status with a sentence, in both languages. */
@NonNullByDefault
@Timeout(120)
class GivEnergyMistakesTest {

    private static final int OWNER = 0x11;
    private static final String SERIAL = "XX2501A001";

    /** Puts something wrong into a plant; the thing that must complain. */
    private interface Mistake {
        ThingUID in(TestPlant plant) throws IOException;
    }

    /** A dongle whose owner has this type code and serial number, and nothing else. */
    private static DongleOptions owner(int code, String serial) {
        MapImage image = new MapImage().zeros(Space.HOLDING, 0, 59).put(Space.HOLDING, 0, code)
                .putText(Space.HOLDING, 13, 5, serial);
        return DongleOptions.empty().device(OWNER, DongleDevice.of(SERIAL, image));
    }

    private static Arguments mistake(String name, ThingStatusDetail detail, String said, Mistake mistake) {
        return Arguments.of(name, detail, said, mistake);
    }

    private static Mistake dongle(String kind, DongleOptions options, Map<String, Object> config) {
        return plant -> plant.addDongle(kind, "it", plant.simulate(options), config);
    }

    private static Mistake settings(String kind, Map<String, Object> config) {
        return plant -> plant.add(kind, "it", config);
    }

    static List<Arguments> mistakes() {
        ThingStatusDetail network = ThingStatusDetail.COMMUNICATION_ERROR;
        ThingStatusDetail settings = ThingStatusDetail.CONFIGURATION_ERROR;
        DongleOptions ems = TestPlant.farm().ems();
        DongleOptions inverter = TestPlant.farm().inverter();
        return List.of(
                mistake("an EMS as an inverter", settings, "ems", dongle("inverter", ems, Map.of())),
                mistake("an inverter as an EMS", settings, "inverter", dongle("ems", inverter, Map.of())),
                mistake("an EMS as a gateway", settings, "ems", dongle("gateway", ems, Map.of())),
                mistake("a gateway as an EMS", settings, "gateway", dongle("ems", owner(0x7001, SERIAL), Map.of())),
                mistake("an unknown family", settings, "9001", dongle("inverter", owner(0x9001, SERIAL), Map.of())),
                mistake("another serial number", settings, "XX25…001",
                        dongle("inverter", owner(0x3001, SERIAL), Map.of("serial", "XX2501A999"))),
                mistake("no serial number in the device", network, "Modbus",
                        dongle("inverter", owner(0x3001, "\0\0\0\0"), Map.of())),
                mistake("no host", settings, "Host", settings("inverter", Map.of("connection", "givenergy"))),
                mistake("no serial number in the settings", settings, "'serial'",
                        settings("inverter", Map.of("connection", "via-ems"))));
    }

    /** Who answers is asked for four times, with half a second in between. */
    @Test
    void aSilentDongleIsGivenTheTimeThatIsSet() throws IOException {
        try (TestPlant plant = new TestPlant(Locale.ENGLISH)) {
            plant.addPlant(Map.of("requestTimeout", 1));
            ThingUID uid = plant.addDongle("inverter", "it", plant.simulate(DongleOptions.empty()), Map.of());
            plant.awaitOffline(uid, ThingStatusDetail.COMMUNICATION_ERROR);
            String text = Objects.requireNonNull(plant.host.statusText(uid));
            assertTrue(text.contains("no answer within 5.5 seconds"), text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void everyMistakeIsNamed(String name, ThingStatusDetail detail, String said, Mistake mistake)
            throws IOException {
        Map<Locale, String> texts = new HashMap<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
            try (TestPlant plant = new TestPlant(language)) {
                plant.addPlant(Map.of());
                ThingUID uid = mistake.in(plant);
                plant.awaitOffline(uid, detail);
                String text = Objects.requireNonNull(plant.host.statusText(uid));
                assertFalse(text.contains("@text") || text.contains("{") || text.contains("''"), text);
                assertTrue(text.endsWith("."), text);
                texts.put(language, text);
                assertEquals(List.of(), plant.log.complaints());
            }
        }
        texts.values().forEach(text -> assertTrue(text.toLowerCase(Locale.ROOT)
                .contains(said.toLowerCase(Locale.ROOT)), text));
        assertNotEquals(texts.get(Locale.ENGLISH), texts.get(Locale.GERMANY));
    }

    /** openHAB checks these against the descriptions before a handler sees them, but files from elsewhere may differ. */
    @ParameterizedTest
    @ValueSource(strings = {"inverter", "ems", "gateway"})
    void aHandlerTrustsNobodyWithItsSettings(String type) {
        assertEquals("@text/offline.connection-unknown [\"pigeon\"]",
                refusal(type, Map.of("connection", "pigeon", "host", "192.0.2.1")));
        assertEquals("@text/offline.host-missing", refusal(type, Map.of("connection", "givenergy")));
        assertEquals("@text/offline.host-missing", refusal(type, Map.of("host", " ")));
    }

    private static String refusal(String type, Map<String, Object> config) {
        ThingUID uid = new ThingUID("solarplant:" + type + ":home:it");
        Thing thing = ThingBuilder.create(new ThingTypeUID("solarplant", type), uid)
                .withConfiguration(new Configuration(config)).build();
        TestTime time = new TestTime();
        InverterHandler handler = new InverterHandler(thing,
                new Environment(new ChannelLabels(mock(TranslationProvider.class), () -> Locale.ENGLISH),
                        () -> ZoneOffset.UTC, time, time, new ProfileStore(), new SettingDescriptions(), Connection.ALL,
                        new DeviceStore(new MemoryStorage()), new HttpClient(), new CloudGates(Ticker.SYSTEM)));
        ThingHandlerCallback callback = mock(ThingHandlerCallback.class);
        handler.setCallback(callback);
        handler.initialize();
        ArgumentCaptor<ThingStatusInfo> status = ArgumentCaptor.forClass(ThingStatusInfo.class);
        verify(callback).statusUpdated(any(), status.capture());
        assertEquals(ThingStatusDetail.CONFIGURATION_ERROR, status.getValue().getStatusDetail());
        return String.valueOf(status.getValue().getDescription());
    }

    @Test
    void theSameInverterTwiceIsNamed() throws IOException {
        try (TestPlant plant = new TestPlant()) {
            plant.addPlant(Map.of());
            ThingUID first = plant.addDongle("inverter", "first", plant.simulate(TestPlant.farm().inverter()),
                    Map.of());
            plant.awaitOnline(first);
            ThingUID second = plant.addDongle("inverter", "second", plant.simulate(TestPlant.farm().inverter()),
                    Map.of());
            plant.awaitOffline(second, ThingStatusDetail.CONFIGURATION_ERROR);
            assertTrue(Objects.requireNonNull(plant.host.statusText(second)).contains("first"));
        }
    }
}
