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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Brings configuration values to the types that openHAB stores. */
@NonNullByDefault
public class ConfigUtil {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{ENV:([^}]+)\\}");

    private static EnvProvider envProvider = System::getenv;

    protected static void setEnvProvider(EnvProvider provider) {
        envProvider = provider;
    }

    /** The default of a parameter in the parameter's type, or null if it has none. */
    public static @Nullable Object getDefaultValueAsCorrectType(ConfigDescriptionParameter parameter) {
        String text = parameter.getDefault();
        if (text == null) {
            return null;
        }
        if (parameter.isMultiple()) {
            List<Object> values = new ArrayList<>();
            for (String part : text.split("(?<!\\\\),")) {
                String value = part.trim().replace("\\,", ",");
                if (!value.isEmpty()) {
                    values.add(normalizeScalar(value, parameter));
                }
            }
            return values;
        }
        return normalizeScalar(text, parameter);
    }

    public static void applyDefaultConfiguration(Map<String, Object> configuration, ConfigDescription description) {
        for (ConfigDescriptionParameter parameter : description.getParameters()) {
            Object value = getDefaultValueAsCorrectType(parameter);
            if (value != null && configuration.get(parameter.getName()) == null) {
                configuration.put(parameter.getName(), value);
            }
        }
    }

    public static void applyDefaultConfiguration(Configuration configuration, ConfigDescription description) {
        Map<String, Object> values = new HashMap<>(configuration.getProperties());
        applyDefaultConfiguration(values, description);
        configuration.setProperties(values);
    }

    public static Map<String, @Nullable Object> normalizeTypes(Map<String, @Nullable Object> configuration) {
        Map<String, @Nullable Object> result = new HashMap<>();
        configuration.forEach((key, value) -> result.put(key, normalizeType(value)));
        return result;
    }

    public static @Nullable Object normalizeType(@Nullable Object value,
            @Nullable ConfigDescriptionParameter parameter) {
        if (parameter == null || value == null) {
            return normalizeType(value);
        }
        if (parameter.isMultiple()) {
            Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
            List<Object> result = new ArrayList<>();
            values.forEach(v -> result.add(normalizeScalar(v, parameter)));
            return result;
        }
        return value instanceof Collection<?> ? normalizeType(value) : normalizeScalar(value, parameter);
    }

    public static Map<String, Object> normalizeTypes(Map<String, Object> configuration,
            List<ConfigDescription> descriptions) {
        Map<String, ConfigDescriptionParameter> parameters = new HashMap<>();
        descriptions.forEach(d -> d.toParametersMap().forEach(parameters::putIfAbsent));
        Map<String, Object> result = new HashMap<>();
        configuration.forEach((key, value) -> result.put(key, normalizeType(value, parameters.get(key))));
        return result;
    }

    /** The value as Boolean, String, BigDecimal or a list of one of these. */
    public static @Nullable Object normalizeType(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof String) {
            return value;
        } else if (value instanceof Number number) {
            return normalizeNumber(new BigDecimal(number.toString()));
        } else if (value instanceof Collection<?> values) {
            List<Object> result = new ArrayList<>();
            values.forEach(v -> result.add(normalizeType(v)));
            if (result.stream().map(v -> v == null ? Void.class : v.getClass()).distinct().count() > 1) {
                throw new IllegalArgumentException(
                        "Invalid configuration property. Heterogeneous collection value!");
            }
            return result;
        }
        throw new IllegalArgumentException(
                "Invalid type '" + value.getClass().getName() + "' of configuration value!");
    }

    public static @Nullable Object resolveVariables(@Nullable Object value) throws IllegalArgumentException {
        if (value instanceof String text) {
            return VARIABLE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(variable(m.group(1))));
        }
        if (value instanceof Collection<?> values) {
            List<Object> result = new ArrayList<>();
            values.forEach(v -> result.add(resolveVariables(v)));
            return result;
        }
        return value;
    }

    public static Map<String, Object> resolveVariables(Map<String, Object> configuration)
            throws IllegalArgumentException {
        Map<String, Object> result = new HashMap<>();
        configuration.forEach((key, value) -> result.put(key, resolveVariables(value)));
        return result;
    }

    public static Configuration resolveVariables(Configuration configuration) throws IllegalArgumentException {
        return new Configuration(resolveVariables(configuration.getProperties()));
    }

    public static Configuration resolveVariablesAndNormalizeTypes(Configuration configuration,
            List<ConfigDescription> descriptions) throws IllegalArgumentException {
        return new Configuration(normalizeTypes(resolveVariables(configuration.getProperties()), descriptions));
    }

    private static String variable(String name) {
        String value = envProvider.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Environment variable '" + name + "' is not set");
        }
        return value;
    }

    private static BigDecimal normalizeNumber(BigDecimal number) {
        BigDecimal result = number;
        while (result.scale() > 1 && result.unscaledValue().mod(BigInteger.TEN).signum() == 0) {
            result = result.setScale(result.scale() - 1);
        }
        return result;
    }

    private static @Nullable Object normalizeScalar(Object value, ConfigDescriptionParameter parameter) {
        return switch (parameter.getType()) {
            case BOOLEAN -> toBoolean(value);
            case INTEGER -> toNumber(value, true);
            case DECIMAL -> toNumber(value, false);
            case TEXT -> value.toString();
        };
    }

    private static @Nullable Object toBoolean(Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Boolean.TRUE;
            case "false", "no", "off", "0" -> Boolean.FALSE;
            default -> normalizeType(value);
        };
    }

    private static @Nullable Object toNumber(Object value, boolean integer) {
        if (value instanceof Boolean) {
            return value;
        }
        try {
            BigDecimal number = new BigDecimal(value.toString());
            return integer && number.stripTrailingZeros().scale() <= 0
                    ? new BigDecimal(number.toBigInteger())
                    : normalizeNumber(number);
        } catch (NumberFormatException e) {
            return normalizeType(value);
        }
    }

    /** Where variables come from. */
    public interface EnvProvider {
        @Nullable
        String get(String name);
    }
}
