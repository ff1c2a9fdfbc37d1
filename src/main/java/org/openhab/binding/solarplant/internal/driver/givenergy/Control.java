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
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Does what users want of the owner of an adapter: an inverter, or the EMS or gateway that speaks for several. */
@NonNullByDefault
final class Control {

    private final GuardedWire wire;
    private final Owner owner;
    private final Family family;
    private final OwnerSettings settings;
    private final DeviceClock clock;
    private final Procedures procedures;

    /**
     * @param wire the wire to it
     * @param owner who it is
     * @param family what its model is capable of
     * @param settings what it is set to
     * @param clock its clock
     */
    Control(GuardedWire wire, Owner owner, Family family, OwnerSettings settings, DeviceClock clock) {
        this.wire = wire;
        this.owner = owner;
        this.family = family;
        this.settings = settings;
        this.clock = clock;
        this.procedures = new Procedures(wire);
    }

    Outcome apply(Order order) throws InterruptedException {
        Map<Metric, Allowed> available = settings.allowed();
        if (order instanceof Order.SyncClock) {
            // an EMS takes nothing but what steers its plant (givenergy.md §5.7)
            return family.kind() == DeviceKind.EMS
                    ? refused(order)
                    : isSameOwner() ? clock.set(settings.device().session()) : notConnected();
        }
        if (order instanceof Order.Restart) {
            return family.kind() == DeviceKind.EMS
                    ? refused(order)
                    : isSameOwner() ? procedures.restart() : notConnected();
        }
        if (order instanceof Order.Calibrate calibrate) {
            boolean possible = family.kind() == DeviceKind.INVERTER;
            return !possible ? refused(order) : isSameOwner() ? calibrated(calibrate.on()) : notConnected();
        }
        Optional<Refusal> refusal = judge(order, available);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Optional<List<Setting>> wanted = OrderedSettings.of(available, family.facts()).of(order);
        if (wanted.isEmpty()) {
            return refused(order);
        }
        return isSameOwner() ? settings.set(wanted.get()) : notConnected();
    }

    private Outcome calibrated(boolean on) throws InterruptedException {
        settings.renew();
        return procedures.calibrate(on);
    }

    /** What the registers cannot judge: modes are several of them, and a slot that begins where it ends is none. */
    private static Optional<Refusal> judge(Order order, Map<Metric, Allowed> available) {
        return switch (order) {
            case Order.Change change -> change.settings().stream()
                    .filter(setting -> setting.metric().equals(WorkMode.WORK_MODE))
                    .flatMap(setting -> judge(setting, available).stream()).findFirst();
            case Order.Charge charge when charge.start().equals(charge.end()) ->
                Optional.of(new Refusal(Refusal.Kind.SAME_TIMES));
            case Order.Discharge discharge when discharge.start().equals(discharge.end()) ->
                Optional.of(new Refusal(Refusal.Kind.SAME_TIMES));
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> judge(Setting mode, Map<Metric, Allowed> available) {
        Allowed words = available.get(mode.metric());
        if (words == null) {
            return Optional.of(Refusal.notSupported(mode.metric()));
        }
        return words.permits(mode.value()) ? Optional.empty() : Optional.of(Refusal.outOfRange(mode.metric(), words));
    }

    /** Asked right before writing, which also makes anew the connection that newer adapters close when it is idle. */
    private boolean isSameOwner() throws InterruptedException {
        try {
            return owner.isAt(wire);
        } catch (TransportException e) {
            return false;
        }
    }

    private static Outcome refused(Order order) {
        return new Outcome.Refused(Refusal.notSupported(order));
    }

    private static Outcome notConnected() {
        return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
    }
}
