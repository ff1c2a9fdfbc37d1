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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;

/**
 * An order, waiting or under way.
 *
 * @param target who carries it out
 * @param order what is wanted
 * @param due when it was given, in nanoseconds of the schedule
 * @param outcome completed once, whatever happens
 * @param lanes what of the target it goes to; none for most
 * @param parts the orders that it was joined of; none if it is one by itself
 * @param sharing told before it is completed if it was carried out as part of an older one
 */
@NonNullByDefault
record Errand(PollTarget target, Order order, long due, CompletableFuture<Outcome> outcome, Set<String> lanes,
        List<Errand> parts, Runnable sharing) implements Ride {

    /** An order by itself. */
    Errand(PollTarget target, Order order, long due, Runnable sharing) {
        this(target, order, due, new CompletableFuture<>(), target.lanes(order), List.of(), sharing);
    }

    /** Whether both go to the same lanes of one device and only change settings, so that one order may do it. */
    boolean joins(Errand other) {
        return target == other.target && !lanes.isEmpty() && lanes.equals(other.lanes)
                && order instanceof Order.Change(var device, var settings)
                && other.order instanceof Order.Change(var sameDevice, var otherSettings) && device.equals(sameDevice);
    }

    /** Whether a lane of one is a lane of the other. */
    boolean meets(Errand other) {
        return target == other.target && !Collections.disjoint(lanes, other.lanes);
    }

    /** This one and a newer one as one, in the place of this one. A setting that both change is the newer one's. */
    Errand with(Errand newer) {
        Map<Metric, Setting> settings = new LinkedHashMap<>();
        List<Errand> all = new ArrayList<>(single());
        all.removeIf(part -> part.isReplacedBy(newer));
        all.add(newer);
        for (Errand part : all) {
            for (Setting setting : part.settings()) {
                settings.put(setting.metric(), setting);
            }
        }
        Order joint = new Order.Change(order.device(), List.copyOf(settings.values()));
        return all.size() == 1
                ? newer.from(due)
                : new Errand(target, joint, due, new CompletableFuture<>(), lanes, all, () -> {});
    }

    /** The orders of which it consists. */
    List<Errand> single() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** Whether a newer order changes all that this one does. */
    boolean isReplacedBy(Errand newer) {
        return newer.settings().stream().map(Setting::metric).toList()
                .containsAll(settings().stream().map(Setting::metric).toList());
    }

    private Errand from(long earlier) {
        return new Errand(target, order, earlier, outcome, lanes, parts, sharing);
    }

    private List<Setting> settings() {
        return order instanceof Order.Change(var device, var settings) ? settings : List.of();
    }

    /** This came of it, which completes all of its orders. */
    void complete(Outcome result) {
        parts.stream().skip(1).forEach(part -> part.sharing.run());
        single().forEach(part -> part.outcome.complete(result));
        outcome.complete(result);
    }

    /** It was not begun, and will not be. */
    void refuse() {
        complete(notConnected());
    }

    /** A newer order took its place before it was begun. */
    void replace() {
        complete(new Outcome.Refused(Refusal.Kind.REPLACED));
    }

    @Override
    public void abandon() {
        complete(new Outcome.Unverified(new Failure(Failure.Kind.UNREACHABLE), List.of()));
    }

    /** What is said of an order for somebody who is not there. */
    static Outcome notConnected() {
        return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
    }
}
