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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.ui.components.UIComponent;

/** Looks through the tree of a page. */
@NonNullByDefault
final class Tree {

    private static final Pattern ITEM = Pattern.compile("\\bitems\\.(\\w+)");

    private Tree() {}

    /** A component and all below it. */
    static Stream<UIComponent> all(UIComponent root) {
        return Stream.concat(Stream.of(root), slots(root).values().stream().flatMap(List::stream).flatMap(Tree::all));
    }

    static Map<String, List<UIComponent>> slots(UIComponent component) {
        return Objects.requireNonNullElse(component.getSlots(), Map.of());
    }

    /** Every value of the configuration, also those in maps and lists. */
    static Stream<Object> values(Object config) {
        return switch (config) {
            case Map<?, ?> map -> map.values().stream().flatMap(Tree::values);
            case Collection<?> list -> list.stream().flatMap(Tree::values);
            default -> Stream.of(config);
        };
    }

    /** Every text on the page, expressions among them. */
    static List<String> texts(UIComponent root) {
        return all(root).flatMap(component -> values(component.getConfig())).filter(String.class::isInstance)
                .map(String.class::cast).toList();
    }

    /** The items that expressions name. */
    static List<String> items(UIComponent root) {
        return texts(root).stream().filter(text -> text.startsWith("="))
                .flatMap(text -> ITEM.matcher(text).results().map(match -> match.group(1))).distinct().sorted()
                .toList();
    }
}
