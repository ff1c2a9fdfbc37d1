/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.config.core;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** What a parameter has beside name and type. */
@NonNullByDefault
final class ParameterTraits {
    @Nullable
    BigDecimal minimum;
    @Nullable
    BigDecimal maximum;
    @Nullable
    BigDecimal step;
    @Nullable
    String pattern;
    boolean readOnly;
    boolean multiple;
    @Nullable
    Integer multipleLimit;
    @Nullable
    String context;
    boolean required;
    @Nullable
    String defaultValue;
    @Nullable
    String label;
    @Nullable
    String groupName;
    boolean limitToOptions = true;
    boolean advanced;
    @Nullable
    String description;
    List<ParameterOption> options = List.of();
    @Nullable
    String unit;
    @Nullable
    String unitLabel;
    boolean verify;
}
