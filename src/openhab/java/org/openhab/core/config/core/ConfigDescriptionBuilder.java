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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Builds a {@link ConfigDescription}. */
@NonNullByDefault
public class ConfigDescriptionBuilder {

    private final URI uri;
    private List<ConfigDescriptionParameter> parameters = new ArrayList<>();
    private List<ConfigDescriptionParameterGroup> groups = new ArrayList<>();

    private ConfigDescriptionBuilder(URI uri) {
        this.uri = uri;
    }

    public static ConfigDescriptionBuilder create(URI uri) {
        return new ConfigDescriptionBuilder(uri);
    }

    public ConfigDescriptionBuilder withParameter(ConfigDescriptionParameter parameter) {
        parameters.add(parameter);
        return this;
    }

    public ConfigDescriptionBuilder withParameters(List<ConfigDescriptionParameter> parameters) {
        this.parameters = new ArrayList<>(parameters);
        return this;
    }

    public ConfigDescriptionBuilder withParameterGroup(ConfigDescriptionParameterGroup group) {
        groups.add(group);
        return this;
    }

    public ConfigDescriptionBuilder withParameterGroups(List<ConfigDescriptionParameterGroup> groups) {
        this.groups = new ArrayList<>(groups);
        return this;
    }

    public ConfigDescription build() throws IllegalArgumentException {
        return new ConfigDescription(uri, parameters, groups);
    }
}
