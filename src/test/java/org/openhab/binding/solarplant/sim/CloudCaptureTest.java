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
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openhab.binding.solarplant.sim.CloudClient.HOME;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * The simulated cloud speaks as the real one does: the same fields with the same kinds of values. The captures are other
 * people's data and stay where they are: the system property {@code captures} names the folder.
 */
@NonNullByDefault
@Timeout(20)
class CloudCaptureTest {
    private static final Path FOLDER = Path.of(System.getProperty("captures", "../shared/protocols"),
            "alphaess-captures", "cloud");
    private static final String DAY = "2026-08-04";

    private final CloudClient client = new CloudClient(DAY + "T20:10");
    private final CloudAccount account = CloudClient.account();
    private final CloudSimulator cloud;

    CloudCaptureTest() throws IOException {
        cloud = client.start(account.bind(CloudClient.home()).bind(CloudSystem.of(
                CloudPlate.smileG3("AL7000000000002"), CloudClient.home().curve())));
    }

    @BeforeAll
    static void needsCaptures() {
        assumeTrue(Files.isDirectory(FOLDER),
                () -> "no captures in " + FOLDER + ": give their folder as -Dcaptures=DIR");
    }

    @AfterEach
    void stop() {
        client.close();
        cloud.close();
    }

    @Test
    void knowsEveryCapture() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    new TreeSet<>(Set.of("error.6001-empty-list.json", "error.6007-sign.shape.json",
                            "error.6017-no-permission.json", "getChargeConfigInfo.json", "getDisChargeConfigInfo.json",
                            "getEssList.two-systems.json", "getEvChargerConfigList.none.json",
                            "getEvChargerCurrentsBySn.json", "getLastPowerData.evening-discharge.json",
                            "getOneDateEnergyBySn.json", "getOneDayPowerBySn.first-record.json",
                            "getSumDataForCustomer.no-tariff.json", "getTimeChargeBySn.weekly.synthetic.json",
                            "setTimeChargeBySn.request.json", "signature-vectors.json",
                            "updateChargeConfigInfo.request.json", "write-success.bytes-exact.json")),
                    new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()),
                    "a new capture needs its replay here");
        }
    }

    @ParameterizedTest
    @CsvSource({"getEssList,two-systems,''", "getSumDataForCustomer,no-tariff,''",
            "getLastPowerData,evening-discharge,''", "getOneDayPowerBySn,first-record,&queryDate=" + DAY,
            "getOneDateEnergyBySn,'',&queryDate=" + DAY, "getChargeConfigInfo,'',''", "getDisChargeConfigInfo,'',''",
            "getEvChargerConfigList,none,''", "getEvChargerCurrentsBySn,'',''"})
    void readsHaveTheSameShape(String endpoint, String variant, String more)
            throws IOException, InterruptedException {
        String file = endpoint + (variant.isEmpty() ? "" : "." + variant) + ".json";
        assertEquals(shape(parsed(file)), shape(answer(endpoint, more)));
    }

    @Test
    void periodicScheduleHasTheSameShapeOnceItIsWritten() throws IOException, InterruptedException {
        account.bind(CloudClient.home().schedules(CloudSchedules.periodic()));
        assertEquals(200, client.write("setTimeChargeBySn", text("setTimeChargeBySn.request.json")));
        JsonElement read = answer("getTimeChargeBySn", "");
        assertEquals(shape(parsed("getTimeChargeBySn.weekly.synthetic.json")), shape(read));
        JsonObject asked = parsed("setTimeChargeBySn.request.json").getAsJsonObject();
        JsonObject told = read.getAsJsonObject().getAsJsonObject("data");
        for (String list : new String[]{"chargeTimeList", "dischargeTimeList"}) {
            JsonObject period = told.getAsJsonArray(list).get(0).getAsJsonObject();
            asked.getAsJsonArray(list).get(0).getAsJsonObject().asMap()
                    .forEach((name, value) -> assertEquals(plain(value), plain(period.get(name)), name));
        }
    }

    @Test
    void writesAreTakenAndConfirmedToTheByte() throws IOException, InterruptedException {
        HttpResponse<String> done = client.post("updateChargeConfigInfo", text("updateChargeConfigInfo.request.json"));
        assertEquals(text("write-success.bytes-exact.json"), done.body());
        JsonObject asked = parsed("updateChargeConfigInfo.request.json").getAsJsonObject();
        asked.remove("sysSn");
        assertEquals(new TreeMap<>(asked.asMap()),
                new TreeMap<>(client.object("getChargeConfigInfo").asMap()));
    }

    @Test
    void errorsAreTheSame() throws IOException, InterruptedException {
        assertEquals(parsed("error.6007-sign.shape.json"),
                CloudClient.json(client.send(client.signed("getEssList").setHeader("sign", "0"))));
        String request = text("setTimeChargeBySn.request.json");
        assertEquals(parsed("error.6017-no-permission.json"),
                CloudClient.json(client.post("setTimeChargeBySn", request)));
        JsonObject empty = JsonParser.parseString(request).getAsJsonObject();
        empty.add("dischargeTimeList", new JsonArray());
        assertEquals(parsed("error.6001-empty-list.json"),
                CloudClient.json(client.post("setTimeChargeBySn", empty.toString())));
    }

    @Test
    void signaturesOfTheVectorsAreRight() throws IOException, InterruptedException {
        for (JsonElement element : parsed("signature-vectors.json").getAsJsonObject().getAsJsonArray("vectors")) {
            JsonObject vector = element.getAsJsonObject();
            long stamp = vector.get("timeStamp").getAsLong();
            client.pass(Duration.ofSeconds(stamp - client.instant().getEpochSecond()));
            CloudAccount other = new CloudAccount(vector.get("appId").getAsString(),
                    vector.get("appSecret").getAsString());
            try (CloudSimulator its = client.start(other)) {
                assertEquals(200, CloudClient.code(client.send(client.bare("getEssList")
                        .header("appId", vector.get("appId").getAsString())
                        .header("timeStamp", vector.get("timeStamp").getAsString())
                        .header("sign", vector.get("sign").getAsString()))));
                assertEquals(vector.get("sign").getAsString(),
                        CloudClient.sign(vector.get("preImage").getAsString()));
                assertEquals(1, its.requests().size());
            }
        }
    }

    private JsonElement answer(String endpoint, String more) throws IOException, InterruptedException {
        return CloudClient.json(client.get(endpoint + "?sysSn=" + HOME + more));
    }

    /** Names with the kinds of their values, in no order; of a list its first element, as it is the same in all. */
    private static String shape(JsonElement element) {
        return switch (element) {
            case JsonObject object -> {
                TreeMap<String, String> fields = new TreeMap<>();
                object.asMap().forEach((name, value) -> fields.put(name, shape(value)));
                yield fields.toString();
            }
            case JsonArray list -> list.isEmpty() ? "[]" : "[" + shape(list.get(0)) + "]";
            case JsonPrimitive value -> value.isNumber() ? "number" : value.isString() ? "string" : "boolean";
            default -> "null";
        };
    }

    /** The same whether a whole number was written with decimals or without. */
    private static Object plain(JsonElement value) {
        return value instanceof JsonPrimitive one && one.isNumber() ? one.getAsDouble() : value;
    }

    private static JsonElement parsed(String file) throws IOException {
        return JsonParser.parseString(text(file));
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
