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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The small parts that cards are made of. They take their colours from the theme, light or dark. */
@NonNullByDefault
final class Parts {

    private static final int FULL = 100;

    private Parts() {}

    /** Properties of CSS and their values, one after the other. They keep their order, so that a page is the same each time. */
    static Map<String, Object> style(String... pairs) {
        Map<String, Object> style = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            style.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(style);
    }

    /** A card with a title. */
    static Element card(String title, List<Element> content) {
        return Element.of("f7-card").with("title", title).holding("content", content);
    }

    /** A text, or an expression that gives one. */
    static Element text(String content) {
        return Element.of("div").with("content", content);
    }

    /** A name on the left, its value on the right. */
    static Element line(String name, String value) {
        return Element.of("div")
                .with("style", style("display", "flex", "justify-content", "space-between", "gap", "12px",
                        "padding", "6px 0"))
                .holding(quiet(name),
                        text(value).with("style", style("font-weight", "600", "text-align", "right")));
    }

    /** A text that steps back behind values. */
    static Element quiet(String content) {
        return text(content).with("style", style("opacity", "0.7"));
    }

    /**
     * A bar.
     *
     * @param percent expression of its length; what is below 0 or above 100 is cut
     */
    static Element bar(String percent, String colour) {
        Element filled = Element.of("div").with("style", style("height", "8px", "border-radius", "4px", "background",
                colour, "transition", "width 0.6s", "width",
                "=Math.max(0, Math.min(" + FULL + ", " + percent + ")) + '%'"));
        return Element.of("div").with("style", style("border-radius", "4px", "margin-bottom", "8px", "background",
                "rgba(128, 128, 128, 0.2)")).holding(filled);
    }
}
