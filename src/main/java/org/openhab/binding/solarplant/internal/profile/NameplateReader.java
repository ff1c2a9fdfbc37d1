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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.Nameplate.Mark;
import org.openhab.binding.solarplant.internal.profile.Nameplate.Trait;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** Reads the lines by which a family is recognised. What it does not understand is an {@link IllegalArgumentException}. */
@NonNullByDefault
final class NameplateReader {

    private final ProfileHead head;
    private final Map<Trait, Inscription> inscriptions = new EnumMap<>(Trait.class);
    private final List<Mark> marks = new ArrayList<>();

    NameplateReader(ProfileHead head) {
        this.head = head;
    }

    /** {@code {"says": "serial", "at": "common+50", "count": 16}}, or with a {@code "type"} if it is a number. */
    Inscription inscription(JsonFields fields) {
        Trait trait = ProfileHead.constant(Trait.class, fields.text("says"));
        Inscription inscription = where(fields);
        if (inscriptions.put(trait, inscription) != null) {
            throw new IllegalArgumentException("another line says the same");
        }
        return inscription;
    }

    /** {@code {"at": 40000, "count": 2, "is": "SunS"}}, or with a {@code "type"} if it is a number. */
    Mark mark(JsonFields fields) {
        Inscription where = where(fields);
        String expected = fields.text("is");
        if (where instanceof Inscription.Number) {
            fields.parsed("is", Interval::parse);
        } else if (expected.isBlank()) {
            throw new IllegalArgumentException("\"is\" is empty: anything would do");
        }
        Mark mark = new Mark(where, expected);
        marks.add(mark);
        return mark;
    }

    /** All that was read. */
    Nameplate nameplate() {
        return new Nameplate(Map.copyOf(inscriptions), List.copyOf(marks));
    }

    private Inscription where(JsonFields fields) {
        RegisterSpace space = head.space(fields);
        int address = head.address(fields, "at");
        if (fields.has("type") == fields.has("count")) {
            throw new IllegalArgumentException("a text has a \"count\" of registers, a number has a \"type\"");
        }
        Inscription inscription = fields.has("type")
                ? new Inscription.Number(space, address,
                        ProfileHead.constant(RegisterType.class, fields.text("type")))
                : new Inscription.Letters(space, address, fields.number("count"));
        if (inscription instanceof Inscription.Number number && !number.type().isWhole()) {
            throw new IllegalArgumentException("a nameplate has whole numbers");
        }
        if (inscription.count() < 1 || inscription.count() > head.blockSize()
                || address + inscription.count() > 0x10000) {
            throw new IllegalArgumentException("one request asks for 1 to " + head.blockSize() + " registers");
        }
        return inscription;
    }
}
