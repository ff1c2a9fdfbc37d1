/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.types;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** A part of what a state may be, from one of several who describe it. */
@NonNullByDefault
public interface StateDescriptionFragment {

    @Nullable
    BigDecimal getMinimum();

    @Nullable
    BigDecimal getMaximum();

    @Nullable
    BigDecimal getStep();

    @Nullable
    String getPattern();

    @Nullable
    Boolean isReadOnly();

    List<StateOption> getOptions();

    @Nullable
    StateDescription toStateDescription();
}
