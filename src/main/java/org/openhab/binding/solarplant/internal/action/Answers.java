/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.action;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.handler.Control;
import org.openhab.binding.solarplant.internal.handler.Verdict;
import org.openhab.binding.solarplant.internal.model.Outcome;

/** What becomes of orders, as rule actions return it: outputs by their names. */
@NonNullByDefault
final class Answers {

    static final String RESULT = "result";
    static final String REASON = "reason";

    /** What is said of what is not known yet: the rule has waited long enough, or openHAB ends it. */
    private static final String PENDING = "control.pending";
    private static final String INTERRUPTED = "control.interrupted";

    /** So long a rule waits at most. */
    private static final long PATIENCE_SECONDS = 30;
    /** Of several results the worst is that of all. */
    private static final List<String> WORST_FIRST = List.of(Verdict.REFUSED, Verdict.UNVERIFIED, Verdict.VERIFIED,
            Verdict.UNCHANGED);

    private Answers() {}

    /** Waits for all outcomes together as long as a rule may, and says what is known by then. */
    static Map<String, Object> await(Map<Control, CompletableFuture<Outcome>> outcomes, ChannelLabels labels) {
        if (outcomes.isEmpty()) {
            return refused("not-connected", labels);
        }
        String pending = await(CompletableFuture.allOf(outcomes.values().toArray(CompletableFuture[]::new)))
                ? PENDING
                : INTERRUPTED;
        Map<Control, Verdict> verdicts = outcomes.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, entry -> verdict(entry.getValue(), pending, labels)));
        String worst = WORST_FIRST.stream()
                .filter(result -> verdicts.values().stream().map(Verdict::result).anyMatch(result::equals)).findFirst()
                .orElse(Verdict.REFUSED);
        String reason = outcomes.size() == 1
                ? verdicts.values().iterator().next().reason()
                : outcomes.keySet().stream().map(control -> control.name() + ": " + verdicts.get(control).reason())
                        .collect(Collectors.joining(" "));
        return Map.of(RESULT, worst, REASON, reason);
    }

    /** The sentence for this kind of refusal. */
    static Map<String, Object> refused(String kind, ChannelLabels labels, Object... arguments) {
        String key = "control.refused." + kind;
        return Map.of(RESULT, Verdict.REFUSED, REASON, labels.text(key, arguments).orElse(key));
    }

    private static Verdict verdict(CompletableFuture<Outcome> outcome, String pending, ChannelLabels labels) {
        return outcome.thenApply(known -> Verdict.of(known, labels)).getNow(new Verdict(Verdict.UNVERIFIED,
                labels.text(pending).orElse(pending)));
    }

    /** Returns whether it was left to wait. */
    private static boolean await(CompletableFuture<Void> all) {
        try {
            all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // the rule is to end: it is told what is known by now
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            // what is not known yet is told as such
        } catch (ExecutionException e) {
            throw new IllegalStateException("an order ends by its outcome", e);
        }
        return true;
    }
}
