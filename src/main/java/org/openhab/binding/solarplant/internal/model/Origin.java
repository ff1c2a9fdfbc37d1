/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A metric of a device of which another value is made.
 *
 * @param device who tells it
 * @param metric what it tells
 */
@NonNullByDefault
public record Origin(DeviceId device, Metric metric) {}
