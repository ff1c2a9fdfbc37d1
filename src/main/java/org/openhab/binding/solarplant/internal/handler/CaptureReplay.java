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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Capture;
import org.openhab.binding.solarplant.internal.capture.CaptureLine;
import org.openhab.binding.solarplant.internal.capture.Heard;
import org.openhab.binding.solarplant.internal.capture.Tape;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Plant;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.core.types.State;

/** Runs the real driver over a capture, and the plant over what the driver says. */
@NonNullByDefault
public final class CaptureReplay {

    /** The fact that names the connection. */
    public static final String CONNECTION = "connection";

    private final ProfileStore profiles;

    /**
     * @param profiles the register maps
     */
    public CaptureReplay(ProfileStore profiles) {
        this.profiles = profiles;
    }

    /**
     * What came of a replay.
     *
     * @param devices what is known of each device in the end, in the order of their ids
     * @param polls what came of each poll: nothing if it went well
     * @param rejected which registers were ever not believed, as people read it
     */
    public record Outcome(Map<DeviceId, DeviceState> devices, List<Optional<Failure>> polls, Set<String> rejected) {}

    /** What the channels of a device would show, by their ids. */
    public static Map<String, State> states(DeviceState device) {
        Map<String, State> states = new TreeMap<>();
        DeviceView.of(device).forEach((metric, value) -> states.put(metric.id(), States.of(metric.quantity(), value)));
        return states;
    }

    /**
     * Plays a capture.
     *
     * @throws IllegalArgumentException if what it says of itself makes no driver
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public Outcome play(Capture capture) throws InterruptedException {
        Tape tape = new Tape(capture);
        String name = capture.header().facts().getOrDefault(CONNECTION, "");
        Connection connection = Connection.ALL.get(name);
        if (connection == null) {
            throw new IllegalArgumentException("there is no connection \"" + name + "\"");
        }
        Surroundings around = Surroundings.of(tape, profiles);
        Plant plant = new Plant(around.zone(), Optional.empty());
        List<Optional<Failure>> polls = new ArrayList<>();
        Set<String> rejected = new TreeSet<>();
        try (Driver driver = connection.replay(tape, around)) {
            // a capture begins where everything was forgotten
            driver.searchAnew();
            for (Capture.Scene scene : capture.scenes()) {
                tape.play(scene);
                if (scene.occasion() != Heard.Occasion.ORDER) {
                    polls.add(poll(driver, cadence(scene.occasion()), plant));
                    rejected.addAll(rejected(scene, driver.registers()));
                }
            }
        }
        Map<DeviceId, DeviceState> devices = new LinkedHashMap<>();
        plant.snapshot().devices().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(DeviceId::toString)))
                .forEach(entry -> devices.put(entry.getKey(), entry.getValue()));
        return new Outcome(devices, polls, rejected);
    }

    private static Optional<Failure> poll(Driver driver, Cadence cadence, Plant plant) throws InterruptedException {
        try {
            plant.merge(driver.poll(cadence));
            return Optional.empty();
        } catch (PollException e) {
            return Optional.of(e.failure());
        }
    }

    private static List<String> rejected(Capture.Scene scene, List<RegisterDevice> devices) {
        return scene.lines().stream().map(CaptureLine::heard).filter(Heard.Read.class::isInstance)
                .map(Heard.Read.class::cast)
                .flatMap(read -> RegisterReading.meanings(read, devices).stream()
                        .filter(meaning -> meaning.value().isEmpty())
                        .map(meaning -> "unit %d, register 0x%04X: %s".formatted(read.place().unit(),
                                meaning.address(), meaning.of())))
                .toList();
    }

    private static Cadence cadence(Heard.Occasion occasion) {
        return occasion == Heard.Occasion.FAST ? Cadence.FAST : Cadence.FULL;
    }
}
