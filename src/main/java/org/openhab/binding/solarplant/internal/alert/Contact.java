/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Whether there is contact with a thing's device, as its status says. */
@NonNullByDefault
public enum Contact {
    /** Yes. */
    ONLINE,
    /** No, for whatever reason. */
    OFFLINE,
    /** Nobody knows yet, or the thing is just being set up anew. */
    UNKNOWN
}
