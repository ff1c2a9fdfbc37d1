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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;

/** The page as a browser shows it. The pictures stay in the build folder, to be looked at. */
@NonNullByDefault
@Timeout(300)
class DemoPageIT {
    private static final int PNG_OF_SOME_SIZE = 20_000;

    @Test
    void drawsFlowAndThings(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.find(folder);
        assumeTrue(browser.isPresent(), "no Chromium is installed here: nobody has looked at the page");
        Clock noon = Clock.fixed(Instant.parse("2026-06-01T10:10:00Z"), ZoneOffset.UTC);
        PlantView view = new SamplePlant(new DayCurve(Site.home(ZoneOffset.UTC)), noon);
        try (PlantPage page = new PlantPage(view, 0)) {
            String address = page.address().toString();
            String dom = browser.get().dom(address);
            assertTrue(dom.contains("3 of 4 things online"), dom);
            assertTrue(dom.contains("solarplant:inverter:home:roof"));
            assertTrue(dom.contains("Communication error: No answer"));
            assertTrue(dom.contains("&lt;script&gt;alert"), "texts of devices stay texts");
            assertFalse(dom.contains("<b>Garage"));
            assertEquals(1, dom.split("flow pv\" ", -1).length - 1);
            assertTrue(dom.contains("id=\"part-ev\" hidden"), "a house without an EV charger shows none");

            Path pictures = Files.createDirectories(Path.of("target", "demo-page"));
            shoot(browser.get(), address, pictures.resolve("light.png"), 1280, 1250, false);
            shoot(browser.get(), address, pictures.resolve("dark.png"), 1280, 1250, true);
            shoot(browser.get(), address, pictures.resolve("phone.png"), 500, 1900, false);
        }
    }

    @Test
    void showsWhatCarsTakeAsAPartOfTheHouse(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Chromium> browser = Chromium.find(folder);
        assumeTrue(browser.isPresent(), "no Chromium is installed here: nobody has looked at the page");
        PlantView view = new FixedPlant(thing("plant", "ONLINE", "load#power", "4100"),
                thing("ev-charger", "ONLINE", "charger#power", "3000"),
                thing("ev-charger", "ONLINE", "charger#power", "400"),
                thing("ev-charger", "OFFLINE", "charger#power", "UNDEF"));
        try (PlantPage page = new PlantPage(view, 0)) {
            String dom = browser.get().dom(page.address().toString());
            assertFalse(dom.contains("id=\"part-ev\" hidden"), dom);
            assertTrue(dom.contains(">3.40 kW</text>"), dom);
            assertTrue(dom.contains(">4.10 kW</text>"), "the house as its plant tells it");
        }
    }

    private static ThingView thing(String type, String status, String channel, String state) {
        return new ThingView("solarplant:" + type + ":home:" + state, type, type, status, "NONE", "", Map.of(),
                List.of(new ChannelView(channel, "", "Power", state, "W", state, false)));
    }

    private static void shoot(Chromium browser, String address, Path file, int width, int height, boolean dark)
            throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        browser.screenshot(address, file.toAbsolutePath(), width, height, dark);
        assertTrue(Files.size(file) > PNG_OF_SOME_SIZE, () -> file + " shows something");
    }
}
