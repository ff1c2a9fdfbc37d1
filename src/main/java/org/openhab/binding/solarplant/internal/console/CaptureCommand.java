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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Recorder;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.core.io.console.Console;
import org.openhab.core.thing.Thing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down for a while what a device is asked and what it answers, in a file that people can show others. */
@NonNullByDefault
final class CaptureCommand implements ConsoleCommand {

    static final int MOST_MINUTES = 60;
    /** An hour of a big plant is a quarter of this. */
    private static final long MOST_BYTES = 4 << 20;

    private final Logger logger = LoggerFactory.getLogger(CaptureCommand.class);

    private final Things things;
    private final Secrets secrets;
    private final UserFolder folder;
    private final Map<Probe, Recorder> running = new ConcurrentHashMap<>();

    CaptureCommand(Things things, Secrets secrets, UserFolder folder) {
        this.things = things;
        this.secrets = secrets;
        this.folder = folder;
    }

    @Override
    public Usage usage() {
        return new Usage("capture", "<thing> <minutes>",
                "writes what the device is asked and what it answers to a file, for 1 to " + MOST_MINUTES
                        + " minutes; without serial numbers, addresses and passwords");
    }

    @Override
    public List<String> candidates() {
        return things.uids();
    }

    /** One after the other, so that no two sessions begin a capture of the same driver. */
    @Override
    public synchronized void run(List<String> arguments, Console console) throws CommandException, IOException {
        Probe driver = things.driver(arguments);
        Duration time = minutes(arguments);
        Thing thing = things.named(arguments);
        Recorder before = running.get(driver);
        if (before != null && !before.isOver()) {
            throw new CommandException("A capture of it is under way.");
        }
        Redaction redaction = secrets.redaction(driver);
        Path file = folder.newCapture(thing.getThingTypeUID().getId(), driver.clock().instant(), driver.zone());
        Recorder recorder = new Recorder(file, driver.header(Versions.all(), redaction), redaction, driver.ticker(),
                new Recorder.Limits(time, MOST_BYTES), problem -> ended(driver, file, problem));
        running.put(driver, recorder);
        driver.taps().attach(recorder);
        driver.searchAnew(recorder::listen);
        driver.poll().whenComplete((stats, gone) -> {
            if (gone != null) {
                // nobody will ever be heard on this wire
                recorder.close();
            }
        });
        console.println("Capturing for " + time.toMinutes() + " min to " + file + ".");
        console.println("The log tells when it is complete; disabling the thing ends it before.");
    }

    /** Ends all captures. */
    void close() {
        running.values().forEach(Recorder::close);
    }

    private void ended(Probe driver, Path file, Optional<Exception> problem) {
        Recorder recorder = running.remove(driver);
        if (recorder != null) {
            driver.taps().detach(recorder);
        }
        problem.ifPresentOrElse(why -> logger.warn("The capture {} is not complete", file, why),
                () -> logger.info("The capture {} is complete", file));
    }

    private static Duration minutes(List<String> arguments) throws CommandException {
        if (arguments.size() == 2 && arguments.get(1).matches("\\d{1,2}")) {
            int minutes = Integer.parseInt(arguments.get(1));
            if (minutes >= 1 && minutes <= MOST_MINUTES) {
                return Duration.ofMinutes(minutes);
            }
        }
        throw new CommandException("For how many minutes, 1 to " + MOST_MINUTES + "?");
    }
}
