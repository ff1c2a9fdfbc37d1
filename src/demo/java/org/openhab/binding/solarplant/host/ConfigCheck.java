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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.validation.ConfigValidationException;
import org.openhab.core.config.core.validation.ConfigValidationMessage;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/** Checks configurations against their descriptions, as openHAB does. */
@NonNullByDefault
final class ConfigCheck {

    private final Bundle bundle;
    private final TranslationProvider texts;

    ConfigCheck(Bundle bundle, TranslationProvider texts) {
        this.bundle = bundle;
        this.texts = texts;
    }

    /** Fails with the first thing that is wrong with each parameter. */
    void validate(Map<String, Object> values, @Nullable ConfigDescription description) {
        if (description == null) {
            return;
        }
        List<ConfigValidationMessage> messages = new ArrayList<>();
        for (ConfigDescriptionParameter parameter : description.getParameters()) {
            Object value = values.get(parameter.getName());
            ConfigValidationMessage message = value == null ? missing(parameter) : check(parameter, value);
            if (message != null) {
                messages.add(message);
            }
        }
        if (!messages.isEmpty()) {
            throw new ConfigValidationException(bundle, texts, messages);
        }
    }

    private static @Nullable ConfigValidationMessage missing(ConfigDescriptionParameter parameter) {
        return parameter.isRequired() ? message(parameter, "The parameter is required.", "parameter_required") : null;
    }

    private static @Nullable ConfigValidationMessage check(ConfigDescriptionParameter parameter, Object value) {
        if (!(value instanceof Collection<?> values) || !parameter.isMultiple()) {
            return checkOne(parameter, value);
        }
        Integer limit = parameter.getMultipleLimit();
        for (Object one : values) {
            ConfigValidationMessage message = checkOne(parameter, one);
            if (message != null) {
                return message;
            }
        }
        return limit != null && limit > 0 && values.size() > limit
                ? message(parameter, "Only {0} elements are allowed but {1} are provided.", "multiple_limit_violated",
                        limit, values.size())
                : null;
    }

    private static @Nullable ConfigValidationMessage checkOne(ConfigDescriptionParameter parameter, Object value) {
        boolean typed = switch (parameter.getType()) {
            case TEXT -> value instanceof String;
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER, DECIMAL -> value instanceof BigDecimal || value instanceof String;
        };
        if (!typed) {
            return message(parameter, "The data type of the value ({0}) does not match with the type declaration ({1})"
                    + " in the configuration description.", "data_type_violated", value.getClass(),
                    parameter.getType());
        }
        boolean option = parameter.getOptions().stream().anyMatch(o -> same(o.getValue(), value));
        BigDecimal size = size(parameter, value);
        BigDecimal minimum = parameter.getMinimum();
        BigDecimal maximum = parameter.getMaximum();
        if (!option && size != null && minimum != null && size.compareTo(minimum) < 0) {
            return value instanceof String
                    ? message(parameter, "The value must not consist of less than {0} characters.",
                            "min_value_txt_violated", minimum)
                    : message(parameter, "The value must not be less than {0}.", "min_value_numeric_violated", minimum);
        }
        if (!option && size != null && maximum != null && size.compareTo(maximum) > 0) {
            return value instanceof String
                    ? message(parameter, "The value must not consist of more than {0} characters.",
                            "max_value_txt_violated", maximum)
                    : message(parameter, "The value must not be greater than {0}.", "max_value_numeric_violated",
                            maximum);
        }
        String pattern = parameter.getPattern();
        if (pattern != null && parameter.getType() == ConfigDescriptionParameter.Type.TEXT
                && !value.toString().matches(pattern)) {
            return message(parameter, "The value {0} does not match the pattern {1}.", "pattern_violated", value,
                    pattern);
        }
        return !option && parameter.getLimitToOptions() && !parameter.getOptions().isEmpty()
                ? message(parameter, "The value {0} does not match allowed parameter options. Allowed options are: {1}",
                        "options_violated", value, parameter.getOptions())
                : null;
    }

    private static @Nullable BigDecimal size(ConfigDescriptionParameter parameter, Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        return parameter.getType() == ConfigDescriptionParameter.Type.TEXT
                ? BigDecimal.valueOf(value.toString().length())
                : null;
    }

    private static boolean same(String option, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return option.equals(value.toString());
        }
        try {
            return new BigDecimal(option).compareTo(number) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static ConfigValidationMessage message(ConfigDescriptionParameter parameter, String text, String key,
            Object... content) {
        return new ConfigValidationMessage(parameter.getName(), text, key, content);
    }
}
