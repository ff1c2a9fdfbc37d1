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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The faults of the cloud that lie in wait. Any thread may add or clear them while the simulator runs. */
@NonNullByDefault
public final class CloudFaults {
    private final List<Waiting> waiting = new ArrayList<>();

    /** Every answer meets this fault until {@link #clear()}. */
    public void add(CloudFault fault) {
        add(fault, CloudScope.ALWAYS);
    }

    /** The answers to these requests meet this fault. */
    public synchronized void add(CloudFault fault, CloudScope scope) {
        waiting.add(new Waiting(fault, scope));
    }

    /** From now on all answers are honest. A fault that is going on (an endless body) ends with its connection. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** The faults that this request meets, each used up by one. */
    synchronized List<CloudFault> take(CloudRequest request) {
        List<CloudFault> met = new ArrayList<>();
        waiting.replaceAll(one -> {
            if (!one.scope().meets(request)) {
                return one;
            }
            met.add(one.fault());
            return one.usedOnce();
        });
        waiting.removeIf(one -> one.scope().times() < 1);
        return met;
    }

    private record Waiting(CloudFault fault, CloudScope scope) {
        Waiting usedOnce() {
            return scope.times() == CloudScope.FOREVER ? this : new Waiting(fault, scope.times(scope.times() - 1));
        }
    }
}
