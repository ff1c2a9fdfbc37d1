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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a plant is polled.
 *
 * @param mode one cadence or two
 * @param fullInterval from one full poll of a driver to its next
 * @param fastInterval from one fast tick of a wire to its next
 * @param maxConcurrent the most polls that run at the same time
 */
@NonNullByDefault
public record PollSettings(PollMode mode, Duration fullInterval, Duration fastInterval, int maxConcurrent) {}
