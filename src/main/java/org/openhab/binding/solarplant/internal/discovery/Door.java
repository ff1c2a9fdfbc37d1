/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.config.InverterConfiguration;
import org.openhab.binding.solarplant.internal.driver.Recognition;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusDriver;
import org.openhab.binding.solarplant.internal.driver.givenergy.GivEnergyDriver;
import org.openhab.binding.solarplant.internal.driver.solax.SolaxDriver;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Framing;
import org.openhab.binding.solarplant.internal.transport.ModbusEndpoint;
import org.openhab.binding.solarplant.internal.transport.ModbusTcpTransport;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.WritePace;
import org.openhab.binding.solarplant.internal.transport.givenergy.GivEnergyEndpoint;
import org.openhab.binding.solarplant.internal.transport.givenergy.GivEnergyTransport;
import org.openhab.binding.solarplant.internal.transport.givenergy.Patience;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port behind which devices may be found, and how one finds out who is there. A new vendor is one more candidate, or one
 * more door.
 *
 * @param port the TCP port
 * @param isUsual whether it is the one that a connection takes where the user sets none
 * @param wire the wire to a host's port; connects when it is first used
 * @param candidates who may be behind it, each asked over the same connection until one is recognised
 * @param <W> what the wire offers
 */
@NonNullByDefault
record Door<W extends RegisterTransport>(int port, boolean isUsual, Function<String, W> wire,
        List<Candidate<W>> candidates) {

    /**
     * Who may be behind a door.
     *
     * @param connection the name of the connection that speaks to it
     */
    record Candidate<W extends RegisterTransport>(String connection, Recognition<W> recognition) {}

    /**
     * How long to wait at a door.
     *
     * @param connecting until somebody opens
     * @param answer until an answer
     * @param ticker lets the pauses pass that devices need between two requests
     */
    record Waiting(Duration connecting, Duration answer, Ticker ticker) {

        /**
         * On a local network a dongle takes 0.1 s to accept and to answer, and SolaX names 1 s as the longest (solax.md §1.1);
         * both with a reserve for poor radio links.
         */
        static final Waiting USUAL = new Waiting(Duration.ofMillis(750), Duration.ofSeconds(2), Ticker.SYSTEM);
    }

    private static final int ASKED_TWICE = 2;
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(500);

    /** All doors at which devices of this binding are known to listen. */
    static List<Door<?>> usual(ProfileStore profiles) {
        return List.of(modbus(ModbusEndpoint.PORT, profiles, Waiting.USUAL),
                dongle(GivEnergyEndpoint.PORT, profiles, Waiting.USUAL));
    }

    /** Modbus TCP: SolaX and AlphaESS, each at the unit id that it has from the factory. */
    static Door<RegisterTransport> modbus(int port, ProfileStore profiles, Waiting waiting) {
        // who is there is not known yet, so the pause is the one of who needs the longest
        return new Door<>(port, port == ModbusEndpoint.PORT,
                host -> new ModbusTcpTransport(new ModbusEndpoint(host, port, Framing.TCP, waiting.connecting,
                        waiting.answer, SolaxDriver.REQUEST_GAP, WritePace.USUAL), waiting.ticker),
                List.of(new Candidate<>(InverterConfiguration.SOLAX_MODBUS, SolaxDriver.recognition(profiles)),
                        new Candidate<>(InverterConfiguration.ALPHAESS_MODBUS,
                                AlphaEssModbusDriver.recognition(profiles))));
    }

    /** GivEnergy's dongles. Some adapters to serial lines of other makers listen at the same port. */
    static Door<ProbingTransport> dongle(int port, ProfileStore profiles, Waiting waiting) {
        return new Door<>(port, port == GivEnergyEndpoint.PORT, host -> {
            GivEnergyEndpoint usual = GivEnergyEndpoint.of(host, port);
            return new GivEnergyTransport(usual.withPace(waiting.connecting, usual.requestGap())
                    .withDetection(new Patience(waiting.answer, ASKED_TWICE, BEFORE_ASKING_AGAIN)), waiting.ticker);
        }, List.of(new Candidate<>(InverterConfiguration.GIVENERGY, GivEnergyDriver.recognition(profiles))));
    }

    /** Who is at the other end of a wire of this door to a host; nothing if it is nobody who is known. */
    Optional<Find> ask(W way, String host) throws InterruptedException {
        Logger logger = LoggerFactory.getLogger(Door.class);
        for (Candidate<W> candidate : candidates) {
            try {
                Device device = candidate.recognition.recognise(way);
                return Optional.of(new Find(device, candidate.connection, host,
                        isUsual ? Optional.empty() : Optional.of(port)));
            } catch (PollException stranger) {
                logger.debug("{}:{} is not for {}: {}", host, port, candidate.connection, stranger.failure().kind());
            } catch (TransportException failure) {
                if (way.connection() == 0) {
                    // nobody has opened, so nobody will answer the others either
                    return Optional.empty();
                }
                logger.debug("{}:{} does not answer as {}: {}", host, port, candidate.connection,
                        failure.getMessage());
            }
        }
        return Optional.empty();
    }
}
