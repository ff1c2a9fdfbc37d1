/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Reading;

/** Who wants to know how polls went. Called by the thread that polled; polls of one target never overlap. */
@NonNullByDefault
public interface PollListener {

    /** A poll brought readings. */
    void succeeded(PollTarget target, List<Reading> readings, PollStats stats);

    /** A poll failed; the reason stands in the statistics. */
    void failed(PollTarget target, PollStats stats);

    /** After an order the device was asked what it is set to now. */
    void readBack(PollTarget target, List<Reading> readings);
}
