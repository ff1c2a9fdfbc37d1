/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.Space;

/** Orders for a simulated AlphaESS system over a real socket. */
@NonNullByDefault
final class EmsOrderRig implements AutoCloseable {

    static final DeviceId SYSTEM = new DeviceId(DeviceKind.INVERTER, EmsRig.SERIAL);
    private static final int WRITE_ONE = 6;
    private static final int WRITE_MANY = 16;

    final EmsRig rig;
    private final Time time;

    /** A clock that goes on when it is told to. */
    private static final class Time extends Clock {
        private volatile Instant now = EmsRig.NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private EmsOrderRig(RegisterImage image, Time time) throws IOException {
        this.time = time;
        rig = EmsRig.of(image, EmsRig.PLAIN, time, ZoneOffset.UTC);
    }

    /** The system of a house that lives. */
    static EmsOrderRig house() throws IOException {
        Time time = new Time();
        return new EmsOrderRig(new AlphaEssImage(EmsRig.SERIAL, new DayCurve(Site.home(ZoneOffset.UTC)), time), time);
    }

    /** A system with just these registers. */
    static EmsOrderRig of(RegisterImage image) throws IOException {
        return new EmsOrderRig(image, new Time());
    }

    /** A system at half charge whose battery may be charged to so many percent, and discharged to 12 %. */
    static MapImage system(int mostCharge) {
        return EmsRig.system().put(Space.HOLDING, 0x0102, 500).put(Space.HOLDING, 0x084F, 3, 12, 17, 21, 22, 23,
                mostCharge, 1, 5, 13, 14).put(Space.HOLDING, 0x085A, 15, 30, 0, 45, 5, 0, 0, 45);
    }

    void pass(Duration duration) {
        time.now = time.now.plus(duration);
    }

    Outcome force(int watts, int seconds) throws InterruptedException {
        return apply(new Order.ForcePower(SYSTEM, BigDecimal.valueOf(watts), Duration.ofSeconds(seconds)));
    }

    Outcome release() throws InterruptedException {
        return apply(new Order.Release(SYSTEM));
    }

    Outcome charge(String start, String end, int target) throws InterruptedException {
        return apply(new Order.Charge(SYSTEM, LocalTime.parse(start), LocalTime.parse(end),
                BigDecimal.valueOf(target)));
    }

    Outcome change(String settings) throws InterruptedException {
        List<Setting> list = new ArrayList<>();
        for (String setting : settings.split(", *")) {
            String[] pair = setting.split("=");
            Metric metric = Metrics.of("settings#" + pair[0]);
            list.add(new Setting(metric, switch (metric.quantity()) {
                case Quantity.SWITCH -> new Value.Switch(pair[1].equals("on"));
                case Quantity.TEXT -> new Value.Text(pair[1]);
                default -> new Value.Amount(new BigDecimal(pair[1]));
            }));
        }
        return apply(new Order.Change(SYSTEM, list));
    }

    Outcome apply(Order order) throws InterruptedException {
        return rig.driver.apply(order);
    }

    /** What was written since the last time, as it goes over the wire: unit, function, register, and what is written. */
    List<String> sent() {
        List<String> sent = rig.simulator.requests().stream()
                .filter(request -> request.function() == WRITE_ONE || request.function() == WRITE_MANY)
                .map(EmsOrderRig::text).toList();
        rig.simulator.clearRequests();
        return sent;
    }

    private static String text(Request request) {
        String words = request.values().stream().map(word -> bytes(word >> 8, word)).collect(Collectors.joining(" "));
        String head = bytes(request.unit(), request.function()) + " " + bytes(request.start() >> 8, request.start());
        return request.function() == WRITE_ONE
                ? head + " " + words
                : head + " " + bytes(request.count() >> 8, request.count(), 2 * request.count()) + " " + words;
    }

    private static String bytes(int... bytes) {
        HexFormat hex = HexFormat.of().withUpperCase();
        List<String> texts = new ArrayList<>();
        for (int one : bytes) {
            texts.add(hex.toHexDigits((byte) one));
        }
        return String.join(" ", texts);
    }

    /** What a refused or doubtful order says. */
    static String why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var why) -> (why.kind() + " " + String.join(" ", why.arguments())).strip();
            case Outcome.Unverified(var why, var readings) ->
                ("unverified " + why.kind() + " " + String.join(" ", why.arguments())).strip();
            case Outcome.Unchanged none -> "unchanged";
            case Outcome.Verified(var readings) -> "verified";
        };
    }

    /** What was read back; {@code none} if nothing was. */
    static String readBack(Outcome outcome, String metric) {
        return switch (outcome) {
            case Outcome.Verified(var readings) when !readings.isEmpty() -> EmsRig.text(readings.getFirst(), metric);
            case Outcome.Unverified(var why, var readings) when !readings.isEmpty() ->
                EmsRig.text(readings.getFirst(), metric);
            default -> "none";
        };
    }

    @Override
    public void close() {
        rig.close();
    }
}
