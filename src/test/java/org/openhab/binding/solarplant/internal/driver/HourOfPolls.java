/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.Coordinator;
import org.openhab.binding.solarplant.internal.polling.PollListener;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;

/** An hour in which one device is polled at the default intervals, on a clock that a test turns on. */
@NonNullByDefault
public final class HourOfPolls {

    private static final int SECONDS = 3600;
    private static final Path FIGURES = Path.of("docs", "benchmarks.md");

    /** What is polled. */
    @FunctionalInterface
    public interface Polled {
        List<Reading> poll(Cadence cadence) throws Exception;
    }

    private HourOfPolls() {}

    /**
     * Lets the hour pass.
     *
     * @param polled what is polled, once before the hour begins
     * @param begun called when the hour begins
     * @param pass turns on the clock of what is polled by so many seconds
     */
    public static void pass(Polled polled, Runnable begun, LongConsumer pass) {
        AtomicLong elapsed = new AtomicLong();
        PollListener listener = new PollListener() {
            @Override
            public void succeeded(PollTarget target, List<Reading> readings, PollStats stats) {
                assertTrue(stats.connected());
            }

            @Override
            public void failed(PollTarget target, PollStats stats) {
                fail("a poll failed: " + stats);
            }

            @Override
            public void readBack(PollTarget target, List<Reading> readings) {
                fail("nothing was ordered");
            }
        };
        Coordinator coordinator = new Coordinator(new PlantConfiguration().polling(), elapsed::get,
                () -> Instant.EPOCH.plusNanos(elapsed.get()), Runnable::run, listener);
        coordinator.add(new Target(polled));
        begun.run();
        for (int second = 0; second < SECONDS; second++) {
            elapsed.addAndGet(Duration.ofSeconds(1).toNanos());
            pass.accept(1);
            coordinator.tick();
        }
    }

    /** Prints the figure, and holds it against the document. */
    public static void assertDocumented(String plant, int requests) throws IOException {
        System.out.printf("requests in an hour at the default intervals, %s: %d%n", plant, requests);
        List<String> rows = Files.readAllLines(FIGURES).stream()
                .map(row -> row.replaceAll(" +", " ").strip())
                .filter(row -> row.matches("\\| \\Q" + plant + "\\E \\| \\d+ \\|")).toList();
        assertEquals(List.of("| " + plant + " | " + requests + " |"), rows, FIGURES.toString());
    }

    private record Target(Polled polled) implements PollTarget {
        @Override
        public String wire() {
            return "wire";
        }

        @Override
        public Optional<Duration> fullInterval() {
            return Optional.empty();
        }

        @Override
        public Duration pollLimit() {
            return Duration.ofDays(1);
        }

        @Override
        public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
            try {
                return polled.poll(cadence);
            } catch (PollException | InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void cut() {
            fail("nothing is to be cut");
        }
    }
}
