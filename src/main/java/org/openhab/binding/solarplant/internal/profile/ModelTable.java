/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.profile.JsonLines.Line;

import com.google.gson.JsonObject;

/**
 * The models of a vendor, read from JSON: {@code models} by the beginning of their serial numbers, {@code limits} with
 * what else that tells of some of them, {@code generic} by a name that a user may choose where the serial number is not
 * known.
 */
@NonNullByDefault
public final class ModelTable {

    private static final String FACTS = "facts";

    /**
     * A model as the table has it. Some serial numbers tell the rated power in their 4th and 5th character, and bigger
     * ones of such a model have more trackers (solax.md §2.2).
     */
    private record Entry(Model model, @Nullable PowerDigits digits) {}

    private record PowerDigits(int radix, int bigFrom, int bigTrackers) {}

    /** Facts of all models whose serial number begins so. */
    private record Limit(Pattern serial, Map<String, Integer> facts) {}

    private final List<Entry> models;
    private final List<Limit> limits;
    private final List<Model> generic;
    private final Optional<ProfileException> mistake;

    private ModelTable(List<Entry> models, List<Limit> limits, List<Model> generic,
            Optional<ProfileException> mistake) {
        // the longest prefix says most: H3BC15L is another model than H3BC15
        this.models = models.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.model.key().length()).reversed()).toList();
        this.limits = List.copyOf(limits);
        this.generic = List.copyOf(generic);
        this.mistake = mistake;
    }

    /**
     * @throws ProfileException if it is no usable table
     * @throws IOException if it could not be read at all
     */
    public static ModelTable read(String file, Reader text) throws ProfileException, IOException {
        JsonLines json = JsonLines.read(file, text);
        json.allow(file, Set.of("models", "limits", "generic"));
        List<Entry> models = new ArrayList<>();
        for (Line line : json.list("models")) {
            models.add(line.read(file, fields -> entry(fields, "prefix")));
        }
        List<Limit> limits = new ArrayList<>();
        for (Line line : json.list("limits")) {
            limits.add(line.read(file, fields -> new Limit(Pattern.compile(fields.text("serial")), facts(fields))));
        }
        List<Model> generic = new ArrayList<>();
        for (Line line : json.list("generic")) {
            generic.add(line.read(file, fields -> entry(fields, "name")).model);
        }
        return new ModelTable(models, limits, generic, Optional.empty());
    }

    /** This table and another one, which is right where both know a model. */
    ModelTable with(ModelTable other) {
        return new ModelTable(joined(other.models, models), joined(limits, other.limits),
                joined(other.generic, generic), Optional.empty());
    }

    /** This table alone, since for this reason the other one cannot be used. */
    ModelTable without(ProfileException why) {
        return new ModelTable(models, limits, generic, Optional.of(why));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Why a model may be missing that the user has added; nothing if the user's models can be used. */
    public Optional<ProfileException> mistake() {
        return mistake;
    }

    /** The model with this serial number; nothing if no prefix fits. */
    public Optional<Model> find(String serial) {
        return models.stream().filter(entry -> serial.startsWith(entry.model.key())).findFirst()
                .map(entry -> limited(sized(entry, serial), serial));
    }

    /** The model that users choose by this name. */
    public Optional<Model> named(String name) {
        return generic.stream().filter(model -> model.key().equals(name)).findFirst();
    }

    /** All names by which users may choose a model. */
    public List<String> names() {
        return generic.stream().map(Model::key).toList();
    }

    /** All known beginnings of serial numbers. */
    public List<String> prefixes() {
        return models.stream().map(entry -> entry.model.key()).toList();
    }

    /** The model with its limits; of several for the same fact the last counts (solax.md §2.3). */
    private Model limited(Model model, String serial) {
        Map<String, Integer> facts = new HashMap<>(model.facts());
        limits.stream().filter(limit -> limit.serial.matcher(serial).lookingAt())
                .forEach(limit -> facts.putAll(limit.facts));
        return new Model(model.key(), model.name(), model.profile(), Map.copyOf(facts));
    }

    private static Model sized(Entry entry, String serial) {
        PowerDigits digits = entry.digits;
        int kilowatts = digits == null ? 0 : kilowatts(serial, digits.radix);
        if (digits == null || kilowatts <= 0) {
            return entry.model;
        }
        Map<String, Integer> facts = new HashMap<>(entry.model.facts());
        facts.put("rated", kilowatts * 1000);
        if (kilowatts >= digits.bigFrom) {
            facts.put("trackers", digits.bigTrackers);
        }
        return new Model(entry.model.key(), entry.model.name(), entry.model.profile(), Map.copyOf(facts));
    }

    private static int kilowatts(String serial, int radix) {
        try {
            return Integer.parseUnsignedInt(serial.substring(3, 5), radix);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return 0;
        }
    }

    private static Entry entry(JsonFields fields, String key) {
        Model model = new Model(fields.text(key), fields.text("model"), fields.text("profile"), facts(fields));
        PowerDigits digits = fields.has("powerRadix")
                ? new PowerDigits(fields.number("powerRadix"), fields.number("bigFrom"), fields.number("bigTrackers"))
                : null;
        return new Entry(model, digits);
    }

    private static Map<String, Integer> facts(JsonFields fields) {
        Map<String, Integer> facts = new HashMap<>();
        JsonObject told = fields.object(FACTS);
        told.keySet().forEach(fact -> facts.put(fact, Integer.decode(told.get(fact).getAsString())));
        return Map.copyOf(facts);
    }
}
