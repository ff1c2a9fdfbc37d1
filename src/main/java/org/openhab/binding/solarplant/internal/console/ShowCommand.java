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

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.handler.Inspection;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.io.console.Console;
import org.openhab.core.thing.Thing;

/** Shows all that is known of a thing. */
@NonNullByDefault
final class ShowCommand implements ConsoleCommand {

    private static final Pattern SERIAL = Pattern.compile("(?=[A-Za-z]*\\d)[0-9A-Za-z]{8,}");

    private final Things things;
    private final Sentences sentences;

    ShowCommand(Things things, Sentences sentences) {
        this.things = things;
        this.sentences = sentences;
    }

    @Override
    public Usage usage() {
        return new Usage("show", "<thing>",
                "shows the values, properties and polls of a thing");
    }

    @Override
    public List<String> candidates() {
        return things.uids();
    }

    @Override
    public void run(List<String> arguments, Console console) throws CommandException {
        Thing thing = things.named(arguments);
        console.println(thing.getUID() + " " + sentences.status(thing));
        new TreeMap<>(thing.getProperties())
                .forEach((name, value) -> console.println("  " + name + ": " + shortened(value)));
        Optional<Inspection> inspection = Things.inspect(thing);
        inspection.ifPresent(all -> {
            Table table = new Table("channel", "state");
            all.states().forEach((channel, state) -> table.row(channel, state.toString()));
            table.print(console);
            all.drivers().forEach(driver -> driver.stats().ifPresent(stats -> console.println(polls(stats))));
        });
    }

    /** People show others what they see. */
    static String shortened(String text) {
        return SERIAL.matcher(text).replaceAll(found -> Serials.shortened(found.group()));
    }

    private String polls(PollStats stats) {
        return "polls: " + stats.polls() + ", the last one took " + stats.duration().toMillis() + " ms"
                + stats.lastFailure().map(why -> " and failed, as " + stats.failures() + " in a row: "
                        + sentences.sentence(why)).orElse("");
    }
}
