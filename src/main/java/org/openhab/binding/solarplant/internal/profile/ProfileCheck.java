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

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.Target.OfFact;

/** The mistakes of a profile that only show when its lines are looked at together. */
@NonNullByDefault
final class ProfileCheck {

    /** Facts that detection supplies for every model. */
    private static final Set<String> DETECTED = Set.of("phases", "trackers", "generation", "protocol", "rated");

    private ProfileCheck() {}

    static void check(String file, Profile profile) throws ProfileException {
        Set<String> facts = new HashSet<>(DETECTED);
        facts.addAll(profile.defaults().keySet());
        for (Part part : profile.parts()) {
            checkFacts(file, 1, part.when(), facts);
        }
        for (Sum sum : profile.sums()) {
            checkFacts(file, sum.line(), sum.when(), facts);
        }
        List<Register> registers = profile.registers();
        for (int i = 0; i < registers.size(); i++) {
            Register register = registers.get(i);
            checkFacts(file, register.line(), register.when(), facts);
            if (register.target() instanceof OfFact(String fact) && !facts.contains(fact)) {
                throw new ProfileException(file, register.line(), "\"facts\" has no \"" + fact + "\"", null);
            }
            if (register.type().width() > profile.blockSize()) {
                throw new ProfileException(file, register.line(), "is wider than a block", null);
            }
            for (Register earlier : registers.subList(0, i)) {
                checkPair(file, earlier, register);
            }
        }
    }

    private static void checkFacts(String file, int line, Condition when, Set<String> facts) throws ProfileException {
        for (String fact : when.facts()) {
            if (!facts.contains(fact)) {
                throw new ProfileException(file, line, "\"facts\" has no \"" + fact + "\"", null);
            }
        }
    }

    private static void checkPair(String file, Register earlier, Register register) throws ProfileException {
        if (!earlier.when().overlaps(register.when())) {
            return;
        }
        boolean sameRegisters = earlier.address() == register.address() && earlier.end() == register.end();
        if (earlier.overlaps(register) && !sameRegisters) {
            throw new ProfileException(file, register.line(), "overlaps with line " + earlier.line(), null);
        }
        // several words of flags may speak of one thing
        boolean joined = earlier.codec() instanceof Codec.Flags && register.codec() instanceof Codec.Flags;
        boolean sameDevice = earlier.devices().stream().anyMatch(register.devices()::contains);
        if (earlier.target().equals(register.target()) && sameDevice && !joined) {
            throw new ProfileException(file, register.line(),
                    "feeds the same as line " + earlier.line() + " for the same model", null);
        }
    }
}
