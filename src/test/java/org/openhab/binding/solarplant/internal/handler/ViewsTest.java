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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Source;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ThingBuilder;

/** Values, statistics and failures in openHAB's words. */
@NonNullByDefault
class ViewsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"POWER,W", "APPARENT_POWER,VA", "REACTIVE_POWER,var", "ENERGY,kWh", "VOLTAGE,V", "CURRENT,A",
            "FREQUENCY,Hz", "TEMPERATURE,°C", "PERCENT,%", "DURATION,s"})
    void quantitiesHaveUnits(Quantity quantity, String unit) {
        assertEquals("1.5 " + unit, States.of(quantity, new Value.Amount(new BigDecimal("1.5"))).toString());
    }

    @Test
    void otherValuesHaveNone() {
        assertEquals("1.5", States.of(Quantity.NUMBER, new Value.Amount(new BigDecimal("1.5"))).toString());
        assertEquals("1.5", States.of(Quantity.TEXT, new Value.Amount(new BigDecimal("1.5"))).toString());
        assertEquals(new StringType("idle"), States.of(Quantity.TEXT, new Value.Text("idle")));
        assertEquals(new DateTimeType(NOON), States.of(Quantity.TIME, new Value.Moment(NOON)));
        assertEquals(OnOffType.ON, States.of(Quantity.SWITCH, new Value.Switch(true)));
        assertEquals(OnOffType.OFF, States.of(Quantity.SWITCH, new Value.Switch(false)));
    }

    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void everyFailureHasADetailAndASentence(Failure.Kind kind) throws IOException {
        Failure failure = new Failure(kind, "one", "two");
        ThingStatusDetail expected = kind == Failure.Kind.RATE_LIMIT
                ? ThingStatusDetail.DUTY_CYCLE
                : kind.needsUser() ? ThingStatusDetail.CONFIGURATION_ERROR : ThingStatusDetail.COMMUNICATION_ERROR;
        assertEquals(expected, StatusTexts.detail(failure));
        assertEquals("@text/offline." + kind.id() + " [\"one\", \"two\"]", StatusTexts.text(failure));
        for (String language : List.of("", "_de")) {
            Properties texts = new Properties();
            try (Reader file = Files.newBufferedReader(
                    Path.of("src/main/resources/OH-INF/i18n/solarplant" + language + ".properties"))) {
                texts.load(file);
            }
            assertFalse(texts.getProperty("offline." + kind.id(), "").isBlank(), kind + language);
        }
    }

    @Test
    void argumentsCannotBreakOutOfTheirText() {
        assertEquals("@text/key", TranslatedText.of("key", List.of()));
        assertEquals("@text/key [\"a b c d e\", \"-\"]", TranslatedText.of("key", List.of("a,b\"c[d]e", " ")));
    }

    private static Map<String, String> shown(PollStats stats) {
        return texts(PollView.of(stats, 7));
    }

    private static Map<String, String> texts(Map<Metric, Value> values) {
        return values.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().id(),
                entry -> States.of(entry.getKey().quantity(), entry.getValue()).toString(), (one, other) -> one,
                TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({"INVERTER,direct", "EMS,direct", "GATEWAY,direct", "BATTERY,", "METER,", "EV_CHARGER,"})
    void aPartDoesNotSayFromWhomItComes(DeviceKind kind, @Nullable String source) {
        Device device = new Device(new DeviceId(kind, "X"), null, Map.of());
        Map<String, String> shown = texts(DeviceView.of(
                new DeviceState(device, Set.of(Source.DIRECT), true, NOON, Map.of(), 0)));
        assertEquals(new DateTimeType(NOON).toString(), shown.get("status#last-update"));
        assertEquals(source, shown.get("status#data-source"));
    }

    @Test
    void aPollThatNeverWasHasNoPast() {
        PollStats none = new PollStats(PollMode.ALTERNATING, Optional.empty(), 0, Optional.empty(), Optional.empty(),
                0, Duration.ZERO, Optional.empty(), false);
        assertEquals(Map.of("poll#mode", "alternating", "poll#tick-count", "0", "poll#consecutive-failures", "0",
                "poll#rejected-values", "7", "poll#duration", "0 s", "poll#last-error", "none"), shown(none));
    }

    @Test
    void aPollSaysHowItWent() {
        PollStats stats = new PollStats(PollMode.ALTERNATING, Optional.of(Cadence.FULL), 3, Optional.of(NOON),
                Optional.of(NOON), 1, Duration.ofMillis(1234), Optional.of(new Failure(Failure.Kind.WRONG_DEVICE)),
                true);
        Map<String, String> shown = shown(stats);
        assertEquals("full", shown.get("poll#last-type"));
        assertEquals("wrong-device", shown.get("poll#last-error"));
        assertEquals("1.234 s", shown.get("poll#duration"));
        assertEquals(new DateTimeType(NOON).toString(), shown.get("poll#last-full"));
        assertEquals(new DateTimeType(NOON).toString(), shown.get("poll#last-success"));
        assertEquals("fast", shown(with(PollMode.ALTERNATING, Cadence.FAST)).get("poll#last-type"));
        assertEquals("normal", shown(with(PollMode.NORMAL, Cadence.FULL)).get("poll#last-type"));
        assertNotEquals(shown, shown(with(PollMode.NORMAL, Cadence.FULL)));
    }

    private static PollStats with(PollMode mode, Cadence cadence) {
        return new PollStats(mode, Optional.of(cadence), 1, Optional.empty(), Optional.of(NOON), 0, Duration.ZERO,
                Optional.empty(), true);
    }

    private static Thing thing(String type, String id, ThingStatus status, ThingStatusDetail detail) {
        Thing thing = ThingBuilder.create(new ThingTypeUID("solarplant", type), new ThingUID("solarplant", type, id))
                .build();
        thing.setStatusInfo(new ThingStatusInfo(status, detail, null));
        return thing;
    }

    @Test
    void theFleetIsThoseThatBringADriver() {
        List<Thing> things = List.of(
                thing("inverter", "a", ThingStatus.ONLINE, ThingStatusDetail.NONE),
                thing("inverter", "b", ThingStatus.OFFLINE, ThingStatusDetail.CONFIGURATION_ERROR),
                thing("inverter", "c", ThingStatus.UNKNOWN, ThingStatusDetail.NONE),
                thing("inverter", "d", ThingStatus.UNINITIALIZED, ThingStatusDetail.DISABLED),
                thing("battery", "e", ThingStatus.ONLINE, ThingStatusDetail.NONE));
        Map<String, String> fleet = texts(FleetView.of(things, List.of()).values());
        assertEquals(Map.of("fleet#total", "4", "fleet#connected", "1", "fleet#disconnected", "2", "fleet#disabled",
                "1"), fleet);
        assertEquals(new DateTimeType(NOON).toString(), texts(
                FleetView.of(things, List.of(with(PollMode.NORMAL, Cadence.FULL))).values()).get("fleet#last-poll"));
    }
}
