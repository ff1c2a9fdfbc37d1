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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/**
 * A device that rides on the polled one and has no serial number of its own.
 *
 * @param line the line in the profile's file, for messages
 * @param name how the profile's lines call it, for example {@code meter-2}
 * @param kind what it is
 * @param number which one of its kind, counted from 1
 * @param when the models that have it
 */
@NonNullByDefault
record Part(int line, String name, DeviceKind kind, int number, Condition when) {}
