/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.io.IOException;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Devices behind a Modbus TCP port on the loopback interface. Tests tell it what should go wrong ({@link #faults()})
 * and ask it what it was asked ({@link #requests()}). Closing it ends every thread and socket of it.
 */
@NonNullByDefault
public final class ModbusSimulator implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Journal<Request> journal = new Journal<>();
    private final Reception<Connection> reception;

    private ModbusSimulator(SimulatorOptions options) throws IOException {
        Closing closing = new Closing();
        reception = new Reception<>(options.port(), options.maxConnections(), closing,
                socket -> new Connection(socket, options, faults, journal, closing));
    }

    /** One device on a free port that answers every unit id. */
    public static ModbusSimulator serve(RegisterImage image) throws IOException {
        return start(SimulatorOptions.modbusTcp().anyUnit(image));
    }

    /**
     * Starts to listen.
     *
     * @throws java.net.BindException if the port is taken
     */
    public static ModbusSimulator start(SimulatorOptions options) throws IOException {
        ModbusSimulator simulator = new ModbusSimulator(options);
        simulator.reception.open();
        return simulator;
    }

    /** The address to connect to. */
    public String host() {
        return reception.host();
    }

    /** The port to connect to. */
    public int port() {
        return reception.port();
    }

    /** What shall go wrong. */
    public Faults faults() {
        return faults;
    }

    /** The latest requests, oldest first. */
    public List<Request> requests() {
        return journal.all();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        journal.clear();
    }

    /** How many connections were ever accepted, those that were turned away among them. */
    public int connectionsAccepted() {
        return reception.accepted();
    }

    /** How many connections are served now. */
    public int openConnections() {
        return reception.served();
    }

    /** Closes all open connections, as dongles do about once a day; new ones are welcome. */
    public void dropConnections() {
        reception.dropAll();
    }

    @Override
    public void close() {
        reception.close();
    }
}
