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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.ui.components.RootUIComponent;
import org.openhab.core.ui.components.UIComponent;

/** The tree of a page is one that Main UI can draw. */
@NonNullByDefault
class PlantPageTest {

    /** The widgets of openHAB and Framework7 that a page uses, with the slots that they have. */
    private static final Map<String, Set<String>> WIDGETS = Map.of("oh-layout-page", Set.of("default"), "oh-block",
            Set.of("default"), "oh-grid-row", Set.of("default"), "oh-grid-col", Set.of("default"), "f7-card",
            Set.of("content"), "oh-gauge", Set.of());
    /** The elements of HTML and SVG that it uses. */
    private static final Set<String> ELEMENTS = Set.of("div", "table", "thead", "tbody", "tr", "th", "td", "svg", "g",
            "path", "circle", "text", "animate");
    /** What may lie in what. */
    private static final Map<String, Set<String>> CHILDREN = Map.of("oh-layout-page", Set.of("oh-block"), "oh-block",
            Set.of("oh-grid-row"), "oh-grid-row", Set.of("oh-grid-col"), "oh-grid-col", Set.of("f7-card"));
    private static final List<String> OF_THE_PLANT = List.of("pv#power", "grid#power", "battery#power", "load#power",
            "battery#state-of-charge", "battery#capacity", "energy#pv-today", "energy#load-today",
            "energy#import-today", "energy#export-today", "energy#charge-today", "energy#discharge-today",
            "ratio#self-sufficiency", "ratio#self-consumption", "fleet#connected", "fleet#disconnected",
            "fleet#last-poll");
    private static final List<String> OF_INVERTERS = List.of("pv#power", "output#power", "battery#power",
            "battery#state-of-charge", "status#run-mode", "status#fault", "status#last-update");

    /** Everything that a page can show is linked. */
    private static RootUIComponent full(Locale locale) {
        try (PageRig rig = new PageRig(locale)) {
            rig.plant(PageRig.HOME, "Home");
            rig.inverter(PageRig.ROOF, PageRig.HOME, "Roof");
            OF_THE_PLANT.forEach(channel -> rig.link(item("Home", channel), PageRig.HOME, channel));
            OF_INVERTERS.forEach(channel -> rig.link(item("Roof", channel), PageRig.ROOF, channel));
            rig.settle();
            return rig.page("solarplant_home");
        }
    }

    private static String item(String thing, String channel) {
        return thing + "_" + channel.replaceAll("\\W", "_");
    }

    @Test
    void allThatIsLinkedIsShown() {
        assertEquals(OF_THE_PLANT.size() + OF_INVERTERS.size(), Tree.items(full(Locale.ENGLISH)).size());
    }

    @Test
    void onlyWhatMainUiKnowsIsUsedAndOnlyWhereItKnowsIt() {
        Tree.all(full(Locale.ENGLISH)).forEach(component -> {
            String name = component.getComponent();
            assertTrue(WIDGETS.containsKey(name) || ELEMENTS.contains(name), name);
            Set<String> slots = WIDGETS.getOrDefault(name, Set.of("default"));
            assertTrue(slots.containsAll(Tree.slots(component).keySet()), name);
            Set<String> inside = Tree.slots(component).values().stream().flatMap(List::stream)
                    .map(UIComponent::getComponent).collect(Collectors.toSet());
            if (CHILDREN.containsKey(name)) {
                assertTrue(CHILDREN.getOrDefault(name, Set.of()).containsAll(inside), name + " with " + inside);
            }
        });
    }

    /** A column shows the first component of its slot and no other. */
    @Test
    void aColumnHoldsOneCard() {
        Tree.all(full(Locale.ENGLISH)).filter(component -> component.getComponent().equals("oh-grid-col"))
                .forEach(column -> assertEquals(1, Tree.slots(column).getOrDefault("default", List.of()).size()));
    }

    @Test
    void everythingCanBeSentAsJson() {
        Tree.all(full(Locale.ENGLISH)).flatMap(component -> Tree.values(component.getConfig()))
                .forEach(value -> assertTrue(
                        value instanceof String || value instanceof Integer || value instanceof Double
                                || value instanceof Boolean,
                        () -> value + " is a " + value.getClass()));
    }

    @Test
    void germansReadGerman() {
        List<String> texts = Tree.texts(full(Locale.GERMAN));
        assertTrue(texts.containsAll(List.of("Energiefluss", "Heute", "Batterie", "Wechselrichter")), texts::toString);
        assertFalse(texts.stream().anyMatch(text -> text.startsWith("page.")), "every key has a text");
        assertTrue(texts.stream().anyMatch(text -> text.endsWith("? 'Einspeisung' : 'Netzbezug'")), texts::toString);
    }

    @Test
    void aQuoteInATextStaysInItsLiteral() {
        assertEquals("'it\\'s a \\\\'", Live.literal("it's a \\"));
    }
}
