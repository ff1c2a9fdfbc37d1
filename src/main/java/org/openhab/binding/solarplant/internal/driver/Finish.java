/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** What a vendor adds to the readings that come of a register map. */
@NonNullByDefault
public interface Finish {

    /** What the polled device is asked besides, because no register map can say it; usually nothing. */
    default Map<Metric, Value> ask(Cadence cadence) throws TransportException, InterruptedException {
        return Map.of();
    }

    /**
     * The readings with what follows from them.
     *
     * @param readings one of the polled device, which comes first, and one of each of its parts; that they are of the
     *            detected device is certain by now
     */
    List<Reading> finish(List<Reading> readings);
}
