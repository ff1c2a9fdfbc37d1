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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Configuration values by name: booleans, texts, BigDecimals, or lists of one of these. */
@NonNullByDefault
public class Configuration {

    private final Map<String, Object> properties = Collections.synchronizedMap(new HashMap<>());

    public Configuration() {}

    public Configuration(@Nullable Configuration configuration) {
        this(configuration == null ? Map.of() : configuration.getProperties());
    }

    public Configuration(Map<String, Object> properties) {
        properties.forEach((key, value) -> this.properties.put(key, ConfigUtil.normalizeType(value)));
    }

    /** Fills a new object's fields with the values of the same names. */
    public <T> T as(Class<T> configurationClass) {
        return ConfigParser.configurationAs(getProperties(), configurationClass);
    }

    public boolean containsKey(String key) {
        return properties.containsKey(key);
    }

    public @Nullable Object get(String key) {
        return properties.get(key);
    }

    public @Nullable Object put(String key, @Nullable Object value) {
        return properties.put(key, ConfigUtil.normalizeType(value));
    }

    public @Nullable Object remove(String key) {
        return properties.remove(key);
    }

    public Set<String> keySet() {
        synchronized (properties) {
            return Set.copyOf(properties.keySet());
        }
    }

    public Collection<Object> values() {
        synchronized (properties) {
            return Collections.unmodifiableCollection(new ArrayList<>(properties.values()));
        }
    }

    public Map<String, Object> getProperties() {
        synchronized (properties) {
            return Collections.unmodifiableMap(new HashMap<>(properties));
        }
    }

    public void setProperties(Map<String, Object> properties) {
        synchronized (this.properties) {
            this.properties.keySet().retainAll(properties.keySet());
            properties.forEach(this::put);
        }
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj instanceof Configuration other && getProperties().equals(other.getProperties());
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "Configuration[", "]");
        getProperties().forEach((key, value) -> text.add("{key=" + key + "; type="
                + (value == null ? "?" : value.getClass().getSimpleName()) + "; value=" + value + "}"));
        return text.toString();
    }
}
