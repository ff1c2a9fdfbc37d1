/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What can be said of a device once several of its values are seen together: whether the grid is there, by run mode and
 * voltage. It goes before what a register says of the same metric; of several about one metric the first counts.
 *
 * @param line the line in the profile's file, for messages
 * @param device the device that it is about: the polled one or one of its parts
 * @param metric a switch or a text
 * @param says the value
 * @param premises all of which must hold
 * @param when the models for which it is drawn
 */
@NonNullByDefault
record Conclusion(int line, String device, Metric metric, Value says, List<Premise> premises, Condition when) {

    boolean follows(Map<String, Map<Metric, Value>> told) {
        return premises.stream().allMatch(premise -> premise.holds(told));
    }
}
