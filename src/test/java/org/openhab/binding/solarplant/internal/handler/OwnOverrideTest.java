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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/** Files of the user's in place of, and besides, those that the binding brings along. */
@NonNullByDefault
@Timeout(120)
class OwnOverrideTest {

    private static final Path SHIPPED = Path.of("src/main/resources/profiles/solax/hybrid.json");
    private static final String MODELS = """
            {
              "models": [
                { "prefix": "Q99", "model": "X3-Future 12 kW", "profile": "hybrid",
                  "facts": { "phases": 3, "trackers": 2, "generation": 4, "rated": 12000 } },
                { "prefix": "H34", "model": "My hybrid", "profile": "hybrid",
                  "facts": { "phases": 3, "trackers": 2, "generation": 4, "rated": 10000 } }
              ]
            }
            """;

    private final Path folder;
    private final OwnProfileRig rig;

    OwnOverrideTest(@TempDir Path folder) {
        this.folder = folder;
        this.rig = new OwnProfileRig(folder, Map.of("requestTimeout", 1));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private ThingUID add(String id, ModbusSimulator device) {
        return rig.plant.addInverter(id, device, Map.of());
    }

    private ModbusSimulator future() throws IOException {
        SolaxModel model = SolaxModel.x3();
        return rig.plant.simulate(TestPlant.hybrid(new SolaxModel("Q99A10DEMO0001", model.phases(),
                model.ratedPower(), model.protocol())));
    }

    private String model(ThingUID thing) {
        return String.valueOf(rig.plant.thing(thing).getProperties().get(Thing.PROPERTY_MODEL_ID));
    }

    @Test
    void aFileOfTheSameNameTakesThePlaceOfTheShippedOne() throws IOException {
        rig.write("solax/hybrid.json", """
                {
                  "id": "hybrid", "label": "Only what I need", "block": 100, "wordOrder": "low-first", "space": "input",
                  "registers": [
                    { "at": "0x0002", "type": "s16", "scale": -1, "metric": "output#power", "cadence": "fast" }
                  ]
                }
                """);
        ThingUID roof = add("roof", rig.plant.simulate(TestPlant.hybrid()));
        rig.plant.awaitShown(roof);
        int raw = (short) TestPlant.hybrid().read(Space.INPUT, 2).orElseThrow();
        assertEquals(-raw + " W", rig.plant.text(roof, "output#power"));
        assertTrue(rig.plant.thing(roof).getChannels().stream()
                .noneMatch(channel -> channel.getUID().getId().startsWith("pv#")));
    }

    @Test
    void whileItIsBrokenTheShippedOneIsNotTakenInstead() throws IOException {
        String shipped = Files.readString(SHIPPED);
        rig.write("solax/hybrid.json", shipped.replaceFirst("\"at\": \"0x0002\"", "\"at\": \"Ox0002\""));
        ThingUID string = add("string", rig.plant.simulate(TestPlant.string()));
        ThingUID roof = add("roof", rig.plant.simulate(TestPlant.hybrid()));
        rig.plant.awaitOnline(string);
        String text = rig.complaint(roof);
        int line = (int) shipped.substring(0, shipped.indexOf("\"at\": \"0x0002\"")).lines().count();
        assertTrue(text.contains(folder.resolve("solax/hybrid.json") + "  line " + line + ":"), text);
        assertEquals(1, rig.complaints.size(), rig.complaints::toString);
        rig.write("solax/hybrid.json", shipped);
        rig.awaitHealed(roof);
        assertEquals(ThingStatus.ONLINE, rig.plant.status(string).getStatus());
    }

    @Test
    void aPrefixThatNobodyKnowsIsAdded() throws IOException {
        ThingUID roof = add("roof", future());
        assertTrue(rig.complaint(roof).contains("Q99A1"), rig.complaint(roof));
        rig.write("solax/models.json", MODELS);
        rig.awaitHealed(roof);
        assertEquals("X3-Future 12 kW", model(roof));
    }

    @Test
    void aPrefixOfTheUsersGoesBeforeTheSameOneOfOurs() throws IOException {
        String longest = MODELS.replace("\"H34\"", "\"H34A\"");
        rig.write("solax/models.json", longest);
        ThingUID roof = add("roof", rig.plant.simulate(TestPlant.hybrid()));
        rig.plant.awaitOnline(roof);
        assertEquals("My hybrid", model(roof));
    }

    @Test
    void brokenModelsStopOnlyWhoNeedsThem() throws IOException {
        rig.write("solax/models.json", MODELS.replace("\"prefix\": \"H34\"", "\"perfix\": \"H34\""));
        ThingUID known = add("known", rig.plant.simulate(TestPlant.string()));
        ThingUID roof = add("roof", future());
        rig.plant.awaitOnline(known);
        assertTrue(rig.complaint(roof).contains("models.json  line 5: "), rig.complaint(roof));
        assertEquals(List.of(folder.resolve("solax/models.json") + ", line 5: \"prefix\" is missing or not a text"),
                rig.complaints);
        rig.write("solax/models.json", MODELS);
        rig.awaitHealed(roof);
    }
}
