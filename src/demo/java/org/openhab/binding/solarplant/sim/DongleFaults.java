/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The faults that lie in wait for requests to a dongle; each request meets one at most, the oldest that fits. */
@NonNullByDefault
public final class DongleFaults {
    private final List<Waiting> waiting = new ArrayList<>();

    /** The answers to these requests meet this fault. */
    public synchronized void add(DongleFault fault, Scope scope) {
        waiting.add(new Waiting(fault, scope));
    }

    /** From now on all answers are honest. */
    public synchronized void clear() {
        waiting.clear();
    }

    synchronized Optional<DongleFault> take(Request request) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting one = waiting.get(i);
            if (one.scope().meets(request)) {
                int times = one.scope().times();
                if (times == 1) {
                    waiting.remove(i);
                } else if (times != Scope.FOREVER) {
                    waiting.set(i, new Waiting(one.fault(), one.scope().times(times - 1)));
                }
                return Optional.of(one.fault());
            }
        }
        return Optional.empty();
    }

    private record Waiting(DongleFault fault, Scope scope) {}
}
