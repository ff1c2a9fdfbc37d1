/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.DongleFault;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.Space;

/** A simulated dongle with an inverter and a battery pack, and a transport that talks to it. */
@NonNullByDefault
final class Rig implements AutoCloseable {
    static final int INVERTER = 0x11;
    static final int PACK = 0x32;
    static final BlockKey STATUS = Wire.input(INVERTER, 0, 6);
    static final BlockKey CELLS = Wire.input(PACK, 60, 60);
    static final List<Integer> STATUS_VALUES = List.of(1, 3054, 3029, 3881, 0, 2389);

    final DongleSimulator dongle;
    final GivEnergyEndpoint endpoint;
    final GivEnergyTransport transport;

    private Rig(DongleOptions options, UnaryOperator<GivEnergyEndpoint> settings, Ticker ticker) throws IOException {
        dongle = DongleSimulator.start(options);
        endpoint = settings.apply(patient(dongle));
        transport = new GivEnergyTransport(endpoint, ticker);
    }

    /** Never in a hurry: what a test expects to come may take long on a busy machine. */
    static GivEnergyEndpoint patient(DongleSimulator dongle) {
        Patience patience = new Patience(Duration.ofSeconds(15), 2, Duration.ZERO);
        return GivEnergyEndpoint.of(dongle.host(), dongle.port()).withRefresh(patience).withDetection(patience)
                .withProbe(patience).withPace(Duration.ofSeconds(5), Duration.ZERO).withWriteGap(Duration.ZERO);
    }

    static DongleOptions plant() {
        MapImage inverter = MapImage.of(Map.of(0, 0x2001, 27, 0), Map.of()).put(Space.INPUT, 0,
                STATUS_VALUES.stream().mapToLong(Integer::longValue).toArray());
        MapImage pack = new MapImage().zeros(Space.INPUT, 60, 119).put(Space.INPUT, 60, 3256);
        return DongleOptions.empty().device(INVERTER, DongleDevice.of(Wire.INVERTER, inverter)).device(PACK,
                DongleDevice.of("BG1234G567", pack));
    }

    static Rig start() throws IOException {
        return start(UnaryOperator.identity());
    }

    static Rig start(UnaryOperator<GivEnergyEndpoint> settings) throws IOException {
        return start(plant(), settings);
    }

    static Rig start(DongleOptions options, UnaryOperator<GivEnergyEndpoint> settings) throws IOException {
        return new Rig(options, settings, Ticker.SYSTEM);
    }

    static Rig start(Ticker ticker, UnaryOperator<GivEnergyEndpoint> settings) throws IOException {
        return new Rig(plant(), settings, ticker);
    }

    /** A transport that gives up soon: for requests to which no answer is expected. */
    static Rig hasty(int attempts) throws IOException {
        return start(endpoint -> endpoint.withRefresh(hasty(attempts, Duration.ZERO)));
    }

    static Patience hasty(int attempts, Duration retryDelay) {
        return new Patience(Duration.ofMillis(100), attempts, retryDelay);
    }

    void fault(DongleFault fault, int times) {
        dongle.faults().add(fault, Scope.next(times));
    }

    List<Integer> status() throws Exception {
        return transport.ask(STATUS, Effort.REFRESH).values();
    }

    /** Begins to ask in another thread. */
    CompletableFuture<Answer> begin() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return transport.ask(STATUS, Effort.REFRESH);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    int asked() {
        return dongle.requests().size();
    }

    static Request request(BlockKey block) {
        return Request.read(block.unit(), block.function().code(), block.start(), block.count());
    }

    List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("OH-solarplant-dongle-" + endpoint.address())).toList();
    }

    @Override
    public void close() {
        transport.close();
        dongle.close();
    }
}
