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

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the fields of configuration classes and converts values to their types. */
@NonNullByDefault
final class ConfigFields {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConfigParser.class);
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
            short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
            double.class, Double.class);
    private static final Map<Class<?>, Object> ZEROS = Map.of(boolean.class, false, byte.class, (byte) 0, short.class,
            (short) 0, int.class, 0, long.class, 0L, float.class, 0f, double.class, 0d, char.class, '\0');

    private ConfigFields() {}

    static <T> T fill(Map<String, Object> properties, T object) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (Modifier.isFinal(modifiers) || Modifier.isTransient(modifiers) || Modifier.isStatic(modifiers)
                        || field.isSynthetic()) {
                    continue;
                }
                Object value = read(properties, field.getName(), field.getType(), field.getGenericType());
                if (value != null) {
                    field.setAccessible(true);
                    field.set(object, value);
                }
            }
        }
        return object;
    }

    static <T> T newRecord(Map<String, Object> properties, Class<T> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = read(properties, components[i].getName(), types[i], components[i].getGenericType());
            arguments[i] = value != null ? value : ZEROS.get(types[i]);
        }
        Constructor<T> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static @Nullable Object read(Map<String, Object> properties, String name, Class<?> type,
            java.lang.reflect.Type generic) {
        Object value = properties.get(name);
        if (value == null) {
            return null;
        }
        Object converted = Collection.class.isAssignableFrom(type)
                ? elements(value, name, type, generic)
                : convert(value, type);
        if (converted == null) {
            LOGGER.warn("Could not set field '{}': the value is no {}", name, type.getSimpleName());
        }
        return converted;
    }

    private static @Nullable Object elements(Object value, String name, Class<?> type,
            java.lang.reflect.Type generic) {
        if (!(generic instanceof ParameterizedType parameterized)
                || !(parameterized.getActualTypeArguments()[0] instanceof Class<?> element)) {
            LOGGER.warn("Skipping field '{}': its element type is not a plain class", name);
            return null;
        }
        Stream<?> values = value instanceof Collection<?> collection ? collection.stream() : Stream.of(value);
        List<Object> converted = new ArrayList<>();
        values.forEach(v -> {
            Object one = v == null ? null : convert(v, element);
            if (one != null) {
                converted.add(one);
            }
        });
        return type.isAssignableFrom(List.class) || type == ArrayList.class
                ? converted
                : type.isAssignableFrom(Set.class) ? new LinkedHashSet<>(converted) : null;
    }

    static @Nullable Object convert(Object value, Class<?> target) {
        Class<?> type = BOXES.getOrDefault(target, target);
        if (type.isInstance(value)) {
            return value;
        }
        try {
            if (value instanceof Number number && Number.class.isAssignableFrom(type)) {
                return fromNumber(number, type);
            }
            return value instanceof String text ? fromText(text, type) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Object fromNumber(Number number, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Float" -> number.floatValue();
            case "Double" -> number.doubleValue();
            case "Long" -> number.longValue();
            case "Integer" -> number.intValue();
            case "Short" -> number.shortValue();
            case "Byte" -> number.byteValue();
            case "BigDecimal" -> new BigDecimal(number.toString());
            default -> null;
        };
    }

    private static @Nullable Object fromText(String text, Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(text)).findFirst()
                    .orElse(null);
        }
        return switch (type.getSimpleName()) {
            case "Boolean" -> Boolean.valueOf(text);
            case "Float" -> Float.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "Long" -> Long.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Short" -> Short.valueOf(text);
            case "Byte" -> Byte.valueOf(text);
            case "BigDecimal" -> new BigDecimal(text);
            default -> null;
        };
    }
}
