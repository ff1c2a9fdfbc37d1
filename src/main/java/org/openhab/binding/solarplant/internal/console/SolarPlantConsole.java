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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.handler.CaptureReplay;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.handler.UserProfiles;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.console.Console;
import org.openhab.core.io.console.ConsoleCommandCompleter;
import org.openhab.core.io.console.StringsCompleter;
import org.openhab.core.io.console.extensions.AbstractConsoleCommandExtension;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;
import org.openhab.core.thing.ThingRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The console command {@code openhab:solarplant}. It looks and polls, and sets nothing: that is for rules. */
@NonNullByDefault
@Component(service = ConsoleCommandExtension.class)
public class SolarPlantConsole extends AbstractConsoleCommandExtension implements ConsoleCommandCompleter {

    private final CaptureCommand capture;
    private final List<ConsoleCommand> commands;

    @Activate
    public SolarPlantConsole(@Reference ThingRegistry registry, @Reference TranslationProvider translations,
            @Reference LocaleProvider locales, @Reference UserProfiles profiles) {
        super("solarplant", "Looks into solar plants: their things, registers, captures and diagnostics.");
        Things things = new Things(registry);
        Sentences sentences = new Sentences(new ChannelLabels(translations, locales));
        Secrets secrets = new Secrets(things);
        UserFolder files = new UserFolder();
        capture = new CaptureCommand(things, secrets, files);
        commands = List.of(new ListCommand(things, sentences), new ShowCommand(things, sentences),
                new PollCommand(things, sentences), new RegistersCommand(things, sentences, secrets), capture,
                new ReplayCommand(files, sentences, new CaptureReplay(profiles.store())),
                new DiagnosticsCommand(new Diagnostics(things, secrets), files));
    }

    @Deactivate
    public void deactivate() {
        capture.close();
    }

    @Override
    public void execute(String[] args, Console console) {
        List<String> words = Arrays.asList(args);
        Optional<ConsoleCommand> command = command(words);
        if (command.isEmpty()) {
            printUsage(console);
            console.println("Nothing here sets a device; use channels or rule actions for that.");
            return;
        }
        try {
            command.get().run(words.subList(1, words.size()), console);
        } catch (CommandException e) {
            console.println(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            console.println("A file could not be read or written: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            console.println("Interrupted.");
        }
    }

    @Override
    public List<String> getUsages() {
        return commands.stream().map(ConsoleCommand::usage).map(
                usage -> buildCommandUsage((usage.name() + " " + usage.syntax()).strip(), usage.description()))
                .toList();
    }

    @Override
    public @Nullable ConsoleCommandCompleter getCompleter() {
        return this;
    }

    @Override
    public boolean complete(String[] args, int cursorArgumentIndex, int cursorPosition, List<String> candidates) {
        List<String> words = Arrays.asList(args);
        List<String> possible = switch (cursorArgumentIndex) {
            case 0 -> commands.stream().map(command -> command.usage().name()).toList();
            case 1 -> command(words).map(ConsoleCommand::candidates).orElse(List.of());
            default -> List.of();
        };
        return !possible.isEmpty() && new StringsCompleter(possible, true).complete(args, cursorArgumentIndex,
                cursorPosition, candidates);
    }

    private Optional<ConsoleCommand> command(List<String> words) {
        return words.stream().findFirst()
                .flatMap(name -> commands.stream().filter(command -> command.usage().name().equals(name)).findFirst());
    }
}
