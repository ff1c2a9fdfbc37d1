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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.alert.Finding.Side;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Sample;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * An inverter, an EMS or a gateway must not report a fault: in the words of its faults, or, where a model has none, by
 * the mode in which it runs.
 */
@NonNullByDefault
final class Fault implements Rule {

    private static final Set<DeviceKind> KINDS = Set.of(DeviceKind.INVERTER, DeviceKind.EMS, DeviceKind.GATEWAY);

    private static final Predicate<String> IS_FAULT = text -> !text.isBlank() && !text.equals("none");
    private static final Predicate<String> IS_FAULT_MODE = Set.of("fault", "permanent-fault")::contains;

    /** Where a device tells of it, and which texts do. They are the same words for all vendors. */
    private static final Map<Metric, Predicate<String>> SIGNS = Map.of(Metrics.of("status#fault"), IS_FAULT,
            Metrics.of("gateway#fault"), IS_FAULT, Metrics.of("status#run-mode"), IS_FAULT_MODE,
            Metrics.of("gateway#status"), IS_FAULT_MODE, Metrics.of("ems#status"), IS_FAULT_MODE);

    @Override
    public Map<String, Finding> judge(Collection<Watched> things, Instant now) {
        Map<String, Finding> findings = new HashMap<>();
        things.stream().filter(thing -> KINDS.contains(thing.kind())).forEach(thing -> thing.state()
                .flatMap(Fault::finding).ifPresent(finding -> findings.put(thing.name(), finding)));
        return findings;
    }

    private static Optional<Finding> finding(DeviceState state) {
        List<Finding> findings = SIGNS.entrySet().stream()
                .flatMap(sign -> finding(state.samples().get(sign.getKey()), sign.getValue()).stream()).toList();
        return newest(findings, Side.WRONG).or(() -> newest(findings, Side.RIGHT));
    }

    private static Optional<Finding> finding(@Nullable Sample sample,
            Predicate<String> isFault) {
        return sample instanceof Sample(Value.Text(String text), Instant at)
                ? Optional.of(new Finding(isFault.test(text) ? Side.WRONG : Side.RIGHT, at))
                : Optional.empty();
    }

    private static Optional<Finding> newest(List<Finding> findings, Side side) {
        return findings.stream().filter(finding -> finding.side() == side).max(Comparator.comparing(Finding::at));
    }
}
