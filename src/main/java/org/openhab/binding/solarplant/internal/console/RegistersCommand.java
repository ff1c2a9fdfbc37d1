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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Heard;
import org.openhab.binding.solarplant.internal.capture.Place;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.capture.Registers;
import org.openhab.binding.solarplant.internal.capture.Reply;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.binding.solarplant.internal.handler.RegisterReading;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.core.io.console.Console;

/** Reads the registers of a device and shows them as they are, with what the binding makes of them. */
@NonNullByDefault
final class RegistersCommand implements ConsoleCommand {

    private final Things things;
    private final Sentences sentences;
    private final Secrets secrets;

    RegistersCommand(Things things, Sentences sentences, Secrets secrets) {
        this.things = things;
        this.sentences = sentences;
        this.secrets = secrets;
    }

    /** One register; the function comes before the address, since each has its own numbering. */
    private record Key(int unit, int function, int address) {
        static final Comparator<Key> ORDER = Comparator.comparingInt(Key::unit).thenComparingInt(Key::function)
                .thenComparingInt(Key::address);
    }

    @Override
    public Usage usage() {
        return new Usage("registers", "<thing>",
                "polls a thing and shows the registers that were read, with what is made of them; serial numbers in "
                        + "them are replaced by invented ones");
    }

    @Override
    public List<String> candidates() {
        return things.uids();
    }

    @Override
    public void run(List<String> arguments, Console console) throws CommandException, InterruptedException {
        Probe driver = things.driver(arguments);
        Redaction redaction = secrets.redaction(driver);
        RegisterReading reading = new RegisterReading();
        driver.taps().attach(reading);
        try {
            Polling.await(driver).lastFailure()
                    .ifPresent(failure -> console.println("The poll failed: " + sentences.sentence(failure)));
        } finally {
            driver.taps().detach(reading);
        }
        print(reading.all(), driver.registers(), redaction, console);
    }

    private static void print(List<Heard.Read> reads, List<RegisterDevice> devices, Redaction redaction,
            Console console) {
        Map<Key, Integer> words = new TreeMap<>(Key.ORDER);
        Map<Key, String> meanings = new TreeMap<>(Key.ORDER);
        reads.forEach(read -> {
            Place place = read.place();
            Map<Key, String> now = new TreeMap<>(Key.ORDER);
            RegisterReading.meanings(read, devices)
                    .forEach(meaning -> now.merge(new Key(place.unit(), place.function(), meaning.address()),
                            RegisterReading.text(meaning), (one, other) -> one + ", " + other));
            meanings.putAll(now);
            if (redaction
                    .heard(read) instanceof Heard.Read(Place same, Reply.Got<Registers>(Registers told), long on)) {
                for (int i = 0; i < told.words().size(); i++) {
                    words.put(new Key(place.unit(), place.function(), place.start() + i), told.words().get(i));
                }
            }
        });
        Table table = new Table("unit", "function", "register", "hex", "decimal", "meaning");
        words.forEach((key, word) -> table.row(Integer.toString(key.unit), Integer.toString(key.function),
                "0x%04X".formatted(key.address), "%04X".formatted(word), Integer.toString(word),
                meanings.getOrDefault(key, "")));
        if (words.isEmpty()) {
            console.println("No registers were read.");
        } else {
            table.print(console);
        }
    }
}
