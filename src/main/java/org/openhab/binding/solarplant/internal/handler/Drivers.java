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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;

/**
 * The drivers that a thing brings to its plant while that runs: its own, and the one that stands in for it where the same
 * device is known from somewhere else. The thing's status is as good as they fare.
 */
@NonNullByDefault
final class Drivers implements PolledThing {

    /**
     * The parts of a handler that its drivers need.
     *
     * @param lock held while the thing is changed
     * @param name what people call the thing
     * @param met hears which device answers, under the lock
     * @param changed hears which setting of the device somebody else has changed, under the lock
     * @param status the thing's status
     */
    record Port(Object lock, Supplier<String> name, Consumer<Device> met,
            Consumer<Metric> changed, StatusLine status) {}

    /**
     * From when the plant starts until it stops.
     *
     * @param standIns who knows the device with this serial number from somewhere else
     */
    private record Run(PlantRuntime plant, DriverPair pair, Function<String, Optional<DriverTarget>> standIns) {}

    private final Port port;
    private volatile Optional<Run> run = Optional.empty();

    Drivers(Port port) {
        this.port = port;
    }

    /**
     * The plant starts. The caller adds the driver to it, but not under the lock.
     *
     * @param standIns opens a driver that knows the device with this serial number from somewhere else
     */
    void begin(PlantRuntime plant, DriverTarget own, Function<String, Optional<DriverTarget>> standIns) {
        synchronized (port.lock) {
            run = Optional.of(new Run(plant, new DriverPair(own), standIns));
            port.status.await();
        }
    }

    /** The plant stops: all drivers leave it. */
    void end() {
        Optional<Run> ended;
        synchronized (port.lock) {
            ended = run;
            run = Optional.empty();
        }
        ended.ifPresent(over -> over.pair.all().forEach(over.plant::remove));
    }

    /** The thing's own driver; nothing while the plant does not run. */
    Optional<DriverTarget> own() {
        return run.map(running -> running.pair.own());
    }

    /** Looks for somebody who stands in for the device with this serial number. Not to be called under the lock. */
    void backUp(String serial) {
        @Nullable
        Run wanting;
        Optional<DriverTarget> before;
        Optional<DriverTarget> standIn;
        synchronized (port.lock) {
            wanting = run.filter(running -> !running.pair.isBackedUp(serial)).orElse(null);
            if (wanting == null) {
                return;
            }
            standIn = wanting.standIns.apply(serial);
            DriverPair pair = wanting.pair;
            standIn.ifPresent(target -> target.restsWhile(pair::delivers));
            before = pair.backUp(serial, standIn);
        }
        // not under the lock: the plant shows what it loses by this to all of its things
        before.ifPresent(wanting.plant::remove);
        standIn.ifPresent(target -> {
            wanting.plant.add(target, this);
            if (pairOf(target).isEmpty()) {
                // the plant has stopped meanwhile, or another device has answered, and this one was missed
                wanting.plant.remove(target);
            }
        });
    }

    /** The drivers of which this is one; nothing if it was given up meanwhile. */
    private Optional<DriverPair> pairOf(PollTarget driver) {
        synchronized (port.lock) {
            return run.map(Run::pair).filter(pair -> pair.has(driver));
        }
    }

    @Override
    public String name() {
        return port.name.get();
    }

    @Override
    public void answered(PollTarget driver, Device answering, PollStats news) {
        synchronized (port.lock) {
            Optional<DriverPair> pair = pairOf(driver);
            if (pair.isEmpty()) {
                return;
            }
            pair.get().learn(driver, news);
            port.met.accept(answering);
            showStatus(pair.get());
        }
        backUp(answering.id().key());
    }

    @Override
    public void failed(PollTarget driver, PollStats news) {
        synchronized (port.lock) {
            pairOf(driver).ifPresent(pair -> {
                pair.learn(driver, news);
                showStatus(pair);
            });
        }
    }

    @Override
    public void settingChanged(PollTarget driver, Metric setting) {
        synchronized (port.lock) {
            if (pairOf(driver).isPresent()) {
                port.changed.accept(setting);
            }
        }
    }

    @Override
    public void duplicates(PollTarget driver, PolledThing other) {
        synchronized (port.lock) {
            pairOf(driver).ifPresent(pair -> port.status
                    .misconfigured(TranslatedText.of("offline.duplicate", List.of(other.name()))));
        }
    }

    /**
     * Takes note of how the device fares. Used under the lock.
     *
     * @param rejected how many values of it and of what belongs to it were not believed
     * @return what the thing shows of its polls; nothing before the first
     */
    Optional<Map<Metric, Value>> look(Optional<DeviceState> state, long rejected) {
        return run.map(Run::pair).flatMap(pair -> pair.stats().map(polls -> {
            boolean live = state.filter(DeviceState::isLive).isPresent();
            if (live != pair.isLive()) {
                pair.live(live);
                showStatus(pair);
            }
            return PollView.of(polls, rejected);
        }));
    }

    private void showStatus(DriverPair pair) {
        pair.status().ifPresent(
                info -> port.status.show(info.getStatus(), info.getStatusDetail(), info.getDescription()));
    }
}
