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

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns configuration values into the fields of configuration classes. */
@NonNullByDefault
public final class ConfigParser {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConfigParser.class);

    private ConfigParser() {}

    /** A new object of the class, or null (with a warning) if it cannot be made. */
    public static <T> @Nullable T configurationAs(Map<String, Object> properties, Class<T> configurationClass) {
        try {
            return configurationClass.isRecord()
                    ? ConfigFields.newRecord(properties, configurationClass)
                    : ConfigFields.fill(properties, configurationClass.getConstructor().newInstance());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOGGER.warn("Could not create an object of {}: {}", configurationClass.getName(), e.toString());
            return null;
        }
    }

    /** The value as a type, or the default if it is absent or does not fit. */
    public static <T> T valueAsOrElse(@Nullable Object value, Class<T> type, T defaultValue) {
        T converted = valueAs(value, type);
        return converted != null ? converted : defaultValue;
    }

    /** The value as a type, or null if it is absent or does not fit. */
    @SuppressWarnings("unchecked")
    public static <T> @Nullable T valueAs(@Nullable Object value, Class<T> type) {
        return value == null ? null : (T) ConfigFields.convert(value, type);
    }
}
