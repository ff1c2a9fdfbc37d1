/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What happened, and when.
 *
 * @param at milliseconds since the capture began
 */
@NonNullByDefault
public record CaptureLine(long at, Heard heard) {}
