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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * What a profile makes of some registers.
 *
 * @param address the first one
 * @param count how many
 * @param of the metric or fact that they feed
 * @param value what they say; nothing if it is not believed
 */
@NonNullByDefault
public record Meaning(int address, int count, String of, Optional<Value> value) {}
