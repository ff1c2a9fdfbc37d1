/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How the plant's drivers are polled. */
@NonNullByDefault
public enum PollMode {
    /** Everything, at the refresh interval. */
    NORMAL,
    /** Everything at the refresh interval, and in between what changes by the second, driver by driver in turn. */
    ALTERNATING;

    /** The mode as it stands in the configuration and in the channel, for example {@code normal}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
