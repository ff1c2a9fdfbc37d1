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
import org.openhab.binding.solarplant.internal.model.Allowed;

/**
 * A setting as one model has it.
 *
 * @param read where it is read
 * @param write where it is written
 * @param allowed what it may be set to
 */
@NonNullByDefault
record Writable(Register read, Write write, Allowed allowed) {}
