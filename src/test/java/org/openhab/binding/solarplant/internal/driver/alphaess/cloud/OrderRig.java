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

import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudChargers;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.binding.solarplant.sim.CloudSchedules;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Orders for a simulated system of the cloud, and what they make of it. */
@NonNullByDefault
final class OrderRig implements AutoCloseable {

    final DriverRig rig;

    private OrderRig(CloudSchedules schedules, CloudChargers chargers) throws Exception {
        rig = new DriverRig();
        rig.rig.bound.bind(CloudRig.smile(SERIAL).schedules(schedules).chargers(chargers));
        rig.listed();
    }

    /** A system with the older store, which was found out. */
    static OrderRig twoSlot(String charge, String discharge) throws Exception {
        OrderRig made = new OrderRig(CloudSchedules.legacy(), CloudChargers.none());
        made.put("updateChargeConfigInfo", charge);
        made.put("updateDisChargeConfigInfo", discharge);
        made.found();
        return made;
    }

    /** A system with the newer store, which was found out. */
    static OrderRig periodic(String periods) throws Exception {
        OrderRig made = new OrderRig(CloudSchedules.periodic(), CloudChargers.none());
        made.put("setTimeChargeBySn", periods);
        made.found();
        return made;
    }

    /** A system with these chargers, which were found out. */
    static OrderRig with(CloudChargers chargers) throws Exception {
        OrderRig made = new OrderRig(CloudSchedules.legacy(), chargers);
        made.found();
        return made;
    }

    /** A system of which nobody knows yet what it has. */
    static OrderRig unknown() throws Exception {
        return new OrderRig(CloudSchedules.legacy(), CloudChargers.none());
    }

    private void found() throws Exception {
        rig.full();
        rig.rig.cloud.clearRequests();
    }

    /** Somebody else sets something. */
    void put(String endpoint, String fields) throws Exception {
        JsonObject body = JsonParser.parseString(fields).getAsJsonObject();
        body.addProperty("sysSn", SERIAL);
        rig.account.post(endpoint, body);
    }

    Outcome apply(Order order) throws InterruptedException {
        return rig.driver.apply(order);
    }

    /** Settings of the system as {@code charge-slot-1-start=23:00, max-state-of-charge=90}. */
    Outcome change(String settings) throws InterruptedException {
        return change(DriverRig.SYSTEM, settings);
    }

    Outcome change(DeviceId device, String settings) throws InterruptedException {
        List<Setting> list = new ArrayList<>();
        for (String setting : settings.split(", *")) {
            String[] pair = setting.split("=", 2);
            list.add(setting(Metrics.of(pair[0].contains("#") ? pair[0] : "settings#" + pair[0]), pair[1].strip()));
        }
        return apply(new Order.Change(device, list));
    }

    private static Setting setting(Metric metric, String value) {
        if (metric.quantity() == Quantity.SWITCH) {
            return new Setting(metric, new Value.Switch(value.equals("on")));
        }
        return new Setting(metric, metric.quantity() == Quantity.TEXT
                ? new Value.Text(value)
                : new Value.Amount(new BigDecimal(value)));
    }

    Outcome charge(String start, String end, int target) throws InterruptedException {
        return apply(new Order.Charge(DriverRig.SYSTEM, LocalTime.parse(start), LocalTime.parse(end),
                BigDecimal.valueOf(target)));
    }

    Outcome discharge(String start, String end, int floor) throws InterruptedException {
        return apply(new Order.Discharge(DriverRig.SYSTEM, LocalTime.parse(start), LocalTime.parse(end),
                BigDecimal.valueOf(floor)));
    }

    /** What was written since the last time, each with its endpoint before it. */
    List<String> sent() {
        List<String> sent = requests().filter(request -> "POST".equals(request.verb()))
                .map(request -> request.endpoint() + " " + request.fields()).toList();
        rig.rig.cloud.clearRequests();
        return sent;
    }

    private Stream<CloudRequest> requests() {
        return rig.rig.cloud.requests().stream();
    }

    /** What a refused order says. */
    static String refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? (refused.why().kind() + " " + String.join(" ", refused.why().arguments())).strip()
                : outcome.toString();
    }

    /** Why an order may not have had its effect. */
    static String doubt(Outcome outcome) {
        return outcome instanceof Outcome.Unverified open
                ? (open.why().kind() + " " + String.join(" ", open.why().arguments())).strip()
                : outcome.toString();
    }

    /** A setting of the system as it was read back; empty without one. */
    static String readBack(Outcome outcome, DeviceId device, String metric) {
        List<Reading> readings = switch (outcome) {
            case Outcome.Verified verified -> verified.readings();
            case Outcome.Unverified open -> open.readings();
            case Outcome.Unchanged none -> List.of();
            case Outcome.Refused none -> List.of();
        };
        return readings.stream().filter(reading -> reading.device().id().equals(device)).findFirst()
                .map(reading -> text(reading.values().get(Metrics.of(metric)))).orElse("");
    }

    private static String text(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Value.Amount(BigDecimal number) -> number.toPlainString();
            case Value.Text(String text) -> text;
            case Value.Switch(boolean on) -> on ? "on" : "off";
            case Value.Moment moment -> moment.at().toString();
            case Value.Unset nothing -> "unset";
        };
    }

    /** The names of what may be set, without what each may be. */
    List<String> settings(DeviceId device) {
        return rig.driver.settings().getOrDefault(device, Map.of()).keySet().stream().map(Metric::id)
                .map(id -> id.replace("settings#", "")).sorted().toList();
    }

    @Override
    public void close() {
        rig.close();
    }
}
