/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import static org.junit.jupiter.api.Assertions.*;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionBuilder;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameterBuilder;
import org.openhab.core.config.core.ConfigUtil;
import org.openhab.core.config.core.Configuration;

/** How configuration values reach the fields of configuration classes. */
@NonNullByDefault
class ConfigurationTest {

    /** An enum of a configuration. */
    public enum Mode {
        NORMAL, alternating
    }

    /** A configuration that inherits. */
    public static class Base {
        private int inherited = 1;
    }

    /** A configuration with defaults. */
    public static class Settings extends Base {
        public String host = "default";
        public int port = 502;
        public @org.eclipse.jdt.annotation.Nullable Double capacity;
        public boolean on = true;
        public Mode mode = Mode.NORMAL;
        public List<String> ids = List.of();
        public Set<Integer> numbers = Set.of();
        public final int fixed = 3;
        public transient int passing = 4;
    }

    /** A configuration as a record. */
    public record Account(String name, int retries, boolean enabled) {}

    @Test
    void fillsFields() {
        Settings settings = new Configuration(Map.of("inherited", 5, "host", "h", "port", 7.9, "capacity", "5.5",
                "on", "no", "mode", "alternating", "ids", "one", "numbers", List.of(1, 2), "unknown", 1))
                .as(Settings.class);
        assertEquals(5, ((Base) settings).inherited);
        assertEquals("h", settings.host);
        assertEquals(7, settings.port);
        assertEquals(5.5, settings.capacity);
        assertFalse(settings.on);
        assertEquals(Mode.alternating, settings.mode);
        assertEquals(List.of("one"), settings.ids);
        assertEquals(Set.of(1, 2), settings.numbers);
    }

    @Test
    void keepsDefaultsWhereNothingFits() {
        Settings settings = new Configuration(Map.of("host", 3, "port", "", "on", 1, "mode", "Normal", "fixed", 9,
                "passing", 9)).as(Settings.class);
        assertEquals("default", settings.host);
        assertEquals(502, settings.port);
        assertTrue(settings.on);
        assertEquals(Mode.NORMAL, settings.mode);
        assertEquals(3, settings.fixed);
        assertEquals(4, settings.passing);
    }

    @Test
    void fillsRecords() {
        assertEquals(new Account("a", 3, false),
                new Configuration(Map.of("name", "a", "retries", 3)).as(Account.class));
    }

    @Test
    void storesFewTypes() {
        Configuration configuration = new Configuration(Map.of("i", 1, "d", new BigDecimal("2.00")));
        assertEquals(BigDecimal.ONE, configuration.get("i"));
        assertEquals("2.0", String.valueOf(configuration.get("d")));
        assertEquals(new Configuration(Map.of("i", 1)), new Configuration(Map.of("i", 1L)));
        assertThrows(IllegalArgumentException.class, () -> configuration.put("e", Mode.NORMAL));
        assertThrows(IllegalArgumentException.class, () -> configuration.put("l", List.of(1, "a")));
    }

    @Test
    void normalisesByDescription() {
        assertEquals(new BigDecimal("5"), normal(ConfigDescriptionParameter.Type.INTEGER, "5"));
        assertEquals(new BigDecimal("5"), normal(ConfigDescriptionParameter.Type.INTEGER, 5.0));
        assertEquals(new BigDecimal("5.5"), normal(ConfigDescriptionParameter.Type.INTEGER, 5.5));
        assertEquals(true, normal(ConfigDescriptionParameter.Type.BOOLEAN, "yes"));
        assertEquals(false, normal(ConfigDescriptionParameter.Type.BOOLEAN, "0"));
        assertEquals("5", normal(ConfigDescriptionParameter.Type.TEXT, 5));
    }

    private static Object normal(ConfigDescriptionParameter.Type type, Object value) {
        return ConfigUtil.normalizeType(value, ConfigDescriptionParameterBuilder.create("p", type).build());
    }

    @Test
    void fillsInDefaults() {
        ConfigDescription description = ConfigDescriptionBuilder.create(URI.create("thing-type:a:b"))
                .withParameter(ConfigDescriptionParameterBuilder
                        .create("several", ConfigDescriptionParameter.Type.TEXT).withMultiple(true)
                        .withDefault("a, b\\,c").build())
                .withParameter(ConfigDescriptionParameterBuilder
                        .create("number", ConfigDescriptionParameter.Type.INTEGER).withDefault("60").build())
                .build();
        Configuration configuration = new Configuration(Map.of("number", 5));
        ConfigUtil.applyDefaultConfiguration(configuration, description);
        assertEquals(new BigDecimal(5), configuration.get("number"));
        assertEquals(List.of("a", "b,c"), configuration.get("several"));
    }
}
