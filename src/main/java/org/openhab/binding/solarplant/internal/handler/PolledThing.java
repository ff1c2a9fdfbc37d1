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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;

/** A thing that brings its own driver. What it hears of a driver that it has given up meanwhile is not meant for it. */
@NonNullByDefault
interface PolledThing {

    /** What people call it. */
    String name();

    /** The driver's device answered. */
    void answered(PollTarget driver, Device device, PollStats stats);

    /** The driver's device did not answer; the reason stands in the statistics. */
    void failed(PollTarget driver, PollStats stats);

    /** Somebody else has changed a setting of the driver's device; what it is now is shown already. */
    void settingChanged(PollTarget driver, Metric setting);

    /** The device that answers belongs to another thing already. */
    void duplicates(PollTarget driver, PolledThing other);
}
