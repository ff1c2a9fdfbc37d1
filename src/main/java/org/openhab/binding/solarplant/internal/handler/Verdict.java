/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;

/**
 * What became of an order, in words.
 *
 * @param result {@code verified}, {@code unchanged}, {@code refused} or {@code unverified}
 * @param reason a sentence about it
 */
@NonNullByDefault
public record Verdict(String result, String reason) {

    public static final String VERIFIED = "verified";
    public static final String UNCHANGED = "unchanged";
    public static final String REFUSED = "refused";
    public static final String UNVERIFIED = "unverified";

    /** The few words that the channel of the last error has for each kind of failure. */
    private static final String FAILURE = "channel-type.solarplant.poll-last-error.state.option.";

    /** In the user's language. */
    public static Verdict of(Outcome outcome, ChannelLabels labels) {
        return of(outcome, (key, arguments) -> labels.text(key, arguments).orElse(key));
    }

    /** In English, for the log. */
    static Verdict english(Outcome outcome, ChannelLabels labels) {
        return of(outcome, (key, arguments) -> labels.english(key, arguments).orElse(key));
    }

    private static Verdict of(Outcome outcome, BiFunction<String, Object[], String> texts) {
        return switch (outcome) {
            case Outcome.Verified verified -> new Verdict(VERIFIED, texts.apply("control.verified", new Object[0]));
            case Outcome.Unchanged() -> new Verdict(UNCHANGED, texts.apply("control.unchanged", new Object[0]));
            case Outcome.Refused(Refusal why) ->
                new Verdict(REFUSED, texts.apply("control.refused." + why.kind().id(), why.arguments().toArray()));
            case Outcome.Unverified(Failure why, var readings) ->
                new Verdict(UNVERIFIED, texts.apply("control.unverified",
                        new Object[]{texts.apply(FAILURE + why.kind().id(), new Object[0])}));
        };
    }
}
