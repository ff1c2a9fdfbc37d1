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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhab.binding.solarplant.sim.CloudClient.HOME;
import static org.openhab.binding.solarplant.sim.CloudClient.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** What the cloud tells of its systems: the sums that alphaess.md §1.5 found in real data, and the odd models. */
@NonNullByDefault
@Timeout(20)
class CloudReadTest {
    private static final String LIVE = "getLastPowerData";
    private static final String SUMS = "getSumDataForCustomer";
    private static final String TODAY = "2026-06-01";

    private final CloudClient client = new CloudClient(TODAY + "T00:00");
    private final CloudAccount account = CloudClient.account();
    private CloudSimulator cloud;

    CloudReadTest() throws IOException {
        cloud = client.start(account.bind(CloudClient.home()));
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void listsWhatIsBound() throws IOException, InterruptedException {
        account.bind(CloudSystem.of(CloudPlate.smileG3("AL7000000000002").status("Protection"),
                CloudClient.home().curve()));
        JsonArray list = CloudClient.data(client.get("getEssList")).getAsJsonArray();
        assertEquals("""
                {"sysSn":"AL7000000000001","popv":9.0,"minv":"SMILE5-INV","poinv":5.0,"cobat":13.34,\
                "mbat":"SMILE-BAT-13.3P","surplusCobat":13.34,"usCapacity":100.0,"emsStatus":"Normal"}""",
                list.get(0).toString());
        assertEquals("""
                {"sysSn":"AL7000000000002","popv":5.0,"minv":"SMILE-G3-B5-INV","poinv":5.0,"cobat":10.1,\
                "mbat":"SMILE-G3-BAT-10.1P","surplusCobat":9.09,"usCapacity":90.0,"emsStatus":"Protection"}""",
                list.get(1).toString());
        account.unbind(HOME).unbind("AL7000000000002");
        assertTrue(CloudClient.data(client.get("getEssList")).getAsJsonArray().isEmpty());
        assertEquals(6005, CloudClient.code(client.get(LIVE + "?sysSn=" + HOME)));
    }

    @Test
    void loadIsAlwaysWhatTheOthersAddUpTo() throws IOException, InterruptedException {
        for (int quarter = 0; quarter < 96; quarter++) {
            JsonObject live = client.object(LIVE);
            assertEquals(number(live, "pload"),
                    number(live, "ppv").add(number(live, "pgrid")).add(number(live, "pbat")), live::toString);
            JsonObject detail = live.getAsJsonObject("ppvDetail");
            assertEquals(number(live, "ppv"), Stream.of("ppv1", "ppv2", "ppv3", "ppv4", "pmeterDc")
                    .map(name -> number(detail, name)).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertEquals(number(live, "pgrid"), number(live.get("pgridDetail"), "pmeterL1"));
            client.pass(Duration.ofMinutes(15));
        }
    }

    @Test
    void snapshotsComeEveryTenSeconds() throws IOException, InterruptedException {
        String before = client.object(LIVE).toString();
        client.pass(Duration.ofMillis(9_900));
        assertEquals(before, client.object(LIVE).toString());
        client.pass(Duration.ofMillis(100));
        assertFalse(before.equals(client.object(LIVE).toString()));
    }

    @Test
    void noChargerIsAZeroAndFourNulls() throws IOException, InterruptedException {
        JsonObject live = client.object(LIVE);
        assertEquals("0", live.get("pev").toString());
        assertEquals("{\"ev1Power\":null,\"ev2Power\":null,\"ev3Power\":null,\"ev4Power\":null}",
                live.get("pevDetail").toString());
        assertEquals("[]", client.read("getEvChargerConfigList", "").toString());
        assertEquals("{\"currentsetting\":32.0}", client.object("getEvChargerCurrentsBySn").toString());
    }

    @Test
    void historyHasTheNewestFirst() throws IOException, InterruptedException {
        assertEquals("[]", client.history(TODAY).toString(), "nothing yet at midnight");
        client.pass(Duration.ofHours(20).plusMinutes(9).plusSeconds(3));
        JsonArray records = client.history(TODAY);
        assertEquals(242, records.size());
        assertEquals("2026-06-01 20:05:04", records.get(0).getAsJsonObject().get("uploadTime").getAsString());
        assertEquals("2026-06-01 00:00:04", records.get(241).getAsJsonObject().get("uploadTime").getAsString());
        assertEquals(288, client.history("2026-05-31").size());
        assertEquals("[]", client.history("2026-06-02").toString());
        JsonObject evening = records.get(0).getAsJsonObject();
        assertEquals("0", evening.get("pchargingPile").toString());
        assertTrue(number(evening, "load").signum() > 0 && number(evening, "cbat").signum() > 0);
        records.forEach(record -> assertEquals(0,
                number(record, "feedIn").multiply(number(record, "gridCharge")).signum(), "either or"));
    }

    @Test
    void historyFollowsTheWallClockWhenItTurns() throws IOException, InterruptedException {
        assertEquals(300, client.history("2025-10-26").size(), "a day of 25 hours");
        assertEquals(276, client.history("2026-03-29").size(), "a day of 23 hours");
        List<String> doubled = client.history("2025-10-26").asList().stream()
                .map(record -> record.getAsJsonObject().get("uploadTime").getAsString())
                .filter("2025-10-26 02:30:04"::equals).toList();
        assertEquals(2, doubled.size());
    }

    @Test
    void energiesOfADayNeverFallAndAddUp() throws IOException, InterruptedException {
        List<String> names = List.of("epv", "eInput", "eOutput", "eCharge", "eDischarge");
        JsonObject before = client.day(TODAY);
        assertEquals("0.0", before.get("epv").toString());
        for (int quarter = 0; quarter < 95; quarter++) {
            client.pass(Duration.ofMinutes(15));
            JsonObject now = client.day(TODAY);
            for (String name : names) {
                assertTrue(number(now, name).compareTo(number(before, name)) >= 0, name);
            }
            JsonObject sums = client.object(SUMS);
            assertEquals(number(now, "epv"), number(sums, "epvtoday"));
            assertEquals(0, number(sums, "eload").compareTo(number(now, "epv").add(number(now, "eInput"))
                    .add(number(now, "eDischarge")).subtract(number(now, "eOutput"))
                    .subtract(number(now, "eCharge"))));
            before = now;
        }
        assertTrue(number(before, "epv").signum() > 0 && number(before, "eOutput").signum() > 0);
        client.pass(Duration.ofMinutes(20));
        JsonObject yesterday = client.day(TODAY);
        assertEquals(TODAY, yesterday.get("theDate").getAsString());
        assertTrue(number(yesterday, "eDischarge").compareTo(number(before, "eDischarge")) > 0, "up to midnight");
        assertTrue(number(client.day("2026-06-02"), "eDischarge").doubleValue() < 0.1);
    }

    @Test
    void energiesComeWithTheRecords() throws IOException, InterruptedException {
        client.pass(Duration.ofHours(12).plusSeconds(4));
        JsonObject before = client.day(TODAY);
        client.pass(Duration.ofSeconds(299));
        assertEquals(before, client.day(TODAY));
        client.pass(Duration.ofSeconds(1));
        assertFalse(before.equals(client.day(TODAY)));
    }

    @Test
    void sumsAreForTodayAloneWithoutATariff() throws IOException, InterruptedException {
        client.pass(Duration.ofHours(18));
        List<String> optional = List.of("epvtotal", "todayIncome", "totalIncome", "eselfConsumption",
                "eselfSufficiency", "treeNum", "carbonNum", "moneyType");
        JsonObject without = client.object(SUMS);
        optional.forEach(name -> assertTrue(without.get(name).isJsonNull(), name));
        account.bind(CloudClient.home().tariff(new CloudTariff(new BigDecimal("0.08"), "€")));
        JsonObject with = client.object(SUMS);
        assertEquals(without.keySet(), with.keySet());
        assertEquals("€", with.get("moneyType").getAsString());
        assertEquals(number(with, "epvtotal").multiply(new BigDecimal("0.86")), number(with, "carbonNum"));
        assertTrue(number(with, "eselfConsumption").doubleValue() > 0
                && number(with, "eselfConsumption").doubleValue() < 1, "a fraction");
        assertTrue(number(with, "totalIncome").compareTo(number(with, "todayIncome")) > 0);
    }

    @Test
    void someModelsHaveNoLiveData() throws IOException, InterruptedException {
        client.pass(Duration.ofHours(12));
        JsonObject usual = client.object(LIVE);
        account.bind(CloudSystem.of(CloudPlate.storionS5(HOME), CloudClient.home().curve())
                .kind(CloudKind.WITHOUT_LIVE_DATA));
        JsonObject live = client.object(LIVE);
        assertEquals(usual.keySet(), live.keySet());
        assertTrue(live.asMap().values().stream().allMatch(JsonElement::isJsonNull));
        assertTrue(number(client.history(TODAY).get(0), "cbat").signum() > 0);
        assertTrue(number(client.day(TODAY), "epv").signum() > 0);
    }

    @Test
    void batteriesForTheSocketTellLittle() throws IOException, InterruptedException {
        client.pass(Duration.ofHours(20));
        account.bind(CloudSystem.of(CloudPlate.vt1000(HOME), CloudClient.home().curve()).kind(CloudKind.PLUG_IN));
        JsonObject live = client.object(LIVE);
        assertTrue(number(live, "soc").signum() > 0);
        assertEquals(List.of(0, 0, 0, 0), Stream.of("ppv", "pload", "pgrid", "pbat")
                .map(name -> number(live, name).signum()).toList());
        assertTrue(live.getAsJsonObject("pevDetail").get("ev1Power").isJsonNull());
        JsonObject day = client.day(TODAY);
        assertTrue(Stream.of("epv", "eInput", "eOutput", "eCharge", "eDischarge")
                .allMatch(name -> number(day, name).signum() == 0));
        JsonObject evening = client.history(TODAY).get(0).getAsJsonObject();
        assertEquals(0, number(evening, "load").signum());
        assertTrue(number(evening, "feedIn").signum() > 0, "what the battery gives");
        assertTrue(client.history(TODAY).asList().stream().anyMatch(one -> number(one, "gridCharge").signum() > 0));
    }

    @Test
    void saysWhatItIsGiven() throws IOException, InterruptedException {
        cloud.bodies().put(LIVE, "AL7000000000002", "{}");
        cloud.bodies().put(LIVE, "{\"code\":200, \"data\":null}");
        assertEquals("{\"code\":200, \"data\":null}", client.get(LIVE + "?sysSn=" + HOME).body());
        cloud.bodies().put(LIVE, HOME, "{\"info\":\"€\"}");
        assertEquals("{\"info\":\"€\"}", client.get(LIVE + "?sysSn=" + HOME).body());
        assertEquals(6007, CloudClient.code(client.send(client.signed(LIVE).setHeader("sign", "0"))));
        cloud.bodies().clear();
        assertFalse(client.object(LIVE).equals(JsonNull.INSTANCE));
    }
}
