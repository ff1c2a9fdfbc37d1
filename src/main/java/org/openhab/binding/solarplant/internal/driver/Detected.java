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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.profile.RegisterMap;

/**
 * What was detected.
 *
 * @param device who answers
 * @param map what its model has
 */
@NonNullByDefault
public record Detected(Device device, RegisterMap map) {}
