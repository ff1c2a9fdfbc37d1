/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.profile.Model;

/**
 * What a model is capable of. This is decided by the model alone: devices answer zeros for what they do not have, and
 * are silent about what they do (givenergy.md §3.3).
 */
@NonNullByDefault
record Family(Model model) {

    DeviceKind kind() {
        return switch (model.profile()) {
            case "ems" -> DeviceKind.EMS;
            case "gateway" -> DeviceKind.GATEWAY;
            default -> DeviceKind.INVERTER;
        };
    }

    boolean hasStacks() {
        return is("hv");
    }

    boolean hasPacks() {
        return kind() == DeviceKind.INVERTER && !hasStacks();
    }

    boolean isAllInOne() {
        return is("aio");
    }

    Map<String, Integer> facts() {
        return model.facts();
    }

    private boolean is(String fact) {
        return model.facts().getOrDefault(fact, 0) == 1;
    }
}
