/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.net.URI;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionBuilder;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameterBuilder;
import org.openhab.core.config.core.ConfigDescriptionParameterGroup;
import org.openhab.core.config.core.ConfigDescriptionParameterGroupBuilder;
import org.openhab.core.config.core.ParameterOption;

/** Reads descriptions of configurations. */
@NonNullByDefault
final class ConfigReader {

    private ConfigReader() {}

    static ConfigDescription read(Element element, URI uri) {
        ConfigDescriptionBuilder description = ConfigDescriptionBuilder.create(uri);
        element.all("parameter-group").forEach(group -> description.withParameterGroup(group(group)));
        element.all("parameter").forEach(parameter -> description.withParameter(parameter(parameter)));
        element.end();
        return description.build();
    }

    private static ConfigDescriptionParameterGroup group(Element group) {
        ConfigDescriptionParameterGroupBuilder builder = ConfigDescriptionParameterGroupBuilder
                .create(group.required("name"));
        builder.withLabel(group.nextText("label"));
        builder.withDescription(group.nextText("description"));
        builder.withContext(group.nextText("context"));
        builder.withAdvanced(Boolean.valueOf(group.nextText("advanced")));
        group.end();
        return builder.build();
    }

    private static ConfigDescriptionParameter parameter(Element parameter) {
        String type = parameter.required("type");
        ConfigDescriptionParameterBuilder builder;
        try {
            builder = ConfigDescriptionParameterBuilder.create(parameter.required("name"),
                    ConfigDescriptionParameter.Type.valueOf(type.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new DescriptionException(parameter.where(), "unknown parameter type " + type);
        }
        builder.withMinimum(parameter.number("min")).withMaximum(parameter.number("max"))
                .withStepSize(parameter.number("step")).withPattern(parameter.attribute("pattern"))
                .withRequired(parameter.flag("required")).withReadOnly(parameter.flag("readOnly"))
                .withMultiple(parameter.flag("multiple")).withGroupName(parameter.attribute("groupName"))
                .withUnit(parameter.attribute("unit")).withLimitToOptions(true);
        for (Element child : parameter.all("context", "default", "label", "description", "options", "limitToOptions",
                "filter", "advanced", "verify", "multipleLimit", "unitLabel")) {
            child(builder, child);
        }
        parameter.end();
        return builder.build();
    }

    private static void child(ConfigDescriptionParameterBuilder builder, Element child) {
        switch (child.name()) {
            case "context" -> builder.withContext(child.text());
            case "default" -> builder.withDefault(child.text());
            case "label" -> builder.withLabel(child.text());
            case "description" -> builder.withDescription(child.text());
            case "limitToOptions" -> builder.withLimitToOptions(Boolean.valueOf(child.text()));
            case "advanced" -> builder.withAdvanced(Boolean.valueOf(child.text()));
            case "verify" -> builder.withVerify(Boolean.valueOf(child.text()));
            case "multipleLimit" -> builder.withMultipleLimit(Integer.valueOf(child.text()));
            case "unitLabel" -> builder.withUnitLabel(child.text());
            case "options" -> {
                builder.withOptions(child.all("option").stream()
                        .map(o -> new ParameterOption(o.required("value"), o.text())).toList());
                child.end();
            }
            default -> {
                // filters are for items, which this host does not have
            }
        }
    }
}
