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

/** Whether a new value is believed. */
@NonNullByDefault
enum Judgement {
    /** It may follow from what was known. */
    BELIEVED,
    /** It waits: the counter has to catch up, or to say it once more. That is nobody's fault. */
    HELD,
    /** It cannot follow from what was known, as long as the device does not insist on it. */
    REFUSED
}
