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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.driver.ModbusDriver;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;

/** After each new connection somebody else may answer: values of two inverters must never be mixed. */
@NonNullByDefault
@Timeout(30)
class SolaxReconnectTest {

    private static Failure failure(SolaxRig rig) {
        return assertThrows(PollException.class, () -> rig.driver.poll(Cadence.FULL)).failure();
    }

    private static MapImage hybrid(String serial, int power) {
        return new MapImage().zeros(Space.HOLDING, 0, 0x18F).zeros(Space.INPUT, 0, 0x3FF)
                .putText(Space.HOLDING, 0, 7, serial).put(Space.INPUT, 0x0002, power);
    }

    private static List<String> ids(List<Reading> readings) {
        return readings.stream().map(reading -> reading.device().id().toString()).toList();
    }

    /** An image that can be exchanged while the simulator runs: another device at the same address. */
    private static final class Exchangeable implements RegisterImage {
        private final AtomicReference<RegisterImage> image;

        Exchangeable(RegisterImage image) {
            this.image = new AtomicReference<>(image);
        }

        void become(RegisterImage other) {
            image.set(other);
        }

        @Override
        public OptionalInt read(Space space, int address) {
            return Objects.requireNonNull(image.get()).read(space, address);
        }

        @Override
        public RegisterImage frozen() {
            return Objects.requireNonNull(image.get()).frozen();
        }
    }

    @Test
    void anotherInverterAfterAReconnectIsNeverShownAsTheFirst() throws Exception {
        Exchangeable address = new Exchangeable(hybrid("H34A10ABCDEF12", 1111));
        try (SolaxRig rig = SolaxRig.of(address)) {
            assertEquals("1111", SolaxRig.text(rig.driver.poll(Cadence.FULL).getFirst(), "output#power"));
            address.become(hybrid("H34A10ABCDEF99", 2222));
            rig.dropConnections();
            assertEquals(Failure.Kind.UNREACHABLE, failure(rig).kind());
            Reading reading = rig.driver.poll(Cadence.FAST).getFirst();
            assertEquals("H34A10ABCDEF99", reading.device().id().key());
            assertEquals("2222", SolaxRig.text(reading, "output#power"));
        }
    }

    @Test
    void replacedInverterOfAnotherFamily() throws Exception {
        Exchangeable address = new Exchangeable(hybrid("H34A10ABCDEF12", 1111));
        try (SolaxRig rig = SolaxRig.of(address)) {
            rig.driver.poll(Cadence.FULL);
            address.become(org.openhab.binding.solarplant.sim.SolaxMicImage.boost(SolaxRig.curve(), SolaxRig.clock()));
            rig.dropConnections();
            failure(rig);
            assertEquals("XB4DEMO0000001", rig.driver.poll(Cadence.FULL).getFirst().device().id().key());
        }
    }

    @Test
    void configuredInverterThatWasReplacedIsRefused() throws Exception {
        Exchangeable address = new Exchangeable(hybrid("H34A10ABCDEF12", 1111));
        try (SolaxRig rig = SolaxRig.of(address, SolaxRig.expecting("H34A10ABCDEF12"))) {
            rig.driver.poll(Cadence.FULL);
            address.become(hybrid("H34A10ABCDEF99", 2222));
            rig.dropConnections();
            failure(rig);
            for (int i = 0; i < 3; i++) {
                assertEquals(new Failure(Failure.Kind.WRONG_DEVICE, "H34A…F12", "H34A…F99"), failure(rig));
            }
            address.become(hybrid("H34A10ABCDEF12", 3333));
            Reading back = rig.driver.poll(Cadence.FULL).getFirst();
            assertEquals("3333", SolaxRig.text(back, "output#power"));
        }
    }

    @Test
    void newFirmwareIsNoticedWithTheNextConnection() throws Exception {
        MapImage image = hybrid("H34A10ABCDEF12", 1111).put(Space.HOLDING, 0x7D, 29, 0, 1, 1, 0, 6, 27, 8)
                .put(Space.INPUT, 0x000A, 700, 300).putLong(Space.INPUT, 0x0032, 1000);
        try (SolaxRig rig = SolaxRig.of(image)) {
            assertEquals("DSP 1.29, ARM 1.27",
                    rig.driver.poll(Cadence.FULL).getFirst().device().properties().get("firmwareVersion"));
            image.put(Space.HOLDING, 0x7D, 30, 0, 1, 1, 0, 100, 28, 8).putLong(Space.INPUT, 0x0032, 1234);
            rig.dropConnections();
            failure(rig);
            Reading updated = rig.driver.poll(Cadence.FULL).getFirst();
            assertEquals("DSP 1.30, ARM 1.28", updated.device().properties().get("firmwareVersion"));
            assertEquals("1234", SolaxRig.text(updated, "pv#power"), "from where protocol 100 has it");
        }
    }

    @Test
    void reconnectForgetsNoneOfTheParts() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3()))) {
            List<String> before = ids(rig.driver.poll(Cadence.FULL));
            assertEquals(4, before.size());
            rig.dropConnections();
            failure(rig);
            assertEquals(before, ids(rig.driver.poll(Cadence.FAST)));
        }
    }

    /** A wire that connects anew before each of its next answers, to whoever is there by then. */
    private static final class Renewing implements RegisterTransport {
        private final RegisterTransport wire;
        private int renewals;
        private int skipped;

        Renewing(RegisterTransport wire, int skipped, int renewals) {
            this.wire = wire;
            this.skipped = skipped;
            this.renewals = renewals;
        }

        @Override
        public int[] read(int unit, RegisterSpace space, int start, int count)
                throws TransportException, InterruptedException {
            if (skipped-- <= 0 && renewals-- > 0) {
                wire.cut();
            }
            return wire.read(unit, space, start, count);
        }

        @Override
        public long connection() {
            return wire.connection();
        }

        @Override
        public void cut() {
            wire.cut();
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    private static ModbusDriver over(SolaxRig rig, int skipped, int renewals) {
        ModbusEndpoint endpoint = new ModbusEndpoint("127.0.0.1", rig.simulator.port(), Framing.TCP,
                Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO);
        return SolaxDriver.of(new Renewing(new ModbusTcpTransport(endpoint, Ticker.SYSTEM), skipped, renewals),
                SolaxRig.PLAIN, new ProfileStore(), InstantSource.fixed(SolaxRig.NOON), () -> ZoneOffset.UTC);
    }

    @Test
    void pollInWhichTheConnectionWasRenewedIsMadeAgain() throws Exception {
        // serial, identity and firmware come first; the fourth request is the first for values
        try (SolaxRig rig = SolaxRig.of(hybrid("H34A10ABCDEF12", 1243)); ModbusDriver driver = over(rig, 3, 1)) {
            assertEquals("1243", SolaxRig.text(driver.poll(Cadence.FAST).getFirst(), "output#power"));
            List<String> requests = rig.requests();
            assertEquals(2, requests.stream().filter("3:0000+7"::equals).count(), requests.toString());
        }
    }

    @Test
    void pollOnAConnectionThatIsRenewedAgainAndAgainIsThrownAway() throws Exception {
        try (SolaxRig rig = SolaxRig.of(hybrid("H34A10ABCDEF12", 1243)); ModbusDriver driver = over(rig, 0, 100)) {
            assertEquals(Failure.Kind.PROTOCOL,
                    assertThrows(PollException.class, () -> driver.poll(Cadence.FAST)).failure().kind());
        }
    }

    @Test
    void serialReadOnOneConnectionSaysNothingOfTheNext() throws Exception {
        // renewed right after the serial number was read
        try (SolaxRig rig = SolaxRig.of(hybrid("H34A10ABCDEF12", 1243)); ModbusDriver driver = over(rig, 1, 1)) {
            driver.poll(Cadence.FAST);
            assertEquals(2, rig.requests().stream().filter("3:0000+7"::equals).count());
        }
    }
}
