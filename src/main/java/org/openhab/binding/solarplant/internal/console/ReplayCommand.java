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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Capture;
import org.openhab.binding.solarplant.internal.capture.CaptureException;
import org.openhab.binding.solarplant.internal.handler.CaptureReplay;
import org.openhab.core.io.console.Console;

/** Shows what the binding makes of a capture. */
@NonNullByDefault
final class ReplayCommand implements ConsoleCommand {

    private final UserFolder folder;
    private final Sentences sentences;
    private final CaptureReplay replay;

    ReplayCommand(UserFolder folder, Sentences sentences, CaptureReplay replay) {
        this.folder = folder;
        this.sentences = sentences;
        this.replay = replay;
    }

    @Override
    public Usage usage() {
        return new Usage("replay", "<file>",
                "shows what comes out of a capture: the values of all devices in it, and the registers that are not "
                        + "believed; no device is asked");
    }

    @Override
    public List<String> candidates() {
        return folder.captureNames();
    }

    @Override
    public void run(List<String> arguments, Console console)
            throws CommandException, IOException, InterruptedException {
        if (arguments.size() != 1) {
            throw new CommandException("Which file?");
        }
        CaptureReplay.Outcome outcome = play(arguments.getFirst());
        outcome.devices().forEach((id, device) -> {
            console.println(id + (device.rejected() == 0 ? "" : ", " + device.rejected() + " values not believed"));
            Table table = new Table("channel", "state");
            CaptureReplay.states(device).forEach((channel, state) -> table.row(channel, state.toString()));
            table.print(console);
        });
        outcome.rejected().forEach(register -> console.println("not believed: " + register));
        for (int poll = 0; poll < outcome.polls().size(); poll++) {
            String which = "poll " + (poll + 1) + " failed: ";
            outcome.polls().get(poll).ifPresent(why -> console.println(which + sentences.sentence(why)));
        }
        console.println(outcome.polls().size() + " polls, of which "
                + outcome.polls().stream().filter(Optional::isEmpty).count() + " went well.");
    }

    private CaptureReplay.Outcome play(String name) throws CommandException, IOException, InterruptedException {
        try {
            Path file = folder.capture(name);
            if (!Files.isRegularFile(file)) {
                throw new CommandException("There is no file " + file + ".");
            }
            return replay.play(Capture.read(file));
        } catch (CaptureException | IllegalArgumentException e) {
            throw new CommandException("It cannot be replayed: " + e.getMessage());
        }
    }
}
