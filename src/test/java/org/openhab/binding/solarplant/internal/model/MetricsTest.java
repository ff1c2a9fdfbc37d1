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

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue of metrics. */
@NonNullByDefault
class MetricsTest {

    @ParameterizedTest
    @CsvSource({"pv#power, 0, pv-power, POWER, false", "pv#string-2-power, 2, pv-string-power, POWER, false",
            "pv#string-12-energy-today, 12, pv-string-energy-today, ENERGY, true",
            "grid#l3-voltage, 3, grid-phase-voltage, VOLTAGE, true",
            "backup#l1-apparent-power, 1, backup-phase-apparent-power, APPARENT_POWER, true",
            "cells#cell-16-temperature, 16, cells-cell-temperature, TEMPERATURE, true",
            "status#run-mode, 0, status-run-mode, TEXT, false",
            "meter#l2-power-factor, 2, meter-phase-power-factor, NUMBER, true"})
    void isFoundById(String id, int number, String channelType, Quantity quantity, boolean advanced) {
        Metric metric = Metrics.find(id).orElseThrow();
        assertEquals(id, metric.id());
        assertEquals(id, metric.toString());
        assertEquals(number, metric.number());
        assertEquals(channelType, metric.type().channelType());
        assertEquals(quantity, metric.quantity());
        assertEquals(advanced, metric.type().advanced());
        assertEquals(number > 0, metric.type().isNumbered());
        assertTrue(Metrics.types().contains(metric.type()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pv", "pv#", "power", "pv#powers", "pv#string-power", "pv#string-0-power",
            "pv#string-01-power", "pv#string-100-power", "pv#string-{n}-power", "pv#string--1-power", "grid#l-power",
            "grid#l1-nothing", "grid#1-power", "pv#power-2", "pv#string-2-", "pv#*string-2-voltage"})
    void isNotFoundIfTheCatalogueHasNone(String id) {
        assertEquals(Optional.empty(), Metrics.find(id));
        assertThrows(IllegalArgumentException.class, () -> Metrics.of(id));
    }

    @Test
    void everyTypeIsFoundByTheIdItMakes() {
        Set<String> ids = new HashSet<>();
        for (MetricType type : Metrics.types()) {
            Metric metric = type.metric(type.isNumbered() ? 7 : 0);
            assertEquals(Optional.of(metric), Metrics.find(metric.id()));
            assertEquals(type, Metrics.of(metric.id()).type());
            assertTrue(ids.add(metric.id()), metric.id());
        }
        assertTrue(ids.size() > 100);
    }

    @Test
    void metricsAreEqualByTheirIds() {
        Metric power = Metrics.of("pv#power");
        assertEquals(power, new Metric(Metrics.of("grid#power").type(), 3, "pv#power"));
        assertEquals(power.hashCode(), Metrics.of("pv#power").hashCode());
        assertNotEquals(0, power.hashCode());
        assertNotEquals(power, Metrics.of("grid#power"));
        assertNotEquals(power, "pv#power");
    }

    @Test
    void countersAreKnownByTheirNames() {
        List<String> daily = List.of("energy#pv-today", "pv#string-1-energy-today", "meter#import-today");
        daily.forEach(id -> assertTrue(Metrics.of(id).isDailyCounter() && !Metrics.of(id).isLifetimeCounter(), id));
        List<String> lifetime = List.of("energy#load-total", "meter#export-total");
        lifetime.forEach(id -> assertTrue(!Metrics.of(id).isDailyCounter() && Metrics.of(id).isLifetimeCounter(), id));
        List<String> neither = List.of("battery#capacity", "fleet#total", "pv#power");
        neither.forEach(id -> assertFalse(Metrics.of(id).isDailyCounter() || Metrics.of(id).isLifetimeCounter(), id));
    }

    @Test
    void quantitiesKnowTheirUnits() {
        assertEquals("kWh", Quantity.ENERGY.unit());
        assertEquals("", Quantity.TEXT.unit());
        assertTrue(Quantity.NUMBER.isNumeric() && Quantity.POWER.isNumeric());
        assertFalse(Quantity.TEXT.isNumeric() || Quantity.TIME.isNumeric());
    }
}
