/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.own;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a user says of a device for which there is a register map of the user's own.
 *
 * @param profile the id of that map
 * @param unit the device's Modbus unit id
 * @param serial the serial number that must answer, or by which the device is known if it tells none
 * @param batteryCapacity kWh, where the device does not tell
 */
@NonNullByDefault
public record OwnSettings(String profile, int unit, Optional<String> serial, Optional<BigDecimal> batteryCapacity) {}
