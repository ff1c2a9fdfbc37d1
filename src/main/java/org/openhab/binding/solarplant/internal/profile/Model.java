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

/**
 * A device model.
 *
 * @param key the beginning of its serial numbers, or the name by which a user chooses it
 * @param name what people read
 * @param profile the id of its profile
 * @param facts what its profile's lines may depend on: {@code phases}, {@code trackers}, {@code generation}, …
 */
@NonNullByDefault
public record Model(String key, String name, String profile, Map<String, Integer> facts) {}
