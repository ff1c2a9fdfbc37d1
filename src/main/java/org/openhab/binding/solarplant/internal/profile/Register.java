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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/**
 * One line of a profile: where a value lies, what it says and whom it is about.
 *
 * @param line the line in the profile's file, for messages
 * @param space the address space
 * @param address the first register
 * @param type how the number lies there
 * @param codec what the number says
 * @param target the metric or fact that it feeds
 * @param devices the devices that have it: {@code self} is the one that is polled, others are its parts
 * @param bounds what is believed of it; null if everything is
 * @param pace how often it is asked for
 * @param when the models that have it
 */
@NonNullByDefault
record Register(int line, RegisterSpace space, int address, RegisterType type, Codec codec, Target target,
        List<String> devices, @Nullable Bounds bounds, Pace pace, Condition when) {

    /** How often a register is asked for. */
    enum Pace {
        /** Once for each connection: what a device says of itself. */
        ONCE, FAST, FULL,
        /** As rarely as what a device is set to changes. */
        SETTINGS
    }

    /** The register as a model has it of which these facts are known. */
    Register in(Map<String, Integer> facts) {
        Codec resolved = codec.in(facts);
        return resolved.equals(codec)
                ? this
                : new Register(line, space, address, type, resolved, target, devices, bounds, pace, when);
    }

    /** Whether these words say that the device does not have it, which is no mistake of anybody. */
    boolean isAbsent(int[] words, Profile profile) {
        Interval absent = profile.absent().get(type);
        return absent != null && absent.contains(BigDecimal.valueOf(type.raw(words, profile.wordOrder())));
    }

    /** What it feeds, and of whom where that is not the polled device. */
    String name() {
        return devices.contains(Decoder.SELF) ? target.id() : String.join(", ", devices) + " " + target.id();
    }

    int end() {
        return address + type.width();
    }

    boolean overlaps(Register other) {
        return space == other.space && address < other.end() && other.address < end();
    }
}
