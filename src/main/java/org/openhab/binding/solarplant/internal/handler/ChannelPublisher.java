/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * Shows a device's values on the channels of its thing: makes the channels that the device turns out to have, publishes
 * what changed, and UNDEF where a value was and is no more.
 */
@NonNullByDefault
final class ChannelPublisher {

    private static final int MOST_IN_A_ROW = 100;

    /**
     * The parts of a handler that the publisher needs.
     *
     * @param thing its thing as it is now
     * @param callback its callback; none after it was disposed
     * @param channels replaces the thing's channels
     * @param states publishes a state
     */
    record Port(Supplier<Thing> thing, Supplier<@Nullable ThingHandlerCallback> callback,
            Consumer<List<Channel>> channels, BiConsumer<ChannelUID, State> states) {}

    private final Port port;
    private final ChannelLabels labels;
    private final Map<Metric, Optional<Value>> published = new HashMap<>();
    private final Set<Metric> shown = new HashSet<>();
    private final Set<Metric> made = new HashSet<>();
    private long version;

    ChannelPublisher(Port port, ChannelLabels labels) {
        this.port = port;
        this.labels = labels;
    }

    /** Begins anew: all is published once more, and UNDEF where nothing comes any more. */
    synchronized void restart() {
        published.clear();
        made.clear();
        version = 0;
    }

    /**
     * Shows these values, which are all that the device has now.
     *
     * @param snapshot the version of the snapshot they are from; an older one than was shown already is passed over
     */
    synchronized void publish(long snapshot, Map<Metric, Value> values) {
        ThingHandlerCallback callback = port.callback.get();
        if (snapshot < version || callback == null) {
            return;
        }
        version = snapshot;
        makeChannels(values.keySet(), callback);
        shown.addAll(values.keySet());
        for (Metric metric : shown) {
            Optional<Value> value = Optional.ofNullable(values.get(metric));
            if (!value.equals(published.put(metric, value))) {
                port.states.accept(uid(metric), state(metric, value));
            }
        }
    }

    /** Shows a channel's last state once more. */
    synchronized void refresh(ChannelUID channel) {
        Metrics.find(channel.getId()).ifPresent(metric -> {
            Optional<Value> value = published.get(metric);
            if (value != null) {
                port.states.accept(channel, state(metric, value));
            }
        });
    }

    private static State state(Metric metric, Optional<Value> value) {
        return value.isPresent() ? States.of(metric.quantity(), value.get()) : UnDefType.UNDEF;
    }

    private void makeChannels(Set<Metric> metrics, ThingHandlerCallback callback) {
        if (made.containsAll(metrics)) {
            return;
        }
        List<Channel> channels = new ArrayList<>(port.thing.get().getChannels());
        Set<String> present = channels.stream().map(channel -> channel.getUID().getId()).collect(Collectors.toSet());
        List<Channel> missing = metrics.stream().filter(metric -> !present.contains(metric.id()))
                .map(metric -> channel(metric, callback))
                .toList();
        if (!missing.isEmpty()) {
            channels.addAll(missing);
            channels.sort(Comparator.comparingInt(ChannelPublisher::place));
            port.channels.accept(channels);
        }
        made.addAll(metrics);
    }

    /** Channels stand in the order of the catalogue; what is not from there comes last. */
    private static int place(Channel channel) {
        return Metrics.find(channel.getUID().getId())
                .map(metric -> Metrics.types().indexOf(metric.type()) * MOST_IN_A_ROW + metric.number())
                .orElse(Integer.MAX_VALUE);
    }

    private Channel channel(Metric metric, ThingHandlerCallback callback) {
        ChannelTypeUID type = new ChannelTypeUID(SolarPlantBindingConstants.BINDING_ID, metric.type().channelType());
        ChannelBuilder builder = callback.createChannelBuilder(uid(metric), type);
        labels.label(metric).ifPresent(builder::withLabel);
        return builder.build();
    }

    private ChannelUID uid(Metric metric) {
        return new ChannelUID(port.thing.get().getUID(), metric.id());
    }
}
