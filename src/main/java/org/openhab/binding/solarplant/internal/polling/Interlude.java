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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Time that somebody lets pass. */
@NonNullByDefault
public interface Interlude {

    /**
     * Comes back when it has passed.
     *
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    void pass() throws InterruptedException;
}
