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
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.JsonLines.Line;

/**
 * Reads a profile from JSON and refuses what cannot be meant, naming file and line. {@code docs/profiles.md} describes
 * the format.
 */
@NonNullByDefault
public final class ProfileReader {

    private ProfileReader() {}

    /**
     * @param file the file's name, for messages
     * @param text its content
     * @throws ProfileException if it is no usable profile
     * @throws IOException if it could not be read at all
     */
    public static Profile read(String file, Reader text) throws ProfileException, IOException {
        JsonLines json = JsonLines.read(file, text);
        json.allow(file, Set.of("identity", "expect", "pages", "devices", "registers", "checks", "settings", "sums",
                "conclusions", "unlock", "obstacles"));
        ProfileHead head = json.readHead(file, ProfileHead::read);
        NameplateReader nameplateReader = new NameplateReader(head);
        for (Line line : json.list("identity")) {
            line.read(file, nameplateReader::inscription);
        }
        for (Line line : json.list("expect")) {
            line.read(file, nameplateReader::mark);
        }
        LineReader reader = new LineReader(head);
        List<Page> pages = new ArrayList<>();
        for (Line line : json.list("pages")) {
            pages.add(line.read(file, reader::page));
        }
        if (!pages.isEmpty() && head.gap() != head.blockSize()) {
            throw new ProfileException(file, json.headLines().getOrDefault("gap", 1),
                    "\"gap\" and \"pages\" exclude each other", null);
        }
        List<Part> parts = new ArrayList<>();
        for (Line line : json.list("devices")) {
            parts.add(line.read(file, fields -> reader.part(line.number(), fields)));
        }
        List<Register> registers = new ArrayList<>();
        for (Line line : json.list("registers")) {
            registers.add(line.read(file, fields -> reader.register(line.number(), fields)));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Line line : json.list("checks")) {
            comparisons.add(line.read(file, fields -> reader.comparison(line.number(), fields)));
        }
        List<Unlock> unlocks = new ArrayList<>();
        for (Line line : json.list("unlock")) {
            unlocks.add(line.read(file, fields -> Unlock.read(line.number(), fields)));
        }
        List<Obstacle> obstacles = new ArrayList<>();
        for (Line line : json.list("obstacles")) {
            obstacles.add(line.read(file, fields -> Obstacle.read(line.number(), fields)));
        }
        SettingReader settingReader = new SettingReader(head);
        List<SettingLine> settings = new ArrayList<>();
        for (Line line : json.list("settings")) {
            settings.add(line.read(file, fields -> settingReader.setting(line.number(), fields)));
        }
        // settings are read like anything else
        settings.forEach(setting -> registers.add(setting.read()));
        List<SumLine> sums = new ArrayList<>();
        for (Line line : json.list("sums")) {
            sums.add(line.read(file, fields -> reader.sum(line.number(), fields)));
        }
        ConclusionReader conclusionReader = new ConclusionReader(reader::known);
        List<Conclusion> conclusions = new ArrayList<>();
        for (Line line : json.list("conclusions")) {
            conclusions.add(line.read(file, fields -> conclusionReader.conclusion(line.number(), fields)));
        }
        Profile profile = new Profile(head.id(), head.label(), head.blockSize(), head.gap(), head.wordOrder(),
                head.facts(), head.invalid(), head.absent(), nameplateReader.nameplate(), head.firmware(),
                List.copyOf(pages), List.copyOf(parts), List.copyOf(registers),
                List.copyOf(sums), List.copyOf(comparisons), List.copyOf(conclusions), List.copyOf(settings),
                List.copyOf(unlocks), List.copyOf(obstacles), new Variants());
        ProfileCheck.check(file, profile);
        return profile;
    }
}
