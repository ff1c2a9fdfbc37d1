/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a user says of an AlphaESS system.
 *
 * @param unit its Modbus unit id
 * @param serial the serial number that must answer, if any
 * @param batteryCapacity kWh, where the device does not tell
 */
@NonNullByDefault
public record AlphaEssModbusSettings(int unit, Optional<String> serial, Optional<BigDecimal> batteryCapacity) {}
