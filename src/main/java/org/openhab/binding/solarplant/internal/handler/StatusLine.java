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

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;

/** A thing's status: told to openHAB only when it changes, since every telling is an event. */
@NonNullByDefault
final class StatusLine {

    /** To a thing that is online while it is being removed openHAB would say once more that it must go. */
    static final Set<ThingStatus> LEAVING = Set.of(ThingStatus.REMOVING, ThingStatus.REMOVED);

    private final Supplier<Thing> thing;
    private final Consumer<ThingStatusInfo> update;

    StatusLine(Supplier<Thing> thing, Consumer<ThingStatusInfo> update) {
        this.thing = thing;
        this.update = update;
    }

    void show(ThingStatus status, ThingStatusDetail detail, @Nullable String text) {
        ThingStatusInfo info = new ThingStatusInfo(status, detail, text);
        ThingStatusInfo before = thing.get().getStatusInfo();
        if (!info.equals(before) && !LEAVING.contains(before.getStatus())) {
            update.accept(info);
        }
    }

    /** The configuration cannot work until the user changes it. */
    void misconfigured(String text) {
        show(ThingStatus.OFFLINE, ThingStatusDetail.CONFIGURATION_ERROR, text);
    }

    /** Nothing has been heard yet. */
    void await() {
        show(ThingStatus.UNKNOWN, ThingStatusDetail.NONE, "@text/unknown.waiting");
    }

    /** The plant cannot work. */
    void plantUnusable() {
        show(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE, null);
    }

    /**
     * A device that somebody else reports is as well as what is known of it.
     *
     * @param unseen what to say as long as nobody has reported it
     */
    void follow(Optional<DeviceState> state, String unseen) {
        if (state.isEmpty()) {
            show(ThingStatus.UNKNOWN, ThingStatusDetail.NONE, unseen);
        } else if (state.get().connected() && !state.get().samples().isEmpty()) {
            show(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        } else {
            show(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR, "@text/offline.stale");
        }
    }
}
