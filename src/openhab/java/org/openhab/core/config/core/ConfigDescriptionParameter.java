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

/** What one configuration parameter may hold and how a user interface shows it. */
@NonNullByDefault
public class ConfigDescriptionParameter {

    private final String name;
    private final Type type;
    private final ParameterTraits traits;

    public ConfigDescriptionParameter() {
        this("", Type.TEXT, new ParameterTraits());
    }

    ConfigDescriptionParameter(String name, Type type, ParameterTraits traits) {
        this.name = name;
        this.type = type;
        this.traits = traits;
    }

    public String getName() {
        return name;
    }

    public Type getType() {
        return type;
    }

    public @Nullable BigDecimal getMinimum() {
        return traits.minimum;
    }

    public @Nullable BigDecimal getMaximum() {
        return traits.maximum;
    }

    public @Nullable BigDecimal getStepSize() {
        return traits.step;
    }

    public @Nullable String getPattern() {
        return traits.pattern;
    }

    public boolean isReadOnly() {
        return traits.readOnly;
    }

    public boolean isMultiple() {
        return traits.multiple;
    }

    public @Nullable Integer getMultipleLimit() {
        return traits.multipleLimit;
    }

    public @Nullable String getContext() {
        return traits.context;
    }

    public boolean isRequired() {
        return traits.required;
    }

    public @Nullable String getDefault() {
        return traits.defaultValue;
    }

    public @Nullable String getLabel() {
        return traits.label;
    }

    public @Nullable String getGroupName() {
        return traits.groupName;
    }

    public boolean getLimitToOptions() {
        return traits.limitToOptions;
    }

    public boolean isAdvanced() {
        return traits.advanced;
    }

    public @Nullable String getDescription() {
        return traits.description;
    }

    public List<ParameterOption> getOptions() {
        return traits.options;
    }

    public @Nullable String getUnit() {
        return traits.unit;
    }

    public @Nullable String getUnitLabel() {
        return traits.unitLabel;
    }

    public boolean isVerifyable() {
        return traits.verify;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " [name=" + name + ", type=" + type + ", required=" + traits.required
                + ", default=" + traits.defaultValue + "]";
    }

    /** The types of configuration values. */
    public enum Type {
        TEXT, INTEGER, DECIMAL, BOOLEAN
    }
}
