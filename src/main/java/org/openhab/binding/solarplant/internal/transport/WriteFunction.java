/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How registers are written: most devices take only one of the two, or each for some registers only. */
@NonNullByDefault
public enum WriteFunction {

    /** One register, function code 6. */
    SINGLE,
    /** Consecutive registers in one request, function code 16. */
    MULTIPLE
}
