/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.ui.components.UIComponent;

/**
 * A part of a page as a value, so that two pages can be compared.
 *
 * @param component a widget of Main UI, or an element of HTML or SVG, which Main UI renders as such
 * @param config texts, numbers, expressions, and maps of these; in the order in which they were given
 * @param slots what lies in it
 */
@NonNullByDefault
public record Element(String component, Map<String, Object> config, Map<String, List<Element>> slots) {

    /** The slot that most components have. */
    static final String DEFAULT = "default";

    /** An element without settings and content. */
    static Element of(String component) {
        return new Element(component, Map.of(), Map.of());
    }

    /** The same element with one more setting. */
    Element with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(config);
        more.put(key, value);
        return new Element(component, Collections.unmodifiableMap(more), slots);
    }

    /** The same element with these in its default slot. */
    Element holding(Element... parts) {
        return holding(DEFAULT, Arrays.asList(parts));
    }

    /** The same element with these in a slot. */
    Element holding(String slot, List<Element> parts) {
        Map<String, List<Element>> more = new LinkedHashMap<>(slots);
        more.put(slot, List.copyOf(parts));
        return new Element(component, config, Collections.unmodifiableMap(more));
    }

    /** Writes settings and content into a component of openHAB's. */
    <T extends UIComponent> T into(T target) {
        config.forEach(target::addConfig);
        slots.forEach((slot, parts) -> {
            target.addSlot(slot);
            parts.forEach(part -> target.addComponent(slot, part.into(new UIComponent(part.component))));
        });
        return target;
    }
}
