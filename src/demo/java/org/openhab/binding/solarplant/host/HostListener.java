/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;

/** Hears what happens in a host. Called in the thread in which it happens: be quick. */
@NonNullByDefault
public interface HostListener {

    /** A status that differs from the one before. */
    default void statusChanged(Thing thing, ThingStatusInfo status) {}

    /** A state, changed or not. */
    default void stateUpdated(ChannelUID channel, State state) {}

    /** An event of a trigger channel. */
    default void triggered(ChannelUID channel, String event) {}

    /** A command that a handler sends on to the items. */
    default void commandPosted(ChannelUID channel, Command command) {}

    /** A thing that came, or that changed its label, channels, properties or configuration. */
    default void thingChanged(Thing thing) {}

    /** A thing that is gone. */
    default void thingRemoved(Thing thing) {}

    /** What was found changed. */
    default void inboxChanged() {}
}
