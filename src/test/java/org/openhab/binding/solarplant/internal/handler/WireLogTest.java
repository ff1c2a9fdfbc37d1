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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.capture.Heard;
import org.openhab.binding.solarplant.internal.capture.Place;
import org.openhab.binding.solarplant.internal.capture.Registers;
import org.openhab.binding.solarplant.internal.capture.Reply;
import org.openhab.binding.solarplant.internal.capture.Trouble;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;

import com.google.gson.JsonObject;

/** The line of the log about a poll or an order. */
@NonNullByDefault
class WireLogTest {

    private final TestTime time = new TestTime();
    private final WireLog log = new WireLog(time);

    @Test
    void aPollSaysWhatWasAskedHowLongItTookAndWhatFailed() {
        log.heard(new Heard.Begin(Heard.Occasion.FULL));
        log.heard(
                new Heard.Read(new Place(1, 4, 0, 60), new Reply.Got<>(new Registers(List.of(7), "H34A10000001")), 1));
        log.heard(new Heard.Read(new Place(1, 3, 0x0124, 4),
                new Reply.Failed<>(new Trouble(Trouble.Kind.REFUSED, 2)), 1));
        time.pass(Duration.ofMillis(412));
        log.heard(new Heard.End(Heard.End.WELL));
        log.told(List.of(new Reading(new Device(new DeviceId(DeviceKind.INVERTER, "H34A10000001"), null, Map.of()),
                Source.DIRECT, Instant.EPOCH, Cadence.FULL, Map.of(Metrics.of("pv#power"), Value.Amount.of(1)), 2)));
        assertEquals("full, 412 ms, ok; 1 value of 1 device, 2 out of bounds; asked: unit 1 function 4 0x0000+60, "
                + "unit 1 function 3 0x0124+4 (refused 2)", log.line());
    }

    @Test
    void whatACloudIsToldIsNotWritten() {
        JsonObject secret = new JsonObject();
        secret.addProperty("sysSn", "AL7000000000001");
        log.heard(new Heard.Begin(Heard.Occasion.FAST));
        log.heard(new Heard.Called("getLastPowerData", secret,
                new Reply.Failed<>(new Trouble(Trouble.Kind.TIMEOUT, 0))));
        log.heard(new Heard.End("timeout"));
        assertEquals("fast, 0 ms, timeout; asked: getLastPowerData (timeout)", log.line());
    }

    @Test
    void anOrderSaysWhereItWrote() {
        log.heard(new Heard.Begin(Heard.Occasion.ORDER));
        log.heard(new Heard.Written(new Place(1, 6, 0x001F, 1), List.of(2), Optional.empty()));
        log.heard(new Heard.End(Heard.End.WELL));
        assertEquals("order, 0 ms, ok; asked: write unit 1 function 6 0x001F+1", log.line());
    }
}
