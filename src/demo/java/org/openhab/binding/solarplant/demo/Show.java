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

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Shows a plant second by second, and judges it at the end if it was to end by itself. */
@NonNullByDefault
final class Show {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final PlantView view;
    private final Screen screen;

    Show(PlantView view, Screen screen) {
        this.view = view;
        this.screen = screen;
    }

    /** Goes on until the end of its life or of a duration; the exit code. */
    int run(Lifetime lifetime, Optional<Duration> duration) {
        long begin = System.nanoTime();
        boolean interrupted = false;
        boolean done = false;
        while (!interrupted && !done) {
            interrupted = lifetime.endsWithin(EVERY);
            screen.show(view);
            done = duration.isPresent() && System.nanoTime() - begin >= duration.get().toNanos();
        }
        return interrupted ? 0 : verdict();
    }

    private int verdict() {
        List<ThingView> sick = view.things().stream().filter(thing -> !thing.isOnline()).toList();
        sick.forEach(thing -> System.err.println("not online: " + thing.uid() + " " + ThingTable.status(thing)));
        return sick.isEmpty() && !view.things().isEmpty() ? 0 : 1;
    }
}
