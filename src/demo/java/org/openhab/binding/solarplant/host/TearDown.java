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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.binding.BridgeHandler;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the lives of handlers. */
@NonNullByDefault
final class TearDown {

    private final Logger logger = LoggerFactory.getLogger(TearDown.class);
    private final Core core;
    private final StatusFlow statuses;

    TearDown(Core core, StatusFlow statuses) {
        this.core = core;
        this.statuses = statuses;
    }

    /** Ends the children first; they have their own reason for having no handler. */
    void end(Hosted hosted, ThingStatusDetail why, ThingStatusDetail whyChildren) {
        hosted.stopping = true;
        if (hosted.thing() instanceof Bridge) {
            core.children(hosted).forEach(child -> end(child, whyChildren, whyChildren));
        }
        hosted.lock.lock();
        try {
            ThingHandler handler = hosted.handler;
            if (handler != null) {
                statuses.set(hosted, ThingStatus.UNINITIALIZED, ThingStatusDetail.NONE, null);
                dispose(hosted, handler);
            }
            if (hosted.enabled || why == ThingStatusDetail.DISABLED) {
                statuses.set(hosted, ThingStatus.UNINITIALIZED, why, null);
            }
        } finally {
            hosted.lock.unlock();
        }
    }

    private void dispose(Hosted hosted, ThingHandler handler) {
        guarded("dispose of " + hosted.uid(), handler::dispose);
        Hosted bridge = core.bridge(hosted);
        if (bridge != null && bridge.handler instanceof BridgeHandler parent) {
            Thing thing = hosted.thing();
            core.guard.inOrder(bridge, "childHandlerDisposed", () -> parent.childHandlerDisposed(handler, thing));
        }
        ThingHandlerFactory factory = hosted.factory;
        if (factory != null) {
            guarded("unregister of " + hosted.uid(), () -> factory.unregisterHandler(hosted.thing()));
        }
        handler.setCallback(null);
        hosted.thing().setHandler(null);
        hosted.handler = null;
        hosted.factory = null;
    }

    private void guarded(String what, Runnable call) {
        try {
            core.guard.run(what, Guard.LIMIT, call);
        } catch (RuntimeException e) {
            logger.error("Exception in {}", what, e);
        }
    }
}
