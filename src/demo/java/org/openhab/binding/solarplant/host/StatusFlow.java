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

import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BridgeHandler;
import org.openhab.core.thing.binding.ThingHandler;

/** Takes statuses and carries them on to bridges and children. */
@NonNullByDefault
final class StatusFlow {

    private static final Set<ThingStatus> ALLOWED = Set.of(ThingStatus.UNKNOWN, ThingStatus.ONLINE,
            ThingStatus.OFFLINE, ThingStatus.REMOVED);

    private final Core core;
    private final Consumer<Hosted> start;
    private final Consumer<Hosted> end;

    /** With what starts a child of a bridge, and what ends a thing that was removed. */
    StatusFlow(Core core, Consumer<Hosted> start, Consumer<Hosted> end) {
        this.core = core;
        this.start = start;
        this.end = end;
    }

    ThingStatusInfo set(Hosted hosted, ThingStatus status, ThingStatusDetail detail, @Nullable String text) {
        return set(hosted, new ThingStatusInfo(status, detail, text));
    }

    private ThingStatusInfo set(Hosted hosted, ThingStatusInfo status) {
        ThingStatusInfo before = hosted.exchangeStatus(status);
        if (!before.equals(status)) {
            core.events.tell(l -> l.statusChanged(hosted.thing(), status));
        }
        return before;
    }

    void fromHandler(Hosted hosted, ThingStatusInfo status) {
        boolean removing = hosted.status().getStatus() == ThingStatus.REMOVING;
        if (!ALLOWED.contains(status.getStatus()) || status.getStatus() == ThingStatus.REMOVED && !removing) {
            throw new IllegalArgumentException("A handler must not set the status " + status.getStatus()
                    + " while its thing is " + hosted.status().getStatus());
        }
        if (removing) {
            whileRemoving(hosted, status);
            return;
        }
        ThingStatusInfo before = set(hosted, status);
        if (hosted.removing && status.getStatus() == ThingStatus.ONLINE) {
            askToLeave(hosted);
        } else if (before.getStatus() == ThingStatus.INITIALIZING) {
            started(hosted);
        } else if (Hosted.isInitialized(before) && !before.equals(status) && hosted.thing() instanceof Bridge) {
            core.children(hosted).stream().filter(Hosted::isInitialized).forEach(child -> tell(child, status));
        }
    }

    private void whileRemoving(Hosted hosted, ThingStatusInfo status) {
        if (status.getStatus() == ThingStatus.REMOVED) {
            set(hosted, status);
            core.guard.later("remove " + hosted.uid(), () -> end.accept(hosted));
        } else if (status.getStatus() == ThingStatus.ONLINE) {
            askToLeave(hosted);
        }
    }

    void askToLeave(Hosted hosted) {
        set(hosted, ThingStatus.REMOVING, ThingStatusDetail.NONE, null);
        ThingHandler handler = hosted.handler;
        if (handler != null) {
            core.guard.later("handleRemoval of " + hosted.uid(), handler::handleRemoval);
        }
    }

    private void started(Hosted hosted) {
        if (hosted.thing() instanceof Bridge) {
            core.children(hosted)
                    .forEach(child -> core.guard.later("start " + child.uid(), () -> start.accept(child)));
        }
        Hosted bridge = core.bridge(hosted);
        ThingHandler own = hosted.handler;
        if (bridge != null && own != null && bridge.handler instanceof BridgeHandler parent) {
            core.guard.inOrder(bridge, "childHandlerInitialized",
                    () -> parent.childHandlerInitialized(own, hosted.thing()));
        }
    }

    private void tell(Hosted child, ThingStatusInfo status) {
        ThingHandler handler = child.handler;
        if (handler != null) {
            core.guard.inOrder(child, "bridgeStatusChanged of " + child.uid(),
                    () -> handler.bridgeStatusChanged(status));
        }
    }
}
