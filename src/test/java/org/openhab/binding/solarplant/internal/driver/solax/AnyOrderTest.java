/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxSettingsTest.Bare;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.Space;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever is ordered, nothing is written but to the places of the vendor's document, and only what it allows there. */
@NonNullByDefault
class AnyOrderTest {

    private record Range(int least, int most) {}

    private static final Range SWITCH = new Range(0, 1);
    private static final Range PERCENT = new Range(10, 100);
    private static final Set<Integer> TIMES = Set.of(0x68, 0x69, 0x6A, 0x6B, 0x6D, 0x6E, 0x6F, 0x70, 0xEA, 0xEB,
            0xEC, 0xED);

    /** solax.md §3.12 for a G4 of three phases, with the limits of an H34A10 (§2.3): 30 A and 15 kW. */
    private static final Map<Integer, Range> PLACES = Map.ofEntries(Map.entry(0x00, new Range(2014, 2014)),
            Map.entry(0x1F, new Range(0, 5)), Map.entry(0x20, new Range(0, 2)), Map.entry(0x24, new Range(0, 300)),
            Map.entry(0x25, new Range(0, 300)), Map.entry(0x42, new Range(0, 1500)), Map.entry(0x61, PERCENT),
            Map.entry(0x62, SWITCH), Map.entry(0x63, PERCENT), Map.entry(0x64, PERCENT), Map.entry(0x65, PERCENT),
            Map.entry(0x66, new Range(30, 100)), Map.entry(0x67, new Range(15, 100)), Map.entry(0x6C, SWITCH),
            Map.entry(0xC4, SWITCH), Map.entry(0xC5, PERCENT), Map.entry(0xE0, PERCENT),
            Map.entry(0xEE, new Range(0, 3000)), Map.entry(0xEF, new Range(0, 3000)), Map.entry(0xF0, SWITCH),
            Map.entry(0xF1, new Range(0, 15_000)), Map.entry(0xF2, PERCENT), Map.entry(0xF3, PERCENT));

    private static final List<Metric> METRICS = Metrics.types().stream()
            .flatMap(type -> type.isNumbered()
                    ? List.of(type.metric(1), type.metric(2)).stream()
                    : List.of(type.metric(0)).stream())
            .filter(metric -> metric.id().startsWith("settings#")).toList();

    /** Those that such an inverter has. */
    private static final List<Metric> KNOWN = METRICS.stream()
            .filter(metric -> !metric.id()
                    .matches(
                            ".*(days|slot-.-power|power-limit|pause-mode|store|charge-enabled|charge-target-|power-limit-percent|output-enabled|grid-min|slot-.-grid).*"))
            .toList();

    private static final ProfileStore PROFILES = new ProfileStore();

    /** An inverter in memory that remembers what was written to it. */
    private static final class Memory implements RegisterTransport {
        private final Bare image = new Bare("H34A10TEST1234");
        private final List<Request> writes = new ArrayList<>();

        @Override
        public int[] read(int unit, RegisterSpace space, int start, int count) {
            int[] words = new int[count];
            for (int i = 0; i < count; i++) {
                words[i] = image.read(space == RegisterSpace.INPUT ? Space.INPUT : Space.HOLDING, start + i).orElse(0);
            }
            return words;
        }

        @Override
        public void write(int unit, WriteFunction function, int start, int... words) throws TransportException {
            Request request = new Request(unit, function == WriteFunction.SINGLE ? 6 : 16, start, words.length,
                    IntStream.of(words).boxed().toList());
            writes.add(request);
            if (image.write(request).isPresent()) {
                throw new TransportException.Refused(2);
            }
        }

        @Override
        public long connection() {
            return 1;
        }

        @Override
        public void cut() {
            // there is nothing to break
        }

        @Override
        public void close() {
            // nor to close
        }
    }

    @Provide
    Arbitrary<List<Setting>> settings() {
        Arbitrary<Value> amounts = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(-5, 110).map(BigDecimal::valueOf)),
                Tuple.of(1, Arbitraries.integers().map(BigDecimal::valueOf)),
                Tuple.of(1, Arbitraries.bigDecimals().between(BigDecimal.valueOf(-100), BigDecimal.valueOf(20_000))
                        .ofScale(1)))
                .map(Value.Amount::new);
        Arbitrary<Value> texts = Arbitraries.oneOf(
                Arbitraries.of("self-use", "backup", "manual", "charge", "time-of-use", "unknown (9)", "", "24:00"),
                Combinators.combine(Arbitraries.integers().between(0, 25), Arbitraries.integers().between(0, 61))
                        .as("%02d:%02d"::formatted),
                Arbitraries.strings().ofMaxLength(6)).map(Value.Text::new);
        Arbitrary<Value> switches = Arbitraries.of(true, false).map(Value.Switch::new);
        // most of the kind that is expected, or nothing would ever be sent
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(KNOWN)), Tuple.of(1, Arbitraries.of(METRICS)))
                .flatMap(metric -> Arbitraries.frequencyOf(
                        Tuple.of(9, metric.quantity() == Quantity.SWITCH
                                ? switches
                                : metric.quantity().isNumeric() ? amounts : texts),
                        Tuple.of(1, Arbitraries.oneOf(amounts, texts, switches)))
                        .map(value -> new Setting(metric, value)))
                .list().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 1000)
    void nothingElseIsEverWritten(@ForAll("settings") List<Setting> settings) throws Exception {
        Memory memory = new Memory();
        try (ModbusDriver driver = SolaxDriver.of(memory, SolaxRig.PLAIN, PROFILES,
                InstantSource.fixed(SolaxRig.NOON), () -> ZoneOffset.UTC)) {
            driver.poll(Cadence.FULL);
            Outcome outcome = driver
                    .apply(new Order.Change(new DeviceId(DeviceKind.INVERTER, "H34A10TEST1234"), settings));
            for (Request write : memory.writes) {
                assertEquals(6, write.function());
                assertTrue(isAllowed(write.start(), write.values().getFirst()), write.toString());
            }
            Statistics.collect(outcome.getClass().getSimpleName());
            boolean sent = memory.writes.stream().anyMatch(write -> write.start() != 0);
            assertEquals(outcome instanceof Outcome.Verified, sent, outcome.toString());
        }
    }

    private static boolean isAllowed(int place, int word) {
        if (TIMES.contains(place)) {
            return word >> 8 < 24 && (word & 0xFF) < 60;
        }
        Range range = PLACES.get(place);
        return range != null && word >= range.least && word <= range.most;
    }
}
