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

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;

/**
 * Takes orders for a system and its chargers. Schedules go to the store that governs, and only as long as it is certain
 * which one that is: written to the other one, they would be taken and have no effect (alphaess.md §1.7).
 */
@NonNullByDefault
final class CloudOrders {

    private final DeviceId system;
    private final Interview interview;
    private final Reader reader;
    private final Writer writer;
    private final StoreOrders twoSlot;
    private final StoreOrders periodic;

    CloudOrders(DeviceId system, Interview interview, Inquiry inquiry, Writer writer, DeviceMemory memory) {
        this.system = system;
        this.interview = interview;
        this.reader = new Reader(inquiry);
        this.writer = writer;
        this.twoSlot = new TwoSlotOrders(system, interview.schedules(), reader);
        this.periodic = new PeriodicOrders(system, interview.schedules(), reader, memory);
    }

    /** What may be set, device by device. */
    Map<DeviceId, Map<Metric, Allowed>> settings() {
        Map<DeviceId, Map<Metric, Allowed>> settings = new LinkedHashMap<>();
        store().map(StoreOrders::settings).filter(some -> !some.isEmpty())
                .ifPresent(some -> settings.put(system, some));
        interview.chargers().forEach(charger -> settings.put(charger.id(), charger(charger.id()).settings()));
        return settings;
    }

    /**
     * Does what a user wants.
     *
     * @param report what is known of the system afterwards
     */
    Outcome apply(Order order, Supplier<List<Reading>> report) throws InterruptedException {
        try {
            StoreOrders orders = Optional.of(order).filter(CloudOrders::isOfCloud).flatMap(one -> of(one.device()))
                    .orElseThrow(() -> OrderException.unsupported(order));
            return writer.send(orders.plan(order), report);
        } catch (OrderException e) {
            return new Outcome.Refused(e.refusal());
        }
    }

    /** The endpoints to which an order goes; none if nobody knows. */
    Set<String> lanes(Order order) {
        return Optional.of(order).filter(CloudOrders::isOfCloud).flatMap(one -> of(one.device()))
                .map(orders -> orders.endpoints(order)).orElse(Set.of());
    }

    /** What stands against an order at present, where there is more to say than that nothing may be set. */
    Optional<Refusal> objection(Order order) {
        return of(order.device()).flatMap(orders -> orders.objection(order));
    }

    /** For how long yet one of these endpoints bears no write. */
    Duration busy(Set<String> endpoints) {
        return endpoints.stream().map(writer::busy).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** Sends nothing any more. */
    void close() {
        writer.close();
    }

    /** The cloud knows neither powers for the moment nor the device's clock (alphaess.md §1.4). */
    private static boolean isOfCloud(Order order) {
        return switch (order) {
            case Order.Change change -> true;
            case Order.Charge charge -> true;
            case Order.Discharge discharge -> true;
            case Order.ClearSchedule clear -> true;
            case Order.ForcePower force -> false;
            case Order.Release release -> false;
            case Order.SyncClock sync -> false;
            case Order.Restart restart -> false;
            case Order.Calibrate calibrate -> false;
        };
    }

    private Optional<StoreOrders> of(DeviceId device) {
        return device.equals(system)
                ? store()
                : interview.chargers().stream().filter(charger -> charger.id().equals(device)).findFirst()
                        .map(charger -> charger(device));
    }

    private Optional<StoreOrders> store() {
        return switch (interview.schedules().store()) {
            case PERIODIC -> Optional.of(periodic);
            case TWO_SLOT -> Optional.of(twoSlot);
            case UNKNOWN -> Optional.empty();
        };
    }

    private StoreOrders charger(DeviceId charger) {
        return new ChargerOrders(system, charger, interview.chargerStatus(charger), interview.chargerLimit(), reader);
    }
}
