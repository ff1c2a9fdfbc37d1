/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerFactory;

/** A thing, and where its life has got to. */
@NonNullByDefault
final class Hosted {

    /** Held while the thing is set up or torn down; never while its handler waits for something. */
    final ReentrantLock lock = new ReentrantLock();

    private volatile Thing thing;
    private CompletableFuture<Void> calls = CompletableFuture.completedFuture(null);

    volatile @Nullable ThingHandler handler;
    volatile @Nullable ThingHandlerFactory factory;
    volatile boolean enabled = true;
    volatile boolean populated;
    /** Its children must not start any more. */
    volatile boolean stopping;
    volatile boolean removing;
    volatile boolean removed;

    Hosted(Thing thing) {
        this.thing = thing;
    }

    Thing thing() {
        return thing;
    }

    ThingUID uid() {
        return thing.getUID();
    }

    ThingStatusInfo status() {
        return thing.getStatusInfo();
    }

    boolean isInitialized() {
        return isInitialized(status());
    }

    static boolean isInitialized(ThingStatusInfo status) {
        return switch (status.getStatus()) {
            case UNKNOWN, ONLINE, OFFLINE -> true;
            default -> false;
        };
    }

    synchronized ThingStatusInfo exchangeStatus(ThingStatusInfo status) {
        ThingStatusInfo before = thing.getStatusInfo();
        thing.setStatusInfo(status);
        return before;
    }

    /** Puts a new object in the place of the old one, which gives it handler and status. */
    synchronized void replace(Thing changed) {
        Thing before = thing;
        if (before != changed) {
            changed.setStatusInfo(before.getStatusInfo());
            changed.setHandler(handler);
            if (before instanceof Bridge from && changed instanceof Bridge to) {
                from.getThings().forEach(child -> Children.add(to, child));
            }
            thing = changed;
        }
    }

    synchronized CompletableFuture<Void> next(UnaryOperator<CompletableFuture<Void>> call) {
        calls = call.apply(calls);
        return calls;
    }
}
