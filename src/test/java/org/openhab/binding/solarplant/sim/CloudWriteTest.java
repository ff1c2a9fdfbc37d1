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
import static org.openhab.binding.solarplant.sim.CloudClient.HOME;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collections;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which schedules the cloud takes, and that it says afterwards what it took (alphaess.md §1.6, §1.7). */
@NonNullByDefault
@Timeout(20)
class CloudWriteTest {
    private static final String CHARGE = """
            {"sysSn":"%s","batHighCap":95,"gridCharge":1,"timeChaf1":"01:00","timeChae1":"05:00",\
            "timeChaf2":"13:30","timeChae2":"00:00"}""".formatted(HOME);
    private static final String PERIODS = """
            {"sysSn":"%s","executeCycleType":1,"gridChargeCycle":1,"ctrDisCycle":1,\
            "chargeTimeList":[%s],"dischargeTimeList":[%s]}""";
    private static final String NIGHT = period("01:00", "05:00", "[6,5,1]");
    private static final String EVENING = period("17:00", "00:00", "[1,2,3]");

    private final CloudClient client = new CloudClient("2026-06-01T12:00");
    private final CloudAccount account = CloudClient.account();
    private final CloudSimulator cloud;

    CloudWriteTest() throws IOException {
        cloud = client.start(account.bind(CloudClient.home()));
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void legacyScheduleIsReplacedAndEchoed() throws IOException, InterruptedException {
        assertEquals("""
                {"gridCharge":0,"timeChaf1":"00:00","timeChae1":"00:00","timeChaf2":"00:00","timeChae2":"00:00",\
                "batHighCap":100}""", client.object("getChargeConfigInfo").toString());
        HttpResponse<String> done = client.post("updateChargeConfigInfo", CHARGE);
        assertEquals("{\"code\":200,\"msg\":\"Success\",\"expMsg\":null,\"data\":null,\"extra\":null}", done.body());
        assertEquals("""
                {"gridCharge":1,"timeChaf1":"01:00","timeChae1":"05:00","timeChaf2":"13:30","timeChae2":"00:00",\
                "batHighCap":95}""", client.object("getChargeConfigInfo").toString());
        assertEquals("""
                {"ctrDis":0,"timeDisf1":"00:00","timeDise1":"00:00","timeDisf2":"00:00","timeDise2":"00:00",\
                "batUseCap":10}""", client.object("getDisChargeConfigInfo").toString());
        assertEquals(200, client.write("updateDisChargeConfigInfo", """
                {"sysSn":"%s","batUseCap":12.5,"ctrDis":1,"timeDisf1":"17:07","timeDise1":"21:00",\
                "timeDisf2":"00:00","timeDise2":"00:00"}""".formatted(HOME)), "beside the grid, and taken");
        assertEquals("""
                {"ctrDis":1,"timeDisf1":"17:07","timeDise1":"21:00","timeDisf2":"00:00","timeDise2":"00:00",\
                "batUseCap":12.5}""", client.object("getDisChargeConfigInfo").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"01:00\"|\"1:00\"|6001", "\"05:00\"|\"24:00\"|6001",
            "\"05:00\"|\"05:60\"|6001", "\"05:00\"|500|6001", "\"05:00\"|null|6001", "\"gridCharge\":1|\"x\":1|6001",
            "\"gridCharge\":1|\"gridCharge\":2|6001", "\"gridCharge\":1|\"gridCharge\":true|6001",
            "\"batHighCap\":95|\"batHighCap\":101|6001", "\"batHighCap\":95|\"batHighCap\":[]|6001",
            "AL7000000000001|AL7000000000005|6002", "\"batHighCap\":95|\"batHighCap\":\"95\"|200"})
    void legacyWritesAreChecked(String part, String other, int code) throws IOException, InterruptedException {
        assertEquals(code, client.write("updateChargeConfigInfo", CHARGE.replace(part, other)));
        int expected = code == 200 ? 1 : 0;
        assertEquals(expected, client.object("getChargeConfigInfo").get("gridCharge").getAsInt());
    }

    @Test
    void periodicScheduleIsReplacedAndEchoed() throws IOException, InterruptedException {
        account.bind(CloudClient.home().schedules(CloudSchedules.periodic()));
        assertEquals("""
                {"sysSn":"AL7000000000001","executeCycleType":0,"gridChargeCycle":0,"ctrDisCycle":0,\
                "chargeTimeList":[],"dischargeTimeList":[]}""", client.object("getTimeChargeBySn").toString());
        assertEquals(200, client.write("setTimeChargeBySn", periods(NIGHT,
                EVENING.replace("\"chargePower\":5000,", "") + "," + period("06:00", "07:00", "[7]"))));
        assertEquals("""
                {"sysSn":"AL7000000000001","executeCycleType":1,"gridChargeCycle":0,"ctrDisCycle":0,\
                "chargeTimeList":[{"executeCycleType":1,"strategyType":0,"beginTime":"01:00","endTime":"05:00",\
                "weeks":[6,5,1],"sort":1,"chargePower":5000,"chargeLimit":25.0}],\
                "dischargeTimeList":[{"executeCycleType":1,"strategyType":1,"beginTime":"17:00","endTime":"00:00",\
                "weeks":[1,2,3],"sort":1,"chargePower":0,"chargeLimit":25.0},\
                {"executeCycleType":1,"strategyType":1,"beginTime":"06:00","endTime":"07:00",\
                "weeks":[7],"sort":2,"chargePower":5000,"chargeLimit":25.0}]}""",
                client.object("getTimeChargeBySn").toString(), "the flags read 0 whatever was sent");
        assertEquals(200, client.write("updateChargeConfigInfo", CHARGE));
        assertEquals(1, client.object("getChargeConfigInfo").get("gridCharge").getAsInt(), "stored all the same");
    }

    @Test
    void listsMustBeThereAndNotEmpty() throws IOException, InterruptedException {
        String empty = client.post("setTimeChargeBySn", periods(NIGHT, "")).body();
        assertEquals("{\"code\":6001,\"msg\":\"Parameter error\",\"expMsg\":\"time list is null\","
                + "\"data\":null,\"extra\":null}", empty);
        assertEquals(10001,
                client.write("setTimeChargeBySn", periods(NIGHT, EVENING).replace("dischargeTimeList", "x")));
        assertEquals(10001, client.write("setTimeChargeBySn", periods("1", EVENING)));
        assertEquals(6017, client.write("setTimeChargeBySn", periods(NIGHT, EVENING)), "only a sound one");
        assertEquals(6017, CloudClient.code(client.get("getTimeChargeBySn?sysSn=" + HOME)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"01:00\"|\"1:00\"|6001", "\"chargeLimit\":25|\"chargeLimit\":9|6001",
            "\"chargeLimit\":25|\"chargeLimit\":100.5|6001", "\"chargePower\":5000|\"chargePower\":0.5|6001",
            "\"chargePower\":5000|\"chargePower\":-1|6001", "[6,5,1]|[0]|6001", "[6,5,1]|[8]|6001",
            "[6,5,1]|[1,1]|6001", "[6,5,1]|[]|6001", "[6,5,1]|[[1]]|6001", "\"weeks\"|\"days\"|6001",
            "\"executeCycleType\":1|\"executeCycleType\":2|6001", "\"ctrDisCycle\":1|\"ctrDisCycle\":true|6001",
            "\"01:00\"|\"22:00\"|6008", "\"05:00\"|\"17:15\"|6008", "\"05:00\"|\"17:00\"|200",
            "\"05:00\"|\"01:00\"|200", "[1,2,3]|[2,3]|200", "\"executeCycleType\":1|\"executeCycleType\":0|200",
            "AL7000000000001|AL7000000000005|6002"})
    void periodicWritesAreChecked(String part, String other, int code) throws IOException, InterruptedException {
        account.bind(CloudClient.home().schedules(CloudSchedules.periodic()));
        assertEquals(code, client.write("setTimeChargeBySn", periods(NIGHT, EVENING).replace(part, other)));
        assertEquals(code == 200 ? 1 : 0,
                client.object("getTimeChargeBySn").getAsJsonArray("chargeTimeList").size());
    }

    @Test
    void chargeAndDischargeMayNotMeetOnTheSameDay() throws IOException, InterruptedException {
        account.bind(CloudClient.home().schedules(CloudSchedules.periodic()));
        String other = period("04:45", "06:00", "[2,3,4,7]");
        assertEquals(200, client.write("setTimeChargeBySn", periods(NIGHT, other)));
        assertEquals(6008, client.write("setTimeChargeBySn", periods(NIGHT, other.replace("7", "1"))));
        assertEquals(6008, client.write("setTimeChargeBySn",
                periods(NIGHT, other).replace("\"executeCycleType\":1", "\"executeCycleType\":0")), "every day");
        assertEquals(1, client.object("getTimeChargeBySn").get("executeCycleType").getAsInt(), "as it was");
    }

    @Test
    void aDayHasSixPeriodsAndAWeekTwentyEight() throws IOException, InterruptedException {
        account.bind(CloudClient.home().schedules(CloudSchedules.periodic()));
        String monday = String.join(",", Collections.nCopies(5, period("01:00", "02:00", "[1]")));
        assertEquals(200, client.write("setTimeChargeBySn", periods(monday, EVENING)));
        assertEquals(6001, client.write("setTimeChargeBySn", periods(monday + "," + NIGHT, EVENING)));
        StringBuilder week = new StringBuilder(monday);
        for (int day = 2; day <= 6; day++) {
            week.append(",").append(monday.replace("[1]", "[" + day + "]"));
        }
        assertEquals(6001, client.write("setTimeChargeBySn", periods(week.toString(), EVENING)));
    }

    private static String period(String begin, String end, String weeks) {
        return """
                {"beginTime":"%s","endTime":"%s","weeks":%s,"chargePower":5000,"chargeLimit":25}""".formatted(begin,
                end, weeks);
    }

    private static String periods(String charge, String discharge) {
        return PERIODS.formatted(HOME, charge, discharge);
    }
}
