/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** One colour for each place of power, readable on light and on dark ground. */
@NonNullByDefault
final class Colours {

    static final String PV = "#eda20d";
    static final String GRID = "#5580ea";
    static final String BATTERY = "#27a676";
    static final String LOAD = "#b765cb";

    private Colours() {}
}
