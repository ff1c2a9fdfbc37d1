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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

import com.google.gson.JsonObject;

/**
 * Starts and stops a charger, and sets the current that the household lends to all of them (alphaess.md §1.8). Whether a
 * start or stop makes sense is not judged by the status: that may be a minute old.
 *
 * @param status the question after what it does
 * @param limit the question after the current
 */
@NonNullByDefault
record ChargerOrders(DeviceId system, DeviceId charger, Question status, Question limit, Reader reader)
        implements
            StoreOrders {

    private static final String CONTROL_ENDPOINT = "remoteControlEvCharger";
    private static final String LIMIT_ENDPOINT = "setEvChargerCurrentsBySn";
    private static final Metric CONTROL = Metrics.of("charger#control");
    private static final Metric LIMIT = Metrics.of("charger#current-limit");
    /** In A (alphaess.md §1.8). */
    private static final Allowed.Range AMPERES = new Allowed.Range(BigDecimal.valueOf(6), BigDecimal.valueOf(32),
            BigDecimal.ONE);
    private static final int AVAILABLE = 1;
    private static final int CHARGING = 3;

    @Override
    public Map<Metric, Allowed> settings() {
        return Map.of(CONTROL, new Allowed.OnOff(), LIMIT, AMPERES);
    }

    @Override
    public Set<String> endpoints(Order order) {
        return order instanceof Order.Change change
                ? change.settings().stream()
                        .map(setting -> setting.metric().equals(LIMIT) ? LIMIT_ENDPOINT : CONTROL_ENDPOINT)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public List<Write> plan(Order order) throws OrderException, InterruptedException {
        if (!(order instanceof Order.Change(DeviceId device, List<Setting> settings))) {
            throw OrderException.unsupported(order);
        }
        for (Setting setting : settings) {
            OrderException.check(setting, settings());
        }
        List<Write> writes = new ArrayList<>();
        for (Setting setting : settings) {
            if (setting.value() instanceof Value.Switch(boolean on)) {
                writes.addAll(control(on));
            } else if (setting.value() instanceof Value.Amount amperes) {
                writes.addAll(current(amperes));
            }
        }
        return writes;
    }

    /** Nothing only where it charges already, or where there is no car to be charged. */
    private List<Write> control(boolean on) throws OrderException, InterruptedException {
        int code = reader.read(status).only().at("evchargerStatus").integer().orElse(0);
        if (code == (on ? CHARGING : AVAILABLE)) {
            return List.of();
        }
        JsonObject body = body();
        body.addProperty("evchargerSn", charger.key());
        body.addProperty("controlMode", on ? 1 : 0);
        return List.of(new Write(CONTROL_ENDPOINT, body, Duration.ZERO, status,
                data -> ChargerStatus.isStarted(data).filter(started -> started == on).isPresent()));
    }

    private List<Write> current(Value.Amount amperes) throws OrderException, InterruptedException {
        if (isSet(reader.read(limit), amperes)) {
            return List.of();
        }
        JsonObject body = body();
        body.addProperty("currentsetting", amperes.number().intValueExact());
        return List.of(new Write(LIMIT_ENDPOINT, body, Write.FLASH, limit,
                data -> isSet(data, amperes)));
    }

    private static boolean isSet(Json data, Value.Amount amperes) {
        return data.only().at("currentsetting").number().map(Value.Amount::new).filter(amperes::equals).isPresent();
    }

    private JsonObject body() {
        JsonObject body = new JsonObject();
        body.addProperty("sysSn", system.key());
        return body;
    }
}
