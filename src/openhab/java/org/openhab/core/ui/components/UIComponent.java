/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.ui.components;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** A part of a page: what it is, how it is set up, and what lies in its slots. */
@NonNullByDefault
public class UIComponent {

    private String component;
    private Map<String, Object> config = new HashMap<>();
    private @Nullable Map<String, List<UIComponent>> slots;

    public UIComponent(String componentType) {
        component = componentType;
    }

    public String getComponent() {
        return component;
    }

    public String getType() {
        return component;
    }

    public Map<String, Object> getConfig() {
        return config;
    }

    public void addConfig(String key, Object value) {
        config.put(key, value);
    }

    public @Nullable Map<String, List<UIComponent>> getSlots() {
        return slots;
    }

    public List<UIComponent> addSlot(String slotName) {
        Map<String, List<UIComponent>> all = slots;
        if (all == null) {
            all = new HashMap<>();
            slots = all;
        }
        List<UIComponent> slot = new ArrayList<>();
        all.put(slotName, slot);
        return slot;
    }

    public void addComponent(String slotName, UIComponent subComponent) {
        Map<String, List<UIComponent>> all = slots;
        List<UIComponent> slot = all == null ? null : all.get(slotName);
        (slot == null ? addSlot(slotName) : slot).add(subComponent);
    }
}
