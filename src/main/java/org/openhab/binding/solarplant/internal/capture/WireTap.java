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

/** Listens to a wire. Called by whoever uses the wire, one call at a time. */
@NonNullByDefault
public interface WireTap {

    /** This happened. */
    void heard(Heard heard);

    /** Called now and then while nothing happens. */
    default void tick() {}

    /** Nothing will happen any more. */
    default void close() {}
}
