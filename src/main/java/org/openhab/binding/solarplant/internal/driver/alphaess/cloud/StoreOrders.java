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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Refusal;

/** What can be set in one store of the cloud, and how. */
@NonNullByDefault
interface StoreOrders {

    /** What may be set. */
    Map<Metric, Allowed> settings();

    /** What stands against an order at present, where there is more to say than that nothing may be set. */
    default Optional<Refusal> objection(Order order) {
        return Optional.empty();
    }

    /** The endpoints to which such an order goes. */
    Set<String> endpoints(Order order);

    /**
     * Reads how it is set, and finds out what is to be written; nothing if it is set that way already.
     *
     * @throws OrderException if the order is refused
     */
    List<Write> plan(Order order) throws OrderException, InterruptedException;
}
