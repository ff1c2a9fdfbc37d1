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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.AutoUpdatePolicy;
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

    /** A channel and what it shows; null for UNDEF. openHAB checks each part of an id when one is made, so it is kept. */
    private static final class Shown {
        private final ChannelUID channel;
        private @Nullable Value value;

        Shown(ChannelUID channel) {
            this.channel = channel;
        }
    }

    /** One for each kind of channel, whatever the number of things. */
    private static final Map<MetricType, ChannelTypeUID> TYPES = Metrics.types().stream()
            .collect(Collectors.toUnmodifiableMap(type -> type,
                    type -> new ChannelTypeUID(SolarPlantBindingConstants.BINDING_ID, type.channelType())));

    private final Port port;
    private final ChannelLabels labels;
    private final Map<Metric, Shown> shown = new HashMap<>();
    private final Set<Metric> shownBeforeRestart = new HashSet<>();
    private final AtomicInteger era = new AtomicInteger();
    private int shownEra;
    private boolean restarted;
    private long version;

    ChannelPublisher(Port port, ChannelLabels labels) {
        this.port = port;
        this.labels = labels;
    }

    /** Begins anew: all is published once more, and UNDEF where nothing comes any more. Waits for nobody. */
    void restart() {
        era.incrementAndGet();
    }

    /** Counts the beginnings: what was seen before one is not to be shown after it. */
    int era() {
        return era.get();
    }

    /** The same as {@link #publish(int, long, Map)}, for who sees to it that nothing begins anew meanwhile. */
    void publish(long snapshot, Map<Metric, Value> values) {
        publish(era(), snapshot, values);
    }

    /**
     * Shows these values, which are all that the device has now.
     *
     * @param seen the era when they were seen; those of another one than now are passed over
     * @param snapshot the version of the snapshot they are from; an older one than was shown already is passed over
     */
    synchronized void publish(int seen, long snapshot, Map<Metric, Value> values) {
        beginAnew();
        ThingHandlerCallback callback = port.callback.get();
        if (seen != shownEra || snapshot < version || callback == null) {
            return;
        }
        version = snapshot;
        List<Metric> changed = new ArrayList<>();
        values.forEach((metric, value) -> {
            Shown last = shown.get(metric);
            if (last == null || !value.equals(last.value)) {
                changed.add(metric);
            }
        });
        makeChannels(changed.stream().filter(metric -> !shown.containsKey(metric)).toList(), callback);
        changed.forEach(metric -> show(metric, values.get(metric)));
        if (restarted) {
            shownBeforeRestart.removeAll(values.keySet());
            shownBeforeRestart.forEach(metric -> tell(uid(metric), metric, null));
            restarted = false;
        }
        if (shown.size() > values.size()) {
            shown.forEach((metric, last) -> {
                if (last.value != null && !values.containsKey(metric)) {
                    show(metric, null);
                }
            });
        }
    }

    private void beginAnew() {
        int now = era.get();
        if (now != shownEra) {
            shownEra = now;
            shownBeforeRestart.addAll(shown.keySet());
            shown.clear();
            restarted = true;
            version = 0;
        }
    }

    /** What is shown now, by the ids of the channels, in their order. */
    synchronized Map<String, State> states() {
        beginAnew();
        Map<String, State> states = new LinkedHashMap<>();
        shown.values().stream().sorted(Comparator.comparingInt(last -> place(last.channel)))
                .forEach(last -> states.put(last.channel.getId(), Metrics.find(last.channel.getId())
                        .map(metric -> state(metric, last.value)).orElse(UnDefType.UNDEF)));
        return states;
    }

    /** Shows a channel's last state once more. */
    synchronized void refresh(ChannelUID channel) {
        beginAnew();
        Optional<Metric> metric = Metrics.find(channel.getId());
        Shown last = metric.map(shown::get).orElse(null);
        if (last != null) {
            tell(channel, metric.get(), last.value);
        } else if (!restarted && metric.filter(shownBeforeRestart::contains).isPresent()) {
            tell(channel, metric.get(), null);
        }
    }

    private void show(Metric metric, @Nullable Value value) {
        Shown last = Objects.requireNonNull(shown.get(metric));
        last.value = value;
        tell(last.channel, metric, value);
    }

    private void tell(ChannelUID channel, Metric metric, @Nullable Value value) {
        port.states.accept(channel, state(metric, value));
    }

    private static State state(Metric metric, @Nullable Value value) {
        return value == null ? UnDefType.UNDEF : States.of(metric.quantity(), value);
    }

    private void makeChannels(List<Metric> metrics, ThingHandlerCallback callback) {
        if (metrics.isEmpty()) {
            return;
        }
        List<Channel> channels = new ArrayList<>(port.thing.get().getChannels());
        Map<String, Channel> present = channels.stream()
                .collect(Collectors.toMap(channel -> channel.getUID().getId(), channel -> channel));
        List<Channel> missing = metrics.stream().filter(metric -> !present.containsKey(metric.id()))
                .map(metric -> channel(metric, callback)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(channel -> present.put(channel.getUID().getId(), channel));
            channels.addAll(missing);
            channels.sort(Comparator.comparingInt(channel -> place(channel.getUID())));
            port.channels.accept(channels);
        }
        metrics.forEach(
                metric -> shown.put(metric, new Shown(Objects.requireNonNull(present.get(metric.id())).getUID())));
    }

    /** Channels stand in the order of the catalogue; what is not from there comes last. */
    private static int place(ChannelUID channel) {
        return Metrics.find(channel.getId())
                .map(metric -> Metrics.types().indexOf(metric.type()) * MOST_IN_A_ROW + metric.number())
                .orElse(Integer.MAX_VALUE);
    }

    private Channel channel(Metric metric, ThingHandlerCallback callback) {
        ChannelBuilder builder = callback.createChannelBuilder(uid(metric),
                Objects.requireNonNull(TYPES.get(metric.type())));
        labels.label(metric).ifPresent(builder::withLabel);
        labels.description(metric).ifPresent(builder::withDescription);
        if (metric.isSetting()) {
            // what was not read back is no state, however much it was wished for
            builder.withAutoUpdatePolicy(AutoUpdatePolicy.VETO);
        }
        return builder.build();
    }

    private ChannelUID uid(Metric metric) {
        return new ChannelUID(port.thing.get().getUID(), metric.id());
    }
}
