/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How much the cloud knows of a model (alphaess.md §1.5, §1.14). */
@NonNullByDefault
public enum CloudKind {
    /** Everything. */
    FULL,
    /** The live snapshot is all null, the history works. */
    WITHOUT_LIVE_DATA,
    /** The live snapshot has only the state of charge, the energies are 0; the history tells the battery as grid. */
    PLUG_IN
}
