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

import java.util.Comparator;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that is wrong with a thing.
 *
 * @param thing the thing's UID
 */
@NonNullByDefault
public record Alert(AlertKind kind, String thing) implements Comparable<Alert> {

    private static final Comparator<Alert> ORDER = Comparator.comparing(Alert::kind).thenComparing(Alert::thing);

    @Override
    public int compareTo(Alert other) {
        return ORDER.compare(this, other);
    }

    /** {@code <kind> <thing>}, for example {@code battery-low solarplant:inverter:home:roof}. */
    @Override
    public String toString() {
        return kind.id() + " " + thing;
    }
}
