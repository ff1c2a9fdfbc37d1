/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.ui.components.RootUIComponent;
import org.openhab.core.ui.components.UIComponent;

/**
 * A part of a page, with the names that it has in openHAB's REST API.
 *
 * @param uid of a page; empty for what lies in it
 */
@NonNullByDefault
public record PageView(String uid, String component, Map<String, Object> config, Map<String, List<PageView>> slots) {

    /** A page. */
    static PageView of(RootUIComponent page) {
        return of(page.getUID(), page);
    }

    private static PageView of(String uid, UIComponent component) {
        Map<String, List<PageView>> slots = new HashMap<>();
        Map<String, List<UIComponent>> own = Objects.requireNonNullElse(component.getSlots(), Map.of());
        own.forEach((slot, parts) -> slots.put(slot, parts.stream().map(part -> of("", part)).toList()));
        return new PageView(uid, component.getComponent(), Map.copyOf(component.getConfig()), slots);
    }
}
