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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.action.ChargerActions;
import org.openhab.binding.solarplant.internal.config.PartConfiguration;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingHandlerService;

/** A device that some inverter of the plant reports, such as a battery, a meter or an EV charger. */
@NonNullByDefault
public final class PartHandler extends DeviceHandler {

    private final DeviceKind kind;

    /**
     * @param kind what it is: a thing shows devices of its kind only
     * @param environment what the binding finds around it
     */
    public PartHandler(Thing thing, DeviceKind kind, Environment environment) {
        super(thing, environment);
        this.kind = kind;
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return kind == DeviceKind.EV_CHARGER ? List.of(ChargerActions.class) : List.of();
    }

    @Override
    Optional<String> configure() {
        String text = getConfigAs(PartConfiguration.class).deviceId;
        Optional<DeviceId> id = DeviceId.parse(text).filter(parsed -> parsed.kind() == kind);
        id.ifPresent(this::showDevice);
        return id.isPresent()
                ? Optional.empty()
                : Optional.of(TranslatedText.of("offline.device-id-invalid", List.of(text)));
    }

    @Override
    Optional<DriverTarget> driver() {
        return Optional.empty();
    }

    @Override
    Optional<Map<Metric, Value>> look(Optional<DeviceState> state, long rejected) {
        status.follow(state, "@text/offline.device-not-seen");
        state.map(DeviceState::device).ifPresent(this::describe);
        return state.map(known -> Map.of());
    }
}
