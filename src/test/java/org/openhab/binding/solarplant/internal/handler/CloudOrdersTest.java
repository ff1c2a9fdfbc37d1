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
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;

/** Commands for the settings of an account's systems: an order waits for its own endpoint of its own system only. */
@NonNullByDefault
@Timeout(120)
class CloudOrdersTest {

    private static final String LIMIT = "settings#max-state-of-charge";
    private static final String LEFT = "control#writes-left";
    private static final String SET_CHARGE = "updateChargeConfigInfo";

    private final CloudHome home;
    private final TestPlant plant;

    CloudOrdersTest() throws IOException {
        home = new CloudHome();
        plant = home.plant;
        Map<String, Object> configuration = home.account(CloudHome.APP_SECRET);
        configuration.put("allowControl", true);
        plant.addPlant(configuration);
        home.withSystems();
        plant.awaitShown(CloudHome.ATTIC);
        plant.awaitShown(CloudHome.ANNEX);
        for (ThingUID thing : List.of(CloudHome.ATTIC, CloudHome.ANNEX)) {
            plant.passUntil(Duration.ofSeconds(15), () -> plant.state(thing, LIMIT) != null);
        }
        home.cloud.clearRequests();
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    private void command(ThingUID thing, int percent) {
        plant.thing(thing).getHandler().handleCommand(new ChannelUID(thing, LIMIT),
                new QuantityType<>(percent + " %"));
    }

    private List<String> written(String serial) {
        return home.cloud.requests().stream()
                .filter(request -> request.endpoint().equals(SET_CHARGE) && request.serial().equals(serial))
                .map((CloudRequest request) -> request.field("batHighCap")).toList();
    }

    @Test
    void aWaitingOrderHoldsUpNeitherReadingsNorOtherSystems() {
        command(CloudHome.ATTIC, 90);
        plant.passUntil(Duration.ofSeconds(1), () -> "90 %".equals(plant.text(CloudHome.ATTIC, LIMIT)));
        home.cloud.clearRequests();
        for (int percent : List.of(85, 80, 75)) {
            command(CloudHome.ATTIC, percent);
        }
        command(CloudHome.ANNEX, 70);
        plant.passUntil(Duration.ofSeconds(1), () -> written(CloudHome.ANNEX_SERIAL).equals(List.of("70")));
        plant.passUntil(Duration.ofSeconds(5), () -> home.asked().contains("getLastPowerData"));
        assertEquals(List.of(), written(CloudHome.ATTIC_SERIAL), "half a minute lies between two writes");
        plant.passUntil(Duration.ofSeconds(5), () -> "75 %".equals(plant.text(CloudHome.ATTIC, LIMIT)));
        assertEquals(List.of("75"), written(CloudHome.ATTIC_SERIAL), "the newest value, and once");
        assertTrue(plant.log.with("was not set").isEmpty(), "who moves a slider needs no warnings");
    }

    @Test
    void settingsThatAreSentTogetherCountOnce() {
        command(CloudHome.ATTIC, 90);
        plant.passUntil(Duration.ofSeconds(1), () -> "90 %".equals(plant.text(CloudHome.ATTIC, LIMIT)));
        int before = Integer.parseInt(plant.text(CloudHome.ATTIC, LEFT));
        command(CloudHome.ATTIC, 80);
        for (String setting : List.of("charge-slot-2-start", "charge-slot-2-end")) {
            plant.thing(CloudHome.ATTIC).getHandler().handleCommand(
                    new ChannelUID(CloudHome.ATTIC, "settings#" + setting),
                    new StringType(setting.endsWith("start") ? "13:00" : "14:00"));
        }
        plant.passUntil(Duration.ofSeconds(5), () -> "80 %".equals(plant.text(CloudHome.ATTIC, LIMIT)));
        assertEquals(List.of("90", "80"), written(CloudHome.ATTIC_SERIAL));
        plant.passUntil(Duration.ofSeconds(1),
                () -> Integer.toString(before - 1).equals(plant.text(CloudHome.ATTIC, LEFT)));
        assertEquals("14:00", plant.text(CloudHome.ATTIC, "settings#charge-slot-2-end"));
    }
}
