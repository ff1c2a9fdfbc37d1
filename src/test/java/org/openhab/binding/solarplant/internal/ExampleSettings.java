/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.w3c.dom.Element;

/** Whether the settings of an example are those of its type of thing. */
@NonNullByDefault
final class ExampleSettings {

    private ExampleSettings() {}

    static void check(String type, Map<String, String> config) {
        List<Element> parameters = OhInf.within(thing(type), "parameter").toList();
        Set<String> unknown = new TreeSet<>(config.keySet());
        unknown.removeAll(parameters.stream().map(parameter -> parameter.getAttribute("name")).toList());
        assertEquals(Set.of(), unknown, type);
        parameters.forEach(parameter -> {
            String value = config.get(parameter.getAttribute("name"));
            if (value == null) {
                assertTrue(!parameter.getAttribute("required").equals("true"),
                        () -> type + " needs " + parameter.getAttribute("name"));
            } else {
                check(parameter, value);
            }
        });
    }

    private static Element thing(String type) {
        return Stream.of("bridge-type", "thing-type").flatMap(tag -> OhInf.all(tag).stream())
                .filter(thing -> thing.getAttribute("id").equals(type)).findFirst()
                .orElseThrow(() -> new AssertionError("no thing type " + type));
    }

    private static void check(Element parameter, String value) {
        String name = parameter.getAttribute("name");
        Set<String> options = OhInf.within(parameter, "option").map(option -> option.getAttribute("value"))
                .collect(Collectors.toSet());
        assertTrue(options.isEmpty() || options.contains(value), () -> name + " cannot be " + value);
        switch (parameter.getAttribute("type")) {
            case "integer", "decimal" -> {
                BigDecimal number = new BigDecimal(value);
                assertTrue(number.compareTo(new BigDecimal(parameter.getAttribute("min"))) >= 0
                        && number.compareTo(new BigDecimal(parameter.getAttribute("max"))) <= 0, name);
            }
            case "boolean" -> assertTrue(Set.of("true", "false").contains(value), name);
            default -> {
                if (name.equals("deviceId")) {
                    assertEquals(value, DeviceId.parse(value).map(DeviceId::toString).orElse("no device id"));
                }
            }
        }
    }
}
