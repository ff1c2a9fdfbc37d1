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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on how polls went, and keeps what goes wrong while one is shown from stopping the next. */
@NonNullByDefault
final class GuardedListener implements PollListener {

    private final Logger logger = LoggerFactory.getLogger(GuardedListener.class);

    private final PollListener listener;

    GuardedListener(PollListener listener) {
        this.listener = listener;
    }

    @Override
    public void succeeded(PollTarget target, List<Reading> readings, PollStats stats) {
        tell(() -> listener.succeeded(target, readings, stats));
    }

    @Override
    public void failed(PollTarget target, PollStats stats) {
        tell(() -> listener.failed(target, stats));
    }

    @Override
    public void readBack(PollTarget target, List<Reading> readings) {
        tell(() -> listener.readBack(target, readings));
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | Error e) {
            logger.warn("The outcome of a poll or an order could not be shown", e);
        }
    }
}
