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

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.alert.Alert;
import org.openhab.binding.solarplant.internal.alert.AlertEvent;
import org.openhab.binding.solarplant.internal.alert.Alerts;
import org.openhab.binding.solarplant.internal.alert.Contact;
import org.openhab.binding.solarplant.internal.alert.Thresholds;
import org.openhab.binding.solarplant.internal.alert.Watched;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;

/**
 * Watches the things of a plant for what users want to be warned of. What has no thing, or whose thing is switched off, is
 * nobody's concern. Used under the lock of its plant.
 */
@NonNullByDefault
final class AlertWatch {

    /** The trigger channel. */
    static final String CHANNEL = "event#alert";

    static final Metric ACTIVE = Metrics.of("event#active");

    private static final String NONE = "none";

    private final Alerts alerts = new Alerts();

    /** From now on it judges by these. */
    void configure(Thresholds thresholds) {
        alerts.configure(thresholds);
    }

    /** Looks at the things once more, and says which alerts begin and end. */
    List<AlertEvent> look(Collection<Thing> things, PlantSnapshot snapshot, Instant now) {
        return alerts.look(things.stream().flatMap(thing -> watched(thing, snapshot)).toList(), now);
    }

    /** All alerts that hold now, in words. */
    Value active() {
        String words = alerts.active().stream().map(Alert::toString).collect(Collectors.joining(", "));
        return new Value.Text(words.isEmpty() ? NONE : words);
    }

    private static Stream<Watched> watched(Thing thing, PlantSnapshot snapshot) {
        Optional<PlantMember> member = thing.getHandler() instanceof PlantMember handler
                ? Optional.of(handler)
                : Optional.empty();
        return DeviceKind.of(thing.getThingTypeUID().getId())
                .filter(kind -> thing.isEnabled() && !StatusLine.LEAVING.contains(thing.getStatus()))
                .map(kind -> new Watched(thing.getUID().getAsString(), kind, contact(thing.getStatus()),
                        member.flatMap(PlantMember::deviceId).flatMap(snapshot::device),
                        member.flatMap(PlantMember::pvPeak)))
                .stream();
    }

    private static Contact contact(ThingStatus status) {
        return switch (status) {
            case ONLINE -> Contact.ONLINE;
            case OFFLINE -> Contact.OFFLINE;
            default -> Contact.UNKNOWN;
        };
    }
}
