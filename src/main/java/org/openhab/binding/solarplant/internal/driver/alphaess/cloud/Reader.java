/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.OrderException;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Refusal;

/** Asks how something is set before it is changed: what is written replaces all of it (alphaess.md §1.6). */
@NonNullByDefault
record Reader(Inquiry inquiry) {

    /**
     * What the cloud tells now.
     *
     * @throws OrderException if it does not tell: what is not known is not changed
     */
    Json read(Question question) throws OrderException, InterruptedException {
        return switch (inquiry.ask(question)) {
            case Question.Result.Accepted(Json data, int rejected) -> data;
            case Question.Result.Denied denied -> throw new OrderException(
                    CloudFailures.refusal(CloudFailures.denied()));
            case Question.Result.Failed(Failure why) -> throw new OrderException(CloudFailures.refusal(why));
        };
    }

    /** The cloud tells only a part of it, and the rest must not be lost. */
    static OrderException incomplete() {
        return new OrderException(Refusal.Kind.UNREADABLE);
    }
}
