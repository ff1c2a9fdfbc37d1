/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.sim.CloudClient.HOME;
import static org.openhab.binding.solarplant.sim.CloudClient.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;

/** Chargers in the cloud: what they are at, what they take, and what can be told to them (alphaess.md §1.8). */
@NonNullByDefault
@Timeout(20)
class CloudChargerTest {
    private static final String LARGE = "EV7000000000001";
    private static final String SMALL = "EV7000000000002";
    private static final String TODAY = "2026-06-01";

    private final CloudClient client = new CloudClient(TODAY + "T12:00");
    private final CloudChargers chargers = CloudChargers.of(CloudCharger.threePhase(LARGE),
            CloudCharger.singlePhase(SMALL));
    private final CloudSimulator cloud;

    CloudChargerTest() throws IOException {
        cloud = client.start(CloudClient.account().bind(CloudClient.home().chargers(chargers)));
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void areListed() throws IOException, InterruptedException {
        assertEquals("[{\"evchargerSn\":\"EV7000000000001\",\"evchargerModel\":\"SMILE-EVCT11\"},"
                + "{\"evchargerSn\":\"EV7000000000002\",\"evchargerModel\":\"SMILE-EVCS7\"}]",
                client.read("getEvChargerConfigList", "").toString());
        assertEquals("{\"ev1Power\":0.0,\"ev2Power\":0.0,\"ev3Power\":null,\"ev4Power\":null}",
                client.object("getLastPowerData").get("pevDetail").toString());
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,1,3", "3,1,3", "4,1,3", "5,1,3", "6,1,3", "9,1,9", "1,0,1", "2,0,2", "3,0,6", "4,0,6",
            "5,0,6", "6,0,6", "8,0,8"})
    void startAndStopWhereThatMakesSense(int before, int mode, int after) throws IOException, InterruptedException {
        chargers.status(SMALL, before, client.instant());
        assertEquals(before, status(SMALL));
        assertEquals(200, control(SMALL, mode));
        assertEquals(after, status(SMALL));
        assertEquals(1, status(LARGE));
    }

    @Test
    void drawFromTheGrid() throws IOException, InterruptedException {
        JsonObject before = client.object("getLastPowerData");
        chargers.status(LARGE, 2, client.instant());
        assertEquals(200, current("10"));
        assertEquals(200, control(LARGE, 1));
        JsonObject charging = client.object("getLastPowerData");
        assertEquals("6900.0", charging.get("pev").toString());
        assertEquals("6900.0", charging.getAsJsonObject("pevDetail").get("ev1Power").toString());
        BigDecimal more = new BigDecimal("6900.0");
        assertEquals(number(before, "pgrid").add(more), number(charging, "pgrid"));
        assertEquals(number(before, "pload").add(more), number(charging, "pload"));

        client.pass(Duration.ofMinutes(30).plusSeconds(4));
        assertEquals("6900.0", client.history(TODAY).get(0).getAsJsonObject().get("pchargingPile").toString());
        assertEquals("3.46", client.day(TODAY).get("eChargingPile").toString());
        assertEquals(200, control(LARGE, 0));
        client.pass(Duration.ofMinutes(10));
        assertEquals("0.0", client.object("getLastPowerData").get("pev").toString());
        assertEquals("3.46", client.day(TODAY).get("eChargingPile").toString());
        assertEquals("0.0", client.day("2026-06-02").get("eChargingPile").toString());
    }

    @Test
    void takeNoMoreThanTheyCan() throws IOException, InterruptedException {
        chargers.status(LARGE, 3, client.instant());
        chargers.status(SMALL, 3, client.instant());
        assertEquals("{\"ev1Power\":11000.0,\"ev2Power\":7000.0,\"ev3Power\":null,\"ev4Power\":null}",
                client.object("getLastPowerData").get("pevDetail").toString());
    }

    @ParameterizedTest
    @CsvSource({"6,200,6.0", "32,200,32.0", "10.5,200,10.5", "5,6001,32.0", "33,6001,32.0", "null,6001,32.0"})
    void haveACurrentThatTheHouseAllows(String amperes, int code, String after)
            throws IOException, InterruptedException {
        assertEquals(code, current(amperes));
        assertEquals("{\"currentsetting\":" + after + "}", client.object("getEvChargerCurrentsBySn").toString());
    }

    @Test
    void refuseWhatNobodyCanMean() throws IOException, InterruptedException {
        assertEquals(6001, control("EV7000000000003", 1));
        assertEquals(6001, control(LARGE, 2));
        assertEquals(6001, client.write("remoteControlEvCharger", "{\"sysSn\":\"" + HOME + "\",\"controlMode\":1}"));
        assertTrue(cloud.requests().stream().allMatch(request -> request.field("controlMode").matches("[12]")));
    }

    private int status(String serial) throws IOException, InterruptedException {
        return client.read("getEvChargerStatusBySn", "&evchargerSn=" + serial).getAsJsonObject()
                .get("evchargerStatus").getAsInt();
    }

    private int current(String amperes) throws IOException, InterruptedException {
        return client.write("setEvChargerCurrentsBySn",
                "{\"sysSn\":\"%s\",\"currentsetting\":%s}".formatted(HOME, amperes));
    }

    private int control(String serial, int mode) throws IOException, InterruptedException {
        return client.write("remoteControlEvCharger",
                "{\"sysSn\":\"%s\",\"evchargerSn\":\"%s\",\"controlMode\":%d}".formatted(HOME, serial, mode));
    }
}
