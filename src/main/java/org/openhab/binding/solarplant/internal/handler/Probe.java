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

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.capture.CaptureHeader;
import org.openhab.binding.solarplant.internal.capture.Redaction;
import org.openhab.binding.solarplant.internal.capture.TapPoint;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.polling.Coordinator;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** A driver of a running plant, for those who look into it. Two are the same if they are of the same driver. */
@NonNullByDefault
public final class Probe {

    private final Supplier<PlantSnapshot> plant;
    private final Coordinator coordinator;
    private final DriverTarget driver;
    private final Environment environment;

    Probe(Supplier<PlantSnapshot> plant, Coordinator coordinator, DriverTarget driver, Environment environment) {
        this.plant = plant;
        this.coordinator = coordinator;
        this.driver = driver;
        this.environment = environment;
    }

    /** How its polls go; nothing if it has left the plant. */
    public Optional<PollStats> stats() {
        return Optional.ofNullable(coordinator.stats().get(driver));
    }

    /** The longest that one of its polls may take. */
    public Duration pollLimit() {
        return driver.pollLimit();
    }

    /** Has it polled for everything out of turn. Returns at once; cancelled if it leaves the plant before. */
    public CompletableFuture<PollStats> poll() {
        return coordinator.poll(driver);
    }

    /**
     * With its next poll it finds out anew who answers and what there is.
     *
     * @param then done before it asks anything, by whoever polls
     */
    public void searchAnew(Runnable then) {
        driver.searchAnew(then);
    }

    /** Where its wire can be listened to. */
    public TapPoint taps() {
        return driver.source().taps();
    }

    /**
     * What a capture that begins now says of itself.
     *
     * @param versions of the software, by name
     */
    public CaptureHeader header(Map<String, String> versions, Redaction redaction) {
        return driver.source().header(driver.device(), versions, redaction);
    }

    /** The name or address of its device, as the user wrote it; empty where there is none, as for an account. */
    public String host() {
        return driver.source().around().configuration().host.strip();
    }

    /** The devices whose registers it reads, as the last poll found them; none where there are no registers. */
    public List<RegisterDevice> registers() {
        return driver.registers();
    }

    /** What is known of serial numbers in its plant. */
    public Set<String> identities() {
        Set<String> identities = new HashSet<>();
        plant.get().devices().forEach((id, state) -> {
            identities.add(id.key());
            Optional.ofNullable(state.device().properties().get("serialNumber")).ifPresent(identities::add);
        });
        return identities;
    }

    /** The time. */
    public InstantSource clock() {
        return environment.clock();
    }

    /** Elapsed time. */
    public Ticker ticker() {
        return environment.ticker();
    }

    /** Where the plant stands. */
    public ZoneId zone() {
        return environment.zone().get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Probe probe && probe.driver == driver;
    }

    @Override
    public int hashCode() {
        return driver.hashCode();
    }
}
