/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.math.BigDecimal;
import java.time.Instant;

import javax.measure.Unit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.unit.SIUnits;
import org.openhab.core.library.unit.Units;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/** Values as openHAB's states. */
@NonNullByDefault
final class States {

    private States() {}

    static State of(Quantity quantity, Value value) {
        return switch (value) {
            case Value.Amount(BigDecimal number) when quantity == Quantity.NUMBER -> new DecimalType(number);
            case Value.Amount(BigDecimal number) -> new QuantityType<>(number, unit(quantity));
            case Value.Text(String text) -> new StringType(text);
            case Value.Moment(Instant at) -> new DateTimeType(at);
            case Value.Switch(boolean on) -> OnOffType.from(on);
            case Value.Unset nothing -> UnDefType.UNDEF;
        };
    }

    static Unit<?> unit(Quantity quantity) {
        return switch (quantity) {
            case POWER -> Units.WATT;
            case APPARENT_POWER -> Units.VOLT_AMPERE;
            case REACTIVE_POWER -> Units.VAR;
            case ENERGY -> Units.KILOWATT_HOUR;
            case VOLTAGE -> Units.VOLT;
            case CURRENT -> Units.AMPERE;
            case FREQUENCY -> Units.HERTZ;
            case TEMPERATURE -> SIUnits.CELSIUS;
            case PERCENT -> Units.PERCENT;
            case DURATION -> Units.SECOND;
            case NUMBER, TEXT, TIME, SWITCH -> Units.ONE;
        };
    }
}
