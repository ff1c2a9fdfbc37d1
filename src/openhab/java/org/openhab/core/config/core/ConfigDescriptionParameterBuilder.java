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

/** Builds a {@link ConfigDescriptionParameter}. */
@NonNullByDefault
public class ConfigDescriptionParameterBuilder {

    private final String name;
    private final ConfigDescriptionParameter.Type type;
    private final ParameterTraits traits = new ParameterTraits();

    private ConfigDescriptionParameterBuilder(String name, ConfigDescriptionParameter.Type type) {
        this.name = name;
        this.type = type;
    }

    public static ConfigDescriptionParameterBuilder create(String name, ConfigDescriptionParameter.Type type) {
        return new ConfigDescriptionParameterBuilder(name, type);
    }

    public ConfigDescriptionParameterBuilder withMinimum(@Nullable BigDecimal minimum) {
        traits.minimum = minimum;
        return this;
    }

    public ConfigDescriptionParameterBuilder withMaximum(@Nullable BigDecimal maximum) {
        traits.maximum = maximum;
        return this;
    }

    public ConfigDescriptionParameterBuilder withStepSize(@Nullable BigDecimal step) {
        traits.step = step;
        return this;
    }

    public ConfigDescriptionParameterBuilder withPattern(@Nullable String pattern) {
        traits.pattern = pattern;
        return this;
    }

    public ConfigDescriptionParameterBuilder withReadOnly(@Nullable Boolean readOnly) {
        traits.readOnly = Boolean.TRUE.equals(readOnly);
        return this;
    }

    public ConfigDescriptionParameterBuilder withMultiple(@Nullable Boolean multiple) {
        traits.multiple = Boolean.TRUE.equals(multiple);
        return this;
    }

    public ConfigDescriptionParameterBuilder withMultipleLimit(@Nullable Integer limit) {
        traits.multipleLimit = limit;
        return this;
    }

    public ConfigDescriptionParameterBuilder withContext(@Nullable String context) {
        traits.context = context;
        return this;
    }

    public ConfigDescriptionParameterBuilder withRequired(@Nullable Boolean required) {
        traits.required = Boolean.TRUE.equals(required);
        return this;
    }

    public ConfigDescriptionParameterBuilder withDefault(@Nullable String defaultValue) {
        traits.defaultValue = defaultValue;
        return this;
    }

    public ConfigDescriptionParameterBuilder withLabel(@Nullable String label) {
        traits.label = label;
        return this;
    }

    public ConfigDescriptionParameterBuilder withDescription(@Nullable String description) {
        traits.description = description;
        return this;
    }

    public ConfigDescriptionParameterBuilder withOptions(@Nullable List<ParameterOption> options) {
        traits.options = options == null ? List.of() : List.copyOf(options);
        return this;
    }

    public ConfigDescriptionParameterBuilder withAdvanced(@Nullable Boolean advanced) {
        traits.advanced = Boolean.TRUE.equals(advanced);
        return this;
    }

    public ConfigDescriptionParameterBuilder withVerify(@Nullable Boolean verify) {
        traits.verify = Boolean.TRUE.equals(verify);
        return this;
    }

    public ConfigDescriptionParameterBuilder withLimitToOptions(@Nullable Boolean limitToOptions) {
        traits.limitToOptions = !Boolean.FALSE.equals(limitToOptions);
        return this;
    }

    public ConfigDescriptionParameterBuilder withGroupName(@Nullable String groupName) {
        traits.groupName = groupName;
        return this;
    }

    public ConfigDescriptionParameterBuilder withUnit(@Nullable String unit) {
        traits.unit = unit;
        return this;
    }

    public ConfigDescriptionParameterBuilder withUnitLabel(@Nullable String unitLabel) {
        traits.unitLabel = unitLabel;
        return this;
    }

    public ConfigDescriptionParameter build() throws IllegalArgumentException {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name must not be empty!");
        }
        return new ConfigDescriptionParameter(name, type, traits);
    }
}
