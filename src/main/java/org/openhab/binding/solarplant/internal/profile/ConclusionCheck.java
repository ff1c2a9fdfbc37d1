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
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Premise.Claim;

/** Finds conclusions that could never be drawn: what they ask for must be told, and the words must be said. */
@NonNullByDefault
final class ConclusionCheck {

    private final String file;
    private final Profile profile;

    private ConclusionCheck(String file, Profile profile) {
        this.file = file;
        this.profile = profile;
    }

    static void check(String file, Profile profile) throws ProfileException {
        ConclusionCheck check = new ConclusionCheck(file, profile);
        List<Conclusion> conclusions = profile.conclusions();
        for (int i = 0; i < conclusions.size(); i++) {
            for (Premise premise : conclusions.get(i).premises()) {
                for (Claim claim : premise.claims()) {
                    check.check(conclusions.get(i).line(), claim, conclusions.subList(0, i));
                }
            }
        }
    }

    private void check(int line, Claim claim, List<Conclusion> earlier) throws ProfileException {
        Set<String> said = new HashSet<>();
        boolean isTold = profile.sums().stream()
                .anyMatch(sum -> sum.device().equals(claim.device()) && sum.metric().equals(claim.metric()));
        for (Register register : profile.registers()) {
            if (register.target() instanceof Target.OfMetric(Metric metric) && metric.equals(claim.metric())
                    && register.devices().contains(claim.device())) {
                isTold = true;
                said.addAll(words(register.codec()));
            }
        }
        for (Conclusion conclusion : earlier) {
            if (conclusion.device().equals(claim.device()) && conclusion.metric().equals(claim.metric())) {
                isTold = true;
                said.add(word(conclusion.says()));
            }
        }
        if (!isTold) {
            throw new ProfileException(file, line,
                    "nothing before feeds \"" + claim.device() + "/" + claim.metric() + "\"", null);
        }
        for (String word : claim.words()) {
            if (!said.contains(word)) {
                throw new ProfileException(file, line, "\"" + claim.metric() + "\" never says \"" + word + "\"", null);
            }
        }
    }

    private static Set<String> words(Codec codec) {
        return switch (codec) {
            case Codec.Word(var words) -> Set.copyOf(words.values());
            case Codec.OnOff onOff -> Set.of(Premise.word(true), Premise.word(false));
            case Codec.Bits bits -> words(bits.codec());
            default -> Set.of();
        };
    }

    private static String word(Value value) {
        return value instanceof Value.Switch(boolean on)
                ? Premise.word(on)
                : value instanceof Value.Text(String text) ? text : "";
    }
}
