/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** From whom a reading comes. */
@NonNullByDefault
public enum Source {
    /** The device itself was asked. */
    DIRECT,
    /** An EMS or a gateway tells of a device that it manages. */
    ROLL_UP,
    /** The vendor's cloud tells of it. */
    CLOUD
}
