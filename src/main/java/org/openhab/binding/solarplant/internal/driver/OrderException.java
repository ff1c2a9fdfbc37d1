/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;

/** An order that comes to nothing: nothing was sent that would change anything. */
@NonNullByDefault
public final class OrderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public OrderException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    public OrderException(Refusal.Kind kind, String... arguments) {
        this(new Refusal(kind, arguments));
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** Nobody here does such a thing. */
    public static OrderException unsupported(Order order) {
        return new OrderException(Refusal.notSupported(order));
    }

    /** The setting may not be that. */
    public static OrderException outOfRange(Metric metric, Allowed allowed) {
        return new OrderException(Refusal.outOfRange(metric, allowed));
    }

    /**
     * Looks whether a setting may be taken over.
     *
     * @param allowed what may be set, and to what
     * @throws OrderException if it is not among that
     */
    public static void check(Setting setting, Map<Metric, Allowed> allowed) throws OrderException {
        Allowed values = allowed.get(setting.metric());
        if (values == null) {
            throw new OrderException(Refusal.notSupported(setting.metric()));
        }
        if (!values.permits(setting.value())) {
            throw outOfRange(setting.metric(), values);
        }
    }
}
