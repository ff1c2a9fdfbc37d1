/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;

/**
 * The modes that the vendor's app shows. No register holds them: they follow from whether the inverter matches the demand
 * and whether it discharges by times (givenergy.md §5.3). The reserve is left alone, as the vendor's portal does.
 */
@NonNullByDefault
final class WorkMode {

    static final Metric WORK_MODE = Metrics.of("settings#work-mode");
    private static final Metric ECO = Metrics.of("settings#eco-mode");
    private static final Metric TIMED = Metrics.of("settings#discharge-enabled");

    private enum Word {
        ECO_MODE("eco", true, false), DEMAND("timed-demand", true, true), EXPORT("timed-export", false,
                true), PAUSED("export-paused", false, false);

        private final String text;
        private final boolean eco;
        private final boolean timed;

        Word(String text, boolean eco, boolean timed) {
            this.text = text;
            this.eco = eco;
            this.timed = timed;
        }
    }

    private static final Allowed WORDS = new Allowed.Words(
            Arrays.stream(Word.values()).map(word -> word.text).toList());

    private final Map<Metric, Value> lastKnown = new HashMap<>();

    /** These settings, and the mode where both that it consists of can be set. */
    static Map<Metric, Allowed> addTo(Map<Metric, Allowed> settings) {
        Map<Metric, Allowed> more = new LinkedHashMap<>(settings);
        if (settings.containsKey(ECO) && settings.containsKey(TIMED)) {
            more.put(WORK_MODE, WORDS);
        }
        return more;
    }

    /** What is to be set for a mode, one of the words that are allowed. */
    static List<Setting> settings(Value mode) {
        for (Word word : Word.values()) {
            if (new Value.Text(word.text).equals(mode)) {
                return List.of(new Setting(ECO, new Value.Switch(word.eco)),
                        new Setting(TIMED, new Value.Switch(word.timed)));
            }
        }
        throw new IllegalArgumentException("no mode " + mode);
    }

    /** The reading with the mode that follows from it; what it does not tell is as it was told before. */
    Reading addTo(Reading reading) {
        Map<Metric, Value> values = new HashMap<>(reading.values());
        values.keySet().retainAll(List.of(ECO, TIMED));
        if (values.isEmpty()) {
            return reading;
        }
        lastKnown.putAll(values);
        for (Word word : Word.values()) {
            if (new Value.Switch(word.eco).equals(lastKnown.get(ECO))
                    && new Value.Switch(word.timed).equals(lastKnown.get(TIMED))) {
                Map<Metric, Value> more = new HashMap<>(reading.values());
                more.put(WORK_MODE, new Value.Text(word.text));
                return reading.with(more);
            }
        }
        return reading;
    }
}
