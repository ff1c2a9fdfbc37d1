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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.types.Command;

/** openHAB's commands as values: the way back of {@link States}. */
@NonNullByDefault
public final class Commands {

    private Commands() {}

    /** The value in our unit; nothing if the command makes no sense for this quantity. */
    static Optional<Value> value(Quantity quantity, Command command) {
        return switch (command) {
            case QuantityType<?> amount when quantity.isNumeric() -> number(quantity, amount).map(Value.Amount::new);
            case DecimalType number when quantity.isNumeric() -> Optional.of(new Value.Amount(number.toBigDecimal()));
            case StringType text -> value(quantity, text.toString().strip());
            case OnOffType on when quantity == Quantity.SWITCH -> Optional.of(new Value.Switch(on == OnOffType.ON));
            default -> Optional.empty();
        };
    }

    /** The number in our unit; nothing if it is of another dimension. */
    public static Optional<BigDecimal> number(Quantity quantity, Number number) {
        if (number instanceof QuantityType<?> amount) {
            QuantityType<?> converted = amount.toUnit(States.unit(quantity));
            return Optional.ofNullable(converted).map(QuantityType::toBigDecimal);
        }
        try {
            return Optional.of(new BigDecimal(number.toString()));
        } catch (NumberFormatException e) {
            // a double of a script that is no number at all
            return Optional.empty();
        }
    }

    private static Optional<Value> value(Quantity quantity, String text) {
        if (quantity == Quantity.TEXT) {
            return Optional.of(new Value.Text(text));
        } else if (quantity == Quantity.SWITCH) {
            return text.matches("(?i)on|off")
                    ? Optional.of(new Value.Switch("on".equalsIgnoreCase(text)))
                    : Optional.empty();
        } else if (!quantity.isNumeric()) {
            return Optional.empty();
        }
        try {
            return value(quantity, text.matches("[-0-9.]+") ? new DecimalType(text) : new QuantityType<>(text));
        } catch (IllegalArgumentException e) {
            // no number, or a unit that nobody knows: whoever asks says so to the user
            return Optional.empty();
        }
    }

    /** What is allowed, as people write it. */
    static String text(Allowed allowed) {
        return switch (allowed) {
            case Allowed.Range(BigDecimal min, BigDecimal max, BigDecimal step) ->
                min.toPlainString() + " – " + max.toPlainString() + " (± " + step.toPlainString() + ")";
            case Allowed.Words words -> String.join(", ", words.words());
            case Allowed.OnOff() -> "ON, OFF";
            case Allowed.TimeOfDay(int minutes) -> "HH:mm (± " + minutes + " min)";
        };
    }
}
