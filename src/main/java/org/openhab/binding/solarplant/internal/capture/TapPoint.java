/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one driver's wire can be listened to. As long as nobody does, it costs a glance at an empty list. */
@NonNullByDefault
public final class TapPoint {

    private final Logger logger = LoggerFactory.getLogger(TapPoint.class);

    private final List<WireTap> taps = new CopyOnWriteArrayList<>();

    /** From now on this one listens. */
    public void attach(WireTap tap) {
        taps.add(tap);
    }

    /** This one listens no more. */
    public void detach(WireTap tap) {
        taps.remove(tap);
    }

    boolean isIdle() {
        return taps.isEmpty();
    }

    /** This happened. */
    public void heard(Heard heard) {
        each(tap -> tap.heard(heard));
    }

    /** To be called about once a second. */
    public void tick() {
        each(WireTap::tick);
    }

    /** The wire is given up. */
    public void close() {
        each(WireTap::close);
        taps.clear();
    }

    /** Who listens must not disturb who talks. */
    private void each(Consumer<WireTap> call) {
        for (WireTap tap : taps) {
            try {
                synchronized (tap) {
                    call.accept(tap);
                }
            } catch (RuntimeException e) {
                taps.remove(tap);
                logger.warn("Who listened to a wire met a defect of the binding", e);
            }
        }
    }
}
