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
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * How long a G3 obeys a target that is not renewed, in seconds: a setting that is stored, and changed for as long as the
 * battery is steered (solax.md §3.11, §3.12).
 */
@NonNullByDefault
final class SolaxTimeLimit {

    /** The inverter takes no less. */
    static final int LEAST = 5;
    private static final Metric LIMIT = Metrics.of("remote-control#time-limit");

    private Optional<Value> before = Optional.empty();
    private int written;

    /** Whether this model has such a setting, and its usual value would have to be changed. */
    boolean isToBeChanged(RegisterDevice device) {
        return before.isEmpty() && device.settings().containsKey(LIMIT);
    }

    /**
     * Sees to it that a target holds for so long at least, and ends by itself.
     *
     * @return nothing if it does; else what came of the attempt
     */
    Optional<Outcome> raise(int seconds, RegisterDevice device) throws InterruptedException {
        if (!device.settings().containsKey(LIMIT)) {
            return Optional.empty();
        }
        Value told;
        try {
            told = device.session().ask(() -> device.read(Set.of(LIMIT))).values().get(LIMIT);
        } catch (TransportException e) {
            return Optional.of(new Outcome.Refused(Refusal.Kind.NOT_CONNECTED));
        }
        if (told instanceof Value.Amount(BigDecimal limit) && limit.intValue() >= seconds
                && limit.intValue() <= SolaxRemoteControl.LONGEST.toSeconds()) {
            return Optional.empty();
        }
        Outcome outcome = set(Value.Amount.of(seconds), device);
        if (before.isEmpty() && !(outcome instanceof Outcome.Refused)) {
            before = Optional.ofNullable(told);
        }
        return isSet(outcome) ? Optional.empty() : Optional.of(outcome);
    }

    /** Puts back what was there before; what fails is tried again the next time, unless the inverter will not. */
    void putBack(RegisterDevice device) throws InterruptedException {
        if (before.isPresent()) {
            Outcome outcome = set(before.get(), device);
            boolean mayWork = outcome instanceof Outcome.Unverified
                    || outcome instanceof Outcome.Refused(Refusal why) && why.kind() == Refusal.Kind.NOT_CONNECTED;
            before = mayWork ? before : Optional.empty();
        }
    }

    /** How often it was written since this was last asked. */
    int written() {
        int count = written;
        written = 0;
        return count;
    }

    private Outcome set(Value seconds, RegisterDevice device) throws InterruptedException {
        Outcome outcome = device.set(List.of(new Setting(LIMIT, seconds)));
        if (outcome instanceof Outcome.Verified || outcome instanceof Outcome.Unverified) {
            written++;
        }
        return outcome;
    }

    private static boolean isSet(Outcome outcome) {
        return outcome instanceof Outcome.Verified || outcome instanceof Outcome.Unchanged;
    }
}
