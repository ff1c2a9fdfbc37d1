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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Premise.Claim;

/**
 * Reads the conclusions of a profile. Everything that it does not understand is an {@link IllegalArgumentException}.
 *
 * @param known refuses what is no device of the profile
 */
@NonNullByDefault
record ConclusionReader(UnaryOperator<String> known) {

    private static final Pattern CLAIM = Pattern.compile("(?:([^/=<>]+)/)?([^/=<>]+)(=|<|>=)(\\S+)");

    /** {@code {"metric": "grid#available", "says": "on", "if": "status#run-mode=normal,idle grid#l1-voltage>=80"}}. */
    Conclusion conclusion(int line, JsonFields fields) {
        Metric metric = LineReader.metric(fields.text("metric"));
        List<Premise> premises = Stream.of(fields.text("if").strip().split("\\s+")).map(this::premise).toList();
        return new Conclusion(line, known.apply(fields.text("device", Decoder.SELF)), metric,
                value(metric, fields.text("says")), premises, LineReader.condition(fields));
    }

    private static Value value(Metric metric, String says) {
        if (metric.quantity() == Quantity.TEXT) {
            return new Value.Text(says);
        }
        if (metric.quantity() == Quantity.SWITCH && Set.of(Premise.word(true), Premise.word(false)).contains(says)) {
            return new Value.Switch(says.equals(Premise.word(true)));
        }
        throw new IllegalArgumentException("a conclusion \"says\" a word, or on or off of a switch");
    }

    private Premise premise(String text) {
        return new Premise(Stream.of(text.split("\\|")).map(this::claim).toList());
    }

    private Claim claim(String text) {
        Matcher matcher = CLAIM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"if\" has claims like metric=word,word or metric>=1 or metric<1, not " + text);
        }
        String device = matcher.group(1) instanceof String part ? known.apply(part) : Decoder.SELF;
        Metric metric = LineReader.metric(matcher.group(2));
        boolean isOfWords = matcher.group(3).equals("=");
        if (isOfWords == metric.quantity().isNumeric()) {
            throw new IllegalArgumentException("numbers are compared by < and >=, and words by =, not " + text);
        }
        if (isOfWords) {
            return new Claim(device, metric, Set.of(matcher.group(4).split(",")), null, null);
        }
        BigDecimal number = Factor.number(matcher.group(4));
        return matcher.group(3).equals("<")
                ? new Claim(device, metric, Set.of(), null, number)
                : new Claim(device, metric, Set.of(), number, null);
    }
}
