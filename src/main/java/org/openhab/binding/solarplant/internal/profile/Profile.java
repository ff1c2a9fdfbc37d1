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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A device family as data: its registers, the metrics they feed, their scales, bounds and cadence.
 *
 * @param id the name by which models and users choose it, for example {@code solax-hybrid}
 * @param label what people read
 * @param blockSize the most registers that one request may ask for
 * @param gap the most registers that nobody wants and that a request still reads across
 * @param wordOrder how 32-bit values lie
 * @param defaults facts that the device itself tells later, and what is held of them until then
 * @param invalid per type the raw numbers that the family uses for "no value"
 * @param absent per type the raw numbers by which a device says that it does not have that
 * @param nameplate how a device of the family is recognised, if by its registers
 * @param firmware addresses in the holding registers of the numbers of each firmware version, joined by a dot
 * @param pages what is always read together; without any, requests are cut as it fits
 * @param parts the devices that may ride on it
 * @param registers all lines, of all models
 * @param sums what is calculated
 * @param comparisons what is held against what else the device tells
 * @param conclusions what several values together say
 * @param settings what can be set; where they are read stands among the registers as well
 * @param unlocks how its models are made to take settings; nothing for those that take them as they are
 * @param obstacles what stands against orders
 * @param variants the register maps in use
 */
@NonNullByDefault
public record Profile(String id, String label, int blockSize, int gap, WordOrder wordOrder,
        Map<String, Integer> defaults,
        Map<RegisterType, Interval> invalid, Map<RegisterType, Interval> absent, Nameplate nameplate,
        Map<String, List<Integer>> firmware, List<Page> pages, List<Part> parts,
        List<Register> registers, List<SumLine> sums, List<Comparison> comparisons, List<Conclusion> conclusions,
        List<SettingLine> settings, List<Unlock> unlocks, List<Obstacle> obstacles,
        Variants variants) {

    /**
     * What of this family a certain model has.
     *
     * @param facts what is known of the model: {@code phases}, {@code trackers}, {@code protocol}, {@code rated} (W), …
     */
    public RegisterMap variant(Map<String, Integer> facts) {
        Map<String, Integer> known = new HashMap<>(defaults);
        known.putAll(facts);
        return variants.of(Map.copyOf(known), all -> new RegisterMap(this, all));
    }
}
