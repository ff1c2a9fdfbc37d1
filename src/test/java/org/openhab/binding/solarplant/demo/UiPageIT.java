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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.Pages;
import org.openhab.binding.solarplant.host.Registries;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.binding.solarplant.internal.ui.PlantPageProvider;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;

/** The page for Main UI as a browser shows it. The pictures stay in the build folder, to be looked at. */
@NonNullByDefault
@Timeout(300)
class UiPageIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PNG_OF_SOME_SIZE = 20_000;
    private static final ThingUID HOME = new ThingUID("solarplant:plant:home");
    private static final ThingUID ROOF = new ThingUID("solarplant:inverter:home:roof");

    private final Map<String, ItemView> items = new TreeMap<>();

    /** Power on a sunny day: the roof feeds the house, the battery and the grid. */
    private void link(Registries registries) {
        show(registries, HOME, "pv#power", 5310, "W");
        show(registries, HOME, "grid#power", -1290, "W");
        show(registries, HOME, "battery#power", -2500, "W");
        show(registries, HOME, "load#power", 1520, "W");
        show(registries, HOME, "battery#state-of-charge", 64, "%");
        show(registries, HOME, "battery#capacity", 11.6, "kWh");
        show(registries, HOME, "energy#pv-today", 24, "kWh");
        show(registries, HOME, "energy#load-today", 12, "kWh");
        show(registries, HOME, "energy#import-today", 3, "kWh");
        // as an item without a unit of its own tells a ratio
        show(registries, HOME, "ratio#self-sufficiency", 0.75, "one");
        show(registries, ROOF, "pv#power", 5310, "W");
        show(registries, ROOF, "battery#state-of-charge", 64, "%");
        put(registries, ROOF, "status#run-mode", new ItemView("<b>normal", "<b>Normal", null, null));
        put(registries, ROOF, "status#fault", new ItemView("UNDEF", null, null, null));
    }

    private void show(Registries registries, ThingUID thing, String channel, double value, @Nullable String unit) {
        String text = value + " " + unit;
        put(registries, thing, channel, new ItemView(text, text.replace(".0 ", " "), value, unit));
    }

    private void put(Registries registries, ThingUID thing, String channel, ItemView view) {
        String name = AutoItems.name(thing + ":" + channel);
        items.put(name, view);
        registries.addItem(name);
        registries.link(name, new ChannelUID(thing, channel));
    }

    /** The second answer fails, and the browser's own second try: the page is to get over it. */
    private record View(Pages all, Map<String, ItemView> shown, AtomicInteger asked) implements PlantView {
        @Override
        public Map<String, ItemView> items() {
            if (Set.of(1, 2).contains(asked.getAndIncrement())) {
                throw new IllegalStateException("not just now");
            }
            return shown;
        }

        @Override
        public List<ThingView> things() {
            return List.of();
        }

        @Override
        public List<InboxView> inbox() {
            return List.of();
        }

        @Override
        public List<PageView> pages() {
            return all.all().stream().map(PageView::of).toList();
        }
    }

    @Test
    void drawsWhatTheProviderGives(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.find(folder);
        assumeTrue(browser.isPresent(), "no Chromium is installed here: nobody has looked at the page");
        try (Host host = new Host(Locale.ENGLISH, ZoneOffset.UTC)) {
            host.install(Path.of("src", "main", "resources", "OH-INF"));
            host.add(new ThingEntry(HOME, true, null, "Home & <i>Garden", Map.of()));
            host.add(new ThingEntry(ROOF, false, HOME, "Roof", Map.of()));
            Registries registries = host.registries();
            link(registries);
            PlantPageProvider provider = new PlantPageProvider(registries.things(), registries.links(),
                    registries.items(), host.translations(), host.localeProvider());
            Pages pages = new Pages();
            pages.add(provider);
            try (PlantPage page = new PlantPage(new View(pages, items, new AtomicInteger()), 0)) {
                assertTrue(host.await(() -> !pages.all().isEmpty(), LIMIT));
                check(browser.get(), page.address() + "pages/solarplant_home");
            } finally {
                provider.deactivate();
            }
        }
    }

    private static void check(Chromium browser, String address) throws IOException, InterruptedException {
        String dom = browser.dom(address);
        assertFalse(dom.contains("cannot be shown"), dom);
        assertTrue(dom.contains(">Home &amp; &lt;i&gt;Garden<"), "labels stay texts");
        assertTrue(dom.contains("&lt;b&gt;Normal"), "states stay texts");
        // directions: words without a sign, and the way that the dots take
        assertTrue(dom.contains(">1290 W<") && dom.contains(">Export<"), dom);
        assertTrue(dom.contains(">2500 W<") && dom.contains(">Charging<"), dom);
        assertFalse(dom.contains("-1290") || dom.contains("-2500"), dom);
        assertEquals(4, dom.split("style=\"display: none;\"", -1).length - 1, "of each pair of ways one is still");
        // bars relative to the largest, ratios of 0 to 1 in percent
        assertTrue(dom.contains("width: 100%;") && dom.contains("width: 50%;") && dom.contains("width: 12.5%;"), dom);
        assertTrue(dom.contains("width: 75%;"), dom);
        assertTrue(dom.contains("stroke-dasharray=\"64 100\""), "the ring of the state of charge");
        assertTrue(dom.contains(">–<"), "what is unknown is a dash");

        Path pictures = Files.createDirectories(Path.of("target", "demo-page"));
        shoot(browser, address, pictures.resolve("main-ui.png"), 1240, false);
        shoot(browser, address, pictures.resolve("main-ui-dark.png"), 1240, true);
        shoot(browser, address, pictures.resolve("main-ui-phone.png"), 500, false);
    }

    private static void shoot(Chromium browser, String address, Path file, int width, boolean dark)
            throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        browser.screenshot(address, file.toAbsolutePath(), width, 1100, dark);
        assertTrue(Files.size(file) > PNG_OF_SOME_SIZE, () -> file + " shows something");
    }
}
