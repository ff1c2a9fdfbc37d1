/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;

/**
 * Takes out what identifies a home. Serial numbers that are known become invented ones wherever they stand, and so does
 * whatever looks like one: better a value too much than a serial number too little.
 */
@NonNullByDefault
public final class Redaction {

    /** Shorter ones could not be told from words. */
    private static final int SHORTEST_KNOWN = 6;
    private static final Pattern SERIAL = Pattern.compile("(?=.*\\d)[ -~]*[0-9A-Za-z]");
    /** What people call things has small letters in it. */
    private static final Pattern WORD = Pattern.compile("(?=.*[a-z])[0-9A-Za-z_-]{1,64}");
    /** Longer texts are none of a device, and are not worth the search. */
    private static final int LONGEST = 250;
    private static final int PRIVATE_NETWORK = 192 << 8 | 168;

    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final Pattern serials;
    private final JsonRedaction json = new JsonRedaction(this);
    private final Predicate<String> isKnown;
    private final int home;

    /**
     * @param home the first three numbers of the device's own address; -1 if that is not known
     */
    private Redaction(Collection<String> known, int home) {
        String either = known.stream()
                .flatMap(serial -> Stream.of(serial, Pseudonyms.swapped(serial)))
                .sorted(Comparator.comparingInt(String::length).reversed()).distinct().map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.isKnown = either.isEmpty() ? text -> false : Pattern.compile(either).asPredicate();
        String other = either.isEmpty() ? "" : "(?!" + either + ")";
        this.serials = Pattern.compile((either.isEmpty() ? "" : either + "|") + "(?=[A-Za-z]*\\d)(?:" + other
                + "[0-9A-Za-z]){8,}|(?:" + other + "[0-9A-Z]){6,}");
        this.home = home;
    }

    /**
     * @param known what is known to be a serial number, or to contain some
     * @param host the device's address, of which registers may tell as well
     */
    public static Redaction of(Collection<String> known, String host) {
        Set<String> serials = new HashSet<>();
        Set<String> composed = new TreeSet<>();
        known.stream().map(String::strip).forEach(text -> {
            List<String> parts = Stream.of(text.split("[^0-9A-Za-z]+")).filter(Redaction::isSerial).toList();
            serials.addAll(parts);
            if (parts.isEmpty() && isSerial(text)) {
                composed.add(text);
            }
        });
        // what rides on a device bears its serial number and something behind it
        composed.stream().filter(text -> composed.stream().noneMatch(owner -> text.startsWith(owner + "-")))
                .forEach(serials::add);
        return new Redaction(serials, network(host.strip()));
    }

    /** Without a digit it is a word, such as the kind of a device. */
    private static boolean isSerial(String text) {
        return text.length() >= SHORTEST_KNOWN && SERIAL.matcher(text).matches();
    }

    private static int network(String host) {
        if (!host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return -1;
        }
        String[] numbers = host.split("\\.");
        return Integer.parseInt(numbers[0]) << 16 | Integer.parseInt(numbers[1]) << 8 | Integer.parseInt(numbers[2]);
    }

    /** The text with invented serial numbers. */
    public String text(String text) {
        return text.length() > LONGEST ? "…" : serials.matcher(text).replaceAll(found -> pseudonyms.of(found.group()));
    }

    /** A name that software or its user gave to something, unless a serial number is part of it. */
    public String name(String name) {
        return WORD.matcher(name).matches() && !isKnown.test(name) ? name : text(name);
    }

    /** The same without what identifies a home. */
    public Heard heard(Heard heard) {
        return switch (heard) {
            case Heard.Read(Place place, Reply.Got<Registers>(Registers registers), long connection) ->
                new Heard.Read(place, new Reply.Got<>(registers(registers)), connection);
            case Heard.Written written -> new Heard.Written(written.place(), words(written.words()),
                    written.trouble());
            case Heard.Called called -> new Heard.Called(called.endpoint(), json.object(called.parameters()),
                    called.reply() instanceof Reply.Got<Answer>(Answer.Payload payload)
                            ? new Reply.Got<>(new Answer.Payload(json.element("", payload.data())))
                            : called.reply());
            case Heard.Read failed -> failed;
            case Heard.Begin begin -> begin;
            case Heard.End end -> end;
        };
    }

    private Registers registers(Registers registers) {
        return new Registers(words(registers.words()), text(registers.serial()));
    }

    /** Registers hold two characters each, in one order or the other; whole runs are the same in both. */
    private List<Integer> words(List<Integer> words) {
        byte[] bytes = new byte[words.size() * 2];
        for (int i = 0; i < words.size(); i++) {
            bytes[2 * i] = (byte) (words.get(i) >> 8);
            bytes[2 * i + 1] = (byte) (int) words.get(i);
        }
        byte[] redacted = text(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        List<Integer> result = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            result.add((redacted[2 * i] & 0xFF) << 8 | redacted[2 * i + 1] & 0xFF);
        }
        hideAddresses(result);
        return result;
    }

    /** Some devices keep their own address and their router's in two registers each. */
    private void hideAddresses(List<Integer> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i) == PRIVATE_NETWORK || (words.get(i) << 8 | words.get(i + 1) >> 8) == home) {
                words.set(i, 0);
                words.set(i + 1, 0);
            }
        }
    }
}
