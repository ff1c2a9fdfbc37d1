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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.OpenHAB;
import org.osgi.framework.BundleException;

/** The main job without hardware: a simulated plant, the add-on in an OSGi framework, and what it makes of it. */
@NonNullByDefault
public final class Demo {
    private static final int WRONG_USAGE = 2;
    private static final Duration LONG = Duration.ofDays(10_000);

    private final Setup setup;
    private final Options options;
    private final Lifetime lifetime;

    private Demo(Setup setup, Options options, Lifetime lifetime) {
        this.setup = setup;
        this.options = options;
        this.lifetime = lifetime;
    }

    /** Runs the demo; see {@link Options#USAGE}. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        Lifetime lifetime = Lifetime.ofThisProgram();
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                System.out.print(Options.USAGE);
                return 0;
            }
            Demo demo = new Demo(Setup.ofThisProgram(), options, lifetime);
            String openHab = System.getenv("OPENHAB_HOME");
            return openHab == null || openHab.isBlank() ? demo.show() : demo.serve(Path.of(openHab));
        } catch (IllegalArgumentException | BindException e) {
            System.err.println(e.getMessage());
            return WRONG_USAGE;
        } catch (UncheckedIOException e) {
            // a file of things that is none: the cause says in which line
            System.err.println(e.getMessage() + ": " + e.getCause().getMessage());
            return WRONG_USAGE;
        } catch (IOException | BundleException e) {
            e.printStackTrace();
            return 1;
        } finally {
            lifetime.closed();
        }
    }

    /** The simulators alone, for a real openHAB. */
    private int serve(Path openHab) throws IOException {
        OpenHabFolder folder = new OpenHabFolder(openHab);
        try (SimulatedPlant plant = new SimulatedPlant(ZoneId.systemDefault(), SimulatedPlant.FIRST_PORT)) {
            System.out.println("simulated devices listen at " + plant.addresses());
            System.out.println("written:" + System.lineSeparator() + folder.install(setup.jar(), setup.things()));
            System.out.println("Ctrl-C ends the simulated devices; the files stay");
            lifetime.endsWithin(options.duration().orElse(LONG));
        }
        return 0;
    }

    private int show() throws IOException, BundleException {
        if (options.things().isPresent()) {
            return show(options.things().get());
        }
        try (SimulatedPlant plant = new SimulatedPlant(ZoneId.systemDefault(), SimulatedPlant.FIRST_PORT)) {
            System.out.println("simulated devices listen at " + plant.addresses());
            return show(setup.things());
        }
    }

    private int show(Path things) throws IOException, BundleException {
        Screens screens = Screens.ofThisTerminal(setup.folder());
        System.setProperty(OpenHAB.USERDATA_DIR_PROG_ARGUMENT, setup.folder().resolve("userdata").toString());
        try (HostedPlant plant = HostedPlant.start(setup.folder().resolve("felix"), setup.jar(), things);
                PlantPage page = page(plant)) {
            System.out.println("page: " + page.address());
            System.out.println("pages for Main UI: " + page.address().resolve(PlantPage.PAGES));
            System.out.println();
            return new Show(plant, screens.screen()).run(lifetime, options.duration());
        }
    }

    private PlantPage page(PlantView view) throws IOException {
        try {
            return new PlantPage(view, options.port());
        } catch (BindException e) {
            throw new BindException("port " + options.port() + " of the page is taken: choose another with --port");
        }
    }
}
