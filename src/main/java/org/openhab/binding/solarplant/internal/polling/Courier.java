/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.polling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks targets and has them carry out orders, and comes back with something whatever happens. */
@NonNullByDefault
final class Courier {

    private final Logger logger = LoggerFactory.getLogger(Courier.class);

    /** What a poll brings: readings, or why there are none. */
    record Answer(List<Reading> readings, Optional<Failure> failure) {

        private static Answer none(Failure why) {
            return new Answer(List.of(), Optional.of(why));
        }
    }

    /** Polls. */
    Answer ask(Poll poll) {
        try {
            return new Answer(poll.target().poll(poll.cadence()), Optional.empty());
        } catch (PollException e) {
            logger.debug("A poll of {} failed", poll.target().wire(), e);
            return Answer.none(e.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // a defect in a driver, or a class that it cannot load, must neither end the loop nor go unseen
            logger.warn("A poll ended with a defect of the binding", e);
        }
        return Answer.none(new Failure(Failure.Kind.INTERNAL));
    }

    /**
     * Carries out an order. One that was joined of several and is refused may have been refused for the sake of one of them:
     * then each stands for itself.
     *
     * @return what came of it, or of each of its parts
     */
    Map<Errand, Outcome> carryOut(Errand errand) {
        Outcome outcome = apply(errand);
        if (errand.parts().isEmpty() || !(outcome instanceof Outcome.Refused)) {
            return Map.of(errand, outcome);
        }
        Map<Errand, Outcome> outcomes = new LinkedHashMap<>();
        errand.parts().forEach(part -> outcomes.put(part, apply(part)));
        return outcomes;
    }

    private Outcome apply(Errand errand) {
        try {
            return errand.target().apply(errand.order());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            logger.warn("An order ended with a defect of the binding", e);
        }
        return new Outcome.Unverified(new Failure(Failure.Kind.INTERNAL), List.of());
    }
}
