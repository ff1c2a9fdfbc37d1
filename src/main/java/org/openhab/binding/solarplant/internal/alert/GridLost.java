/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.alert.Finding.Side;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Value;

/** The grid is gone for whoever can tell. Where a gateway tells, it speaks for all that lies behind it. */
@NonNullByDefault
final class GridLost implements Rule {

    private static final Metric AVAILABLE = Metrics.of("grid#available");

    @Override
    public Map<String, Finding> judge(Collection<Watched> things, Instant now) {
        boolean isToldByGateway = things.stream()
                .anyMatch(thing -> thing.kind() == DeviceKind.GATEWAY && finding(thing).isPresent());
        Map<String, Finding> findings = new HashMap<>();
        things.forEach(thing -> finding(thing).ifPresent(finding -> findings.put(thing.name(),
                isToldByGateway && thing.kind() != DeviceKind.GATEWAY ? new Finding(Side.RIGHT, now) : finding)));
        return findings;
    }

    private static Optional<Finding> finding(Watched thing) {
        return thing.state().map(state -> state.samples().get(AVAILABLE)).flatMap(GridLost::finding);
    }

    private static Optional<Finding> finding(Sample sample) {
        return sample instanceof Sample(Value.Switch(boolean on), Instant at)
                ? Optional.of(new Finding(on ? Side.RIGHT : Side.WRONG, at))
                : Optional.empty();
    }
}
