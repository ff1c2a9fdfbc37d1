/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/**
 * What a user says of a GivEnergy device.
 *
 * @param kind what the thing stands for: an inverter, an EMS or a gateway
 * @param serial the serial number that must answer, if any
 */
@NonNullByDefault
public record GivEnergySettings(DeviceKind kind, Optional<String> serial) {}
