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

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What registers said.
 *
 * @param values per device (as the profile names them) its metrics
 * @param facts what the device told of itself
 * @param rejected per device how many values broke their bounds
 */
@NonNullByDefault
record Decoded(Map<String, Map<Metric, Value>> values, Map<String, Integer> facts, Map<String, Integer> rejected) {}
