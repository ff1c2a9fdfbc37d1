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

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.host.HostListener;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.types.State;

/** An openHAB that takes its time with what it is told: nothing else waits for that. */
@NonNullByDefault
class BusyHostTest {

    private static final class Stuck implements HostListener, AutoCloseable {
        private final CountDownLatch met = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean atStates;
        private volatile boolean atInbox;

        @Override
        public void stateUpdated(ChannelUID channel, State state) {
            if (atStates && channel.getThingUID().equals(TestPlant.PLANT)) {
                atStates = false;
                stay();
            }
        }

        @Override
        public void inboxChanged() {
            if (atInbox) {
                atInbox = false;
                stay();
            }
        }

        private void stay() {
            met.countDown();
            try {
                assertTrue(over.await(TestPlant.LIMIT.toSeconds(), TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isMet() {
            return met.getCount() == 0;
        }

        @Override
        public void close() {
            over.countDown();
        }
    }

    /** Time goes on by itself, as the plant's own beat does. */
    private static void passUntil(TestPlant plant, BooleanSupplier condition) {
        plant.await(() -> {
            plant.time.pass(Duration.ofSeconds(5));
            return condition.getAsBoolean();
        });
    }

    @Test
    void aThingBeginsWhileThePlantIsBeingShown() throws IOException {
        try (TestPlant plant = TestPlant.running(); Stuck stuck = new Stuck()) {
            plant.host.addListener(stuck);
            stuck.atStates = true;
            passUntil(plant, stuck::isMet);
            ModbusSimulator device = plant.simulate(TestPlant.string());
            ThingUID garage = plant.addInverter("garage", device, Map.of());
            plant.await(() -> plant.status(garage).getStatus() == ThingStatus.UNKNOWN);
            plant.await(() -> !device.requests().isEmpty());
            stuck.close();
            plant.awaitOnline(garage);
        }
    }

    @Test
    void whatIsMeasuredIsShownWhileTheInboxTakesItsTime() throws IOException {
        try (TestPlant plant = new TestPlant(); Stuck stuck = new Stuck()) {
            plant.host.addListener(stuck);
            stuck.atInbox = true;
            plant.addPlant(Map.of());
            ThingUID garage = plant.addInverter("garage", plant.simulate(TestPlant.string()), Map.of());
            plant.awaitOnline(garage);
            plant.addInverter("roof", plant.simulate(TestPlant.hybrid()), Map.of());
            passUntil(plant, stuck::isMet);
            String before = plant.text(garage, "poll#tick-count");
            passUntil(plant, () -> !before.equals(plant.text(garage, "poll#tick-count")));
        }
    }
}
