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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.ui.components.RootUIComponent;

/** Pages come, change and go with things, items and links, and openHAB hears of each change once. */
@NonNullByDefault
class PlantPageProviderTest {

    private static final ThingUID FARM = new ThingUID("solarplant:plant:farm");

    private final PageRig rig = new PageRig(Locale.ENGLISH);

    @AfterEach
    void close() {
        rig.close();
    }

    private RootUIComponent home() {
        return rig.page("solarplant_home");
    }

    @Test
    void aPlantWithoutItemsSaysWhatToLink() {
        rig.plant(PageRig.HOME, "Home");
        rig.settle();
        assertEquals("ui:page", rig.provider.getNamespace());
        assertEquals("oh-layout-page", home().getComponent());
        assertEquals("Home", home().getConfig().get("label"));
        assertEquals(true, home().getConfig().get("sidebar"));
        assertEquals("f7:bolt_fill", home().getConfig().get("icon"));
        assertTrue(Tree.texts(home()).stream().anyMatch(text -> text.startsWith("Nothing of this plant is linked")));
        assertEquals(List.of(), Tree.items(home()));
    }

    @Test
    void thePageSpeaksTheLanguageThatOpenHabSpeaks() {
        rig.plant(PageRig.HOME, "Home");
        rig.settle();
        rig.language = Locale.GERMAN;
        rig.provider.setLanguage(() -> Locale.GERMAN);
        rig.settle();
        assertTrue(Tree.texts(home()).stream().anyMatch(text -> text.startsWith("Noch ist nichts")));
        assertEquals(List.of("added solarplant_home", "updated solarplant_home"), rig.heard);
    }

    @Test
    void whatIsLinkedIsShownAndNothingElse() {
        rig.plant(PageRig.HOME, "Home");
        rig.link("My_Sun", PageRig.HOME, "pv#power");
        rig.settle();
        assertEquals(List.of("My_Sun"), Tree.items(home()));
        assertTrue(Tree.texts(home()).contains("Energy Flow"));
        assertFalse(Tree.texts(home()).contains("Today"), "no card without an item");
        assertFalse(Tree.texts(home()).contains("House"), "no node without an item");
        assertFalse(Tree.texts(home()).stream().anyMatch(text -> text.startsWith("Nothing of this plant")));
    }

    @Test
    void theStartOfOpenHabIsOneChange() {
        rig.plant(PageRig.HOME, "Home");
        rig.inverter(PageRig.ROOF, PageRig.HOME, "Roof");
        for (String channel : List.of("pv#power", "grid#power", "load#power", "energy#pv-today")) {
            rig.link("Item_" + channel.replaceAll("\\W", "_"), PageRig.HOME, channel);
        }
        assertEquals(List.of(), rig.heard);
        assertEquals(1, rig.settle());
        assertEquals(List.of("added solarplant_home"), rig.heard);
    }

    @Test
    void aChangeThatIsNotSeenIsNotTold() {
        rig.plant(PageRig.HOME, "Home");
        rig.settle();
        RootUIComponent before = home();
        rig.heard.clear();
        rig.link("Something", PageRig.HOME, "poll#mode");
        assertEquals(1, rig.settle());
        assertEquals(List.of(), rig.heard);
        assertSame(before, home());
    }

    @Test
    void linksThatComeAndGoChangeThePage() {
        rig.plant(PageRig.HOME, "Home");
        rig.settle();
        RootUIComponent before = home();
        rig.heard.clear();
        rig.link("Grid", PageRig.HOME, "grid#power");
        rig.settle();
        assertEquals(List.of("Grid"), Tree.items(home()));
        assertNotSame(before, home());
        rig.host.registries().unlink("Grid", new ChannelUID(PageRig.HOME, "grid#power"));
        rig.settle();
        assertEquals(List.of(), Tree.items(home()));
        assertEquals(List.of("updated solarplant_home", "updated solarplant_home"), rig.heard);
    }

    @Test
    void aLinkWithoutItsItemIsNotShown() {
        rig.plant(PageRig.HOME, "Home");
        rig.host.registries().link("Later", new ChannelUID(PageRig.HOME, "pv#power"));
        rig.settle();
        assertEquals(List.of(), Tree.items(home()));
        rig.host.registries().addItem("Later");
        rig.settle();
        assertEquals(List.of("Later"), Tree.items(home()));
        rig.host.registries().removeItem("Later");
        rig.settle();
        assertEquals(List.of(), Tree.items(home()));
    }

    @Test
    void ofSeveralItemsTheFirstByNameIsShown() {
        rig.plant(PageRig.HOME, "Home");
        rig.link("Second", PageRig.HOME, "pv#power");
        rig.link("First", PageRig.HOME, "pv#power");
        rig.settle();
        assertEquals(List.of("First"), Tree.items(home()));
    }

    @Test
    void eachPlantHasItsOwnPage() {
        rig.plant(PageRig.HOME, "Home");
        rig.plant(FARM, "Farm");
        rig.link("Home_Sun", PageRig.HOME, "pv#power");
        rig.link("Farm_Sun", FARM, "pv#power");
        rig.inverter(new ThingUID("solarplant:inverter:farm:barn"), FARM, "Barn");
        rig.link("Barn_Sun", new ThingUID("solarplant:inverter:farm:barn"), "pv#power");
        rig.settle();
        assertEquals(List.of("added solarplant_farm", "added solarplant_home"), rig.heard);
        assertEquals(List.of("Home_Sun"), Tree.items(home()));
        assertEquals(List.of("Barn_Sun", "Farm_Sun"), Tree.items(rig.page("solarplant_farm")));
        rig.heard.clear();
        rig.host.forceRemove(FARM);
        rig.settle();
        assertEquals(List.of("removed solarplant_farm"), rig.heard);
        assertEquals(1, rig.provider.getAll().size());
    }

    @Test
    void labelsAreNeverExpressions() {
        rig.plant(PageRig.HOME, "=items.X.state");
        rig.settle();
        assertEquals(" =items.X.state", home().getConfig().get("label"));
    }

    @Test
    void theBindingTakesItsPagesAlong() {
        rig.plant(PageRig.HOME, "Home");
        rig.provider.deactivate();
        assertEquals(0, rig.settle(), "what was due is not done any more");
        rig.link("Sun", PageRig.HOME, "pv#power");
        assertEquals(0, rig.settle());
        assertEquals(List.of(), rig.heard);
    }
}
