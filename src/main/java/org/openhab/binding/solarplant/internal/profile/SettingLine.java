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
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Metric;

/**
 * A line of a profile about something that can be set, or only be looked at.
 *
 * @param metric the setting
 * @param read where it is read, like any other register
 * @param write where it is written; null if it cannot be
 */
@NonNullByDefault
record SettingLine(Metric metric, Register read, @Nullable Write write) {}
