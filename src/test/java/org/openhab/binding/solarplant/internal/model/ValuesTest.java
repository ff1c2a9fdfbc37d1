/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.solarplant.internal.model.Readings.*;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities, values, readings and reasons. */
@NonNullByDefault
class ValuesTest {

    @ParameterizedTest
    @EnumSource(DeviceKind.class)
    void idsAreReadAsTheyAreWritten(DeviceKind kind) {
        DeviceId id = new DeviceId(kind, "H34A:1-b");
        assertEquals(kind.id() + ":H34A:1-b", id.toString());
        assertEquals(Optional.of(id), DeviceId.parse(id.toString()));
        assertEquals(Optional.of(kind), DeviceKind.of(kind.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inverter", "inverter:", "inverter: ", ":x", "toaster:x", "INVERTER:x"})
    void whatIsNoIdIsNotRead(String text) {
        assertEquals(Optional.empty(), DeviceId.parse(text));
    }

    @Test
    void partsAreNamedAfterTheirOwner() {
        assertEquals("battery:A1-battery-2", inverter("A1").part(DeviceKind.BATTERY, 2).toString());
        assertEquals(inverter("A1"), DeviceId.parse("inverter: A1 ").orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> inverter(" "));
        assertEquals("ev-charger", DeviceKind.EV_CHARGER.id());
    }

    @Test
    void amountsAreEqualWhateverTheirScale() {
        assertEquals(amount("1.50"), amount("1.5"));
        assertEquals(amount("1e3"), Value.Amount.of(1000));
        assertEquals(amount("0.000"), Value.Amount.of(0));
        assertEquals("0", amount("0E+7").number().toPlainString());
        assertNotEquals(amount("1"), amount("-1"));
    }

    @Test
    void signedPowersGetTheirParts() {
        Reading reading = reading(inverter("A1"), "grid#power", -300, "battery#power", 2000, "meter#power", 0);
        assertEquals(values("grid#power", -300, "grid#import-power", 0, "grid#export-power", 300, "battery#power", 2000,
                "battery#discharge-power", 2000, "battery#charge-power", 0, "meter#power", 0, "meter#import-power", 0,
                "meter#export-power", 0), reading.values());
        assertEquals(Map.of(), reading(inverter("A1")).values());
        Map<Metric, Value> text = Map.of(metric("grid#power"), new Value.Text("?"));
        assertEquals(text,
                new Reading(new Device(inverter("A1"), null, Map.of()), NOON, Cadence.FAST, text, 0).values());
    }

    @Test
    void readingsDoNotChangeAfterwards() {
        Map<Metric, Value> values = values("pv#power", 1);
        Map<String, String> properties = new HashMap<>(Map.of("model", "X"));
        Reading reading = new Reading(new Device(inverter("A1"), null, properties), NOON, Cadence.FAST, values, 0);
        values.clear();
        properties.clear();
        assertEquals(values("pv#power", 1), reading.values());
        assertEquals(Map.of("model", "X"), reading.device().properties());
        assertThrows(UnsupportedOperationException.class, () -> reading.values().clear());
    }

    @Test
    void reasonsHaveTextKeysAndCauses() {
        assertEquals("wrong-device", Failure.Kind.WRONG_DEVICE.id());
        assertEquals("timeout", Failure.Kind.TIMEOUT.id());
        Failure failure = new Failure(Failure.Kind.REFUSED, "0x0014", "2");
        assertEquals(List.of("0x0014", "2"), failure.arguments());
        IllegalStateException cause = new IllegalStateException();
        PollException exception = new PollException(failure, cause);
        assertEquals(failure, exception.failure());
        assertEquals("refused", exception.getMessage());
        assertSame(cause, exception.getCause());
    }

    @Test
    void aStateTellsItsNumbersOnly() {
        Map<Metric, Sample> samples = Map.of(metric("pv#power"), new Sample(amount("5"), NOON),
                metric("status#run-mode"), new Sample(new Value.Text("normal"), NOON));
        DeviceState state = new DeviceState(new Device(inverter("A1"), null, Map.of()), true, NOON, samples, 0);
        assertEquals(Optional.of(new BigDecimal("5")), state.number(metric("pv#power")));
        assertEquals(Optional.empty(), state.number(metric("status#run-mode")));
        assertEquals(Optional.empty(), state.number(metric("grid#power")));
    }
}
