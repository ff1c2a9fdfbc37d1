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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.registry.Identifiable;

/** The parameters of one kind of configuration. */
@NonNullByDefault
public class ConfigDescription implements Identifiable<URI> {

    private final URI uri;
    private final List<ConfigDescriptionParameter> parameters;
    private final List<ConfigDescriptionParameterGroup> groups;

    ConfigDescription(URI uri, List<ConfigDescriptionParameter> parameters,
            List<ConfigDescriptionParameterGroup> groups) {
        if (!uri.isAbsolute() || !uri.isOpaque()) {
            throw new IllegalArgumentException("The URI of a config description must be absolute and opaque: " + uri);
        }
        this.uri = uri;
        this.parameters = List.copyOf(parameters);
        this.groups = List.copyOf(groups);
    }

    @Override
    public URI getUID() {
        return uri;
    }

    public List<ConfigDescriptionParameter> getParameters() {
        return parameters;
    }

    public Map<String, ConfigDescriptionParameter> toParametersMap() {
        Map<String, ConfigDescriptionParameter> result = new LinkedHashMap<>();
        parameters.forEach(p -> result.put(p.getName(), p));
        return result;
    }

    public List<ConfigDescriptionParameterGroup> getParameterGroups() {
        return groups;
    }

    @Override
    public String toString() {
        return "ConfigDescription [uri=" + uri + ", parameters=" + parameters + ", groups=" + groups + "]";
    }
}
