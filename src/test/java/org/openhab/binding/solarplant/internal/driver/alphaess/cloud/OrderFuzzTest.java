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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;

import com.google.gson.JsonObject;

/** Whatever is ordered: the cloud never gets to see what it would refuse, nor what a device would ignore. */
@NonNullByDefault
@Timeout(120)
class OrderFuzzTest {

    private static final int ORDERS = 300;
    private static final List<String> TIMES = List.of("00:00", "00:15", "02:00", "04:45", "05:00", "12:00", "12:30",
            "17:00", "21:15", "23:45", "24:00", "7:00", "07:05", "", "noon");
    private static final List<String> PERCENTS = List.of("0", "5", "10", "11", "50", "99", "100", "101", "-1", "50.5");
    private static final List<String> POWERS = List.of("0", "1", "3000", "100000", "100001", "0.5");

    private static String setting(Random random) {
        String direction = random.nextBoolean() ? "charge" : "discharge";
        String slot = direction + "-slot-" + (1 + random.nextInt(3)) + "-";
        return switch (random.nextInt(10)) {
            case 0 -> direction + "-enabled=" + (random.nextBoolean() ? "on" : "off");
            case 1 -> (random.nextBoolean() ? "max" : "min") + "-state-of-charge=" + any(PERCENTS, random);
            case 2 -> slot + "target=" + any(PERCENTS, random);
            case 3 -> slot + "power=" + any(POWERS, random);
            case 4, 5, 6 -> slot + "start=" + any(TIMES, random) + " ";
            default -> slot + "end=" + any(TIMES, random) + " ";
        };
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static Outcome order(OrderRig rig, Random random) throws InterruptedException {
        String start = any(TIMES.subList(0, 10), random);
        String end = any(TIMES.subList(0, 10), random);
        return switch (random.nextInt(8)) {
            case 0 -> rig.charge(start, end, random.nextInt(110));
            case 1 -> rig.discharge(start, end, random.nextInt(110));
            default -> rig.change(String.join(",",
                    IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> setting(random)).toList()));
        };
    }

    private static int run(OrderRig rig, long seed) throws Exception {
        Random random = new Random(seed);
        int verified = 0;
        for (int i = 0; i < ORDERS; i++) {
            Outcome outcome = order(rig, random);
            boolean isOfDevice = outcome instanceof Outcome.Refused(Refusal why)
                    && why.kind() == Refusal.Kind.DEVICE;
            boolean isTaken = outcome instanceof Outcome.Verified
                    || outcome instanceof Outcome.Unverified(Failure why, var readings)
                            && why.kind() == Failure.Kind.SWITCH_UNKNOWN;
            assertFalse(isOfDevice || outcome instanceof Outcome.Unverified && !isTaken, outcome.toString());
            verified += isTaken ? 1 : 0;
        }
        return verified;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOlderStore(long seed) throws Exception {
        try (OrderRig rig = OrderRig.twoSlot("""
                {"batHighCap":90,"gridCharge":1,"timeChaf1":"02:00","timeChae1":"05:00","timeChaf2":"00:00",
                "timeChae2":"00:00"}""", """
                {"batUseCap":12,"ctrDis":1,"timeDisf1":"17:00","timeDise1":"21:00","timeDisf2":"00:00",
                "timeDise2":"00:00"}""")) {
            assertTrue(run(rig, seed) > 5, "something gets through");
            for (JsonObject body : bodies(rig, "ConfigInfo")) {
                times(body).forEach(OrderFuzzTest::assertOnGrid);
            }
            assertEquals(List.of(), bodies(rig, "setTimeChargeBySn"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theNewerStore(long seed) throws Exception {
        try (OrderRig rig = OrderRig.periodic("""
                {"executeCycleType":1,"chargeTimeList":[
                {"beginTime":"01:00","endTime":"05:00","weeks":[1,2,3],"chargePower":5000,"chargeLimit":90},
                {"beginTime":"12:00","endTime":"13:00","weeks":[6,7],"chargeLimit":50}],
                "dischargeTimeList":[
                {"beginTime":"17:00","endTime":"21:00","weeks":[1,2,3],"chargePower":5000,"chargeLimit":20}]}""")) {
            assertTrue(run(rig, seed) > 5, "something gets through");
            for (JsonObject body : bodies(rig, "setTimeChargeBySn")) {
                for (String list : List.of("chargeTimeList", "dischargeTimeList")) {
                    body.getAsJsonArray(list).forEach(period -> times(period.getAsJsonObject())
                            .forEach(OrderFuzzTest::assertOnGrid));
                    int count = body.getAsJsonArray(list).size();
                    assertTrue(count >= 1 && count <= 28, "what the cloud takes, not " + count);
                }
            }
            assertEquals(List.of(), bodies(rig, "updateChargeConfigInfo"));
            assertEquals(List.of(), bodies(rig, "updateDisChargeConfigInfo"));
        }
    }

    private static List<JsonObject> bodies(OrderRig rig, String endpoint) {
        return rig.rig.rig.cloud.requests().stream().filter(request -> "POST".equals(request.verb()))
                .filter(request -> request.endpoint().endsWith(endpoint)).map(request -> request.fields()).toList();
    }

    private static List<String> times(JsonObject body) {
        List<String> times = new ArrayList<>();
        body.asMap().forEach((name, value) -> {
            if (name.contains("Time") && value.isJsonPrimitive() || name.startsWith("time")) {
                times.add(value.getAsString());
            }
        });
        return times;
    }

    private static void assertOnGrid(String time) {
        assertTrue(time.matches("([01]\\d|2[0-3]):(00|15|30|45)"), time);
    }
}
