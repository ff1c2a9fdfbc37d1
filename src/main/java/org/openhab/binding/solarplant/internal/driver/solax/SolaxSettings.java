/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a user says of a SolaX inverter.
 *
 * @param unit its Modbus unit id
 * @param serial the serial number that must answer, if any
 * @param model the name of the model to take it for, where its serial number is not known
 * @param batteryCapacity kWh, where the device does not tell
 * @param exportLimitMax the largest export limit in W that may be set
 * @param exportLimitScale the power of ten by which the register of the export limit is scaled, -1 to 1
 */
@NonNullByDefault
public record SolaxSettings(int unit, Optional<String> serial, Optional<String> model,
        Optional<BigDecimal> batteryCapacity, Optional<Integer> exportLimitMax,
        Optional<Integer> exportLimitScale) {

    /** Of one of whom nothing is known but where it is. */
    public static SolaxSettings at(int unit) {
        return new SolaxSettings(unit, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
