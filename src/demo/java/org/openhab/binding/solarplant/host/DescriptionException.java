/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A file of OH-INF that openHAB would refuse. */
@NonNullByDefault
public final class DescriptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DescriptionException(String where, String what) {
        super(where + ": " + what);
    }
}
