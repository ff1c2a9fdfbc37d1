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

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/** What an inverter or a gateway does once when it is told to, and that is no setting (givenergy.md §4.3, §5.3). */
@NonNullByDefault
final class Procedures {

    private static final int CALIBRATION = 29;
    private static final int BEGIN = 1;
    private static final int END = 0;
    private static final int RESTART = 163;
    /** Any other number does what nobody wants, up to resetting all settings (givenergy.md §5.9). */
    private static final int RESTART_NOW = 100;

    private final GuardedWire wire;

    /**
     * @param wire the wire to the device, which is known to be the right one
     */
    Procedures(GuardedWire wire) {
        this.wire = wire;
    }

    /** The echo is all that can be known: what is on its way down tells nothing. */
    Outcome restart() throws InterruptedException {
        return write(RESTART, RESTART_NOW).orElse(new Outcome.Verified(List.of()));
    }

    /** Begins to calibrate the battery, or ends that, and looks whether it does so. */
    Outcome calibrate(boolean on) throws InterruptedException {
        Optional<Outcome> failed = write(CALIBRATION, on ? BEGIN : END);
        if (failed.isPresent()) {
            return failed.get();
        }
        try {
            boolean runs = wire.identity(Owner.PAGE)[CALIBRATION] != END;
            return runs == on
                    ? new Outcome.Verified(List.of())
                    : new Outcome.Unverified(new Failure(Failure.Kind.NOT_TAKEN), List.of());
        } catch (TransportException e) {
            return new Outcome.Unverified(Failures.of(e).failure(), List.of());
        }
    }

    private Optional<Outcome> write(int register, int value) throws InterruptedException {
        try {
            wire.write(GuardedWire.OWNER, WriteFunction.SINGLE, register, value);
            return Optional.empty();
        } catch (TransportException.Refused refusal) {
            return Optional.of(new Outcome.Refused(Refusal.Kind.DEVICE, refusal.detail()));
        } catch (TransportException e) {
            return Optional.of(new Outcome.Unverified(Failures.of(e).failure(), List.of()));
        }
    }
}
