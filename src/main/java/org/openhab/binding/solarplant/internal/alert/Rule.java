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

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Judges things in one respect. */
@NonNullByDefault
interface Rule {

    /**
     * How each thing fares, by its name. Of a thing that is left out nobody can say anything now: for it all stays as it is.
     *
     * @param things all things of the plant
     */
    Map<String, Finding> judge(Collection<Watched> things, Instant now);
}
