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

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** An alert begins or ends. */
@NonNullByDefault
public record AlertEvent(Alert alert, Turn turn) {

    /** Which of the two. */
    public enum Turn {
        RAISED, CLEARED
    }

    /** What rules get: {@code <kind> <raised|cleared> <thing>}, three words with a blank between them. */
    public String payload() {
        return alert.kind().id() + " " + turn.name().toLowerCase(Locale.ROOT) + " " + alert.thing();
    }
}
