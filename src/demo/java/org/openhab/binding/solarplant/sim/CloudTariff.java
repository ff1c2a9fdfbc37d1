/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What makes the cloud tell more than the energies of today.
 *
 * @param perKilowattHour what an exported kilowatt-hour yields
 * @param moneyType a code or a symbol, as the cloud has it
 */
@NonNullByDefault
public record CloudTariff(BigDecimal perKilowattHour, String moneyType) {}
