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

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Adding up what may be missing: the sum of what is there, and nothing where nothing is. */
@NonNullByDefault
final class Sums {

    private Sums() {}

    static Optional<BigDecimal> of(Collection<DeviceState> devices, Metric metric) {
        return of(devices, state -> state.number(metric));
    }

    static Optional<BigDecimal> of(Collection<DeviceState> devices,
            Function<DeviceState, Optional<BigDecimal>> number) {
        Optional<BigDecimal> sum = Optional.empty();
        for (DeviceState state : devices) {
            sum = ofPresent(sum, number.apply(state));
        }
        return sum;
    }

    static Optional<BigDecimal> ofPresent(Optional<BigDecimal> first, Optional<BigDecimal> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().add(second.get()))
                : first.or(() -> second);
    }
}
