/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.Inspection;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.io.console.Console;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;

/** Shows all things at a glance. */
@NonNullByDefault
final class ListCommand implements ConsoleCommand {

    private static final String UNKNOWN = "-";

    private final Things things;
    private final Sentences sentences;

    ListCommand(Things things, Sentences sentences) {
        this.things = things;
        this.sentences = sentences;
    }

    @Override
    public Usage usage() {
        return new Usage("list", "",
                "lists all things with their status, where their data come from, how old these are, and how many "
                        + "polls have failed in a row");
    }

    @Override
    public List<String> candidates() {
        return List.of();
    }

    @Override
    public void run(List<String> arguments, Console console) {
        Table table = new Table("thing", "label", "source", "age", "failed", "status");
        things.all().forEach(thing -> row(table, thing));
        table.print(console);
    }

    private void row(Table table, Thing thing) {
        Optional<Inspection> inspection = Things.inspect(thing);
        State source = inspection.map(Inspection::states).map(states -> states.get("status#data-source")).orElse(null);
        // the polls of a plant's many drivers are those of its things
        Optional<Probe> driver = inspection.map(Inspection::drivers).filter(drivers -> thing.getBridgeUID() != null)
                .flatMap(drivers -> drivers.stream().findFirst());
        String label = thing.getLabel();
        table.row(thing.getUID().getAsString(), label == null ? UNKNOWN : label,
                source == null ? UNKNOWN : source.toString(),
                driver.flatMap(probe -> inspection.flatMap(Inspection::device)
                        .map(device -> Duration.between(device.lastUpdate(), probe.clock().instant()).toSeconds()
                                + " s"))
                        .orElse(UNKNOWN),
                driver.flatMap(Probe::stats).map(PollStats::failures).map(String::valueOf).orElse(UNKNOWN),
                sentences.status(thing));
    }
}
