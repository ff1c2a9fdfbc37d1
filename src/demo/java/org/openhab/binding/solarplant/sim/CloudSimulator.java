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
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The AlphaESS cloud on the loopback interface, without TLS. Tests tell it what should go wrong ({@link #faults()}) or
 * what it should say ({@link #bodies()}), and ask it what it was asked ({@link #requests()}). Closing it ends every
 * thread and socket of it.
 */
@NonNullByDefault
public final class CloudSimulator implements AutoCloseable {
    private final CloudDesk desk;
    private final Reception<CloudConnection> reception;

    private CloudSimulator(CloudDesk desk, int port) throws IOException {
        this.desk = desk;
        Closing closing = new Closing();
        reception = new Reception<>(port, Integer.MAX_VALUE, closing,
                socket -> new CloudConnection(socket, desk, closing));
    }

    /**
     * Starts to listen on a free port.
     *
     * @param clock the time of the cloud and of all of its systems
     */
    public static CloudSimulator start(CloudAccount account, InstantSource clock) throws IOException {
        return start(account, clock, 0);
    }

    /**
     * Starts to listen.
     *
     * @param clock the time of the cloud and of all of its systems
     * @param port on the loopback interface; 0 takes a free one
     * @throws java.net.BindException if the port is taken
     */
    public static CloudSimulator start(CloudAccount account, InstantSource clock, int port) throws IOException {
        CloudSimulator simulator = new CloudSimulator(new CloudDesk(account, clock), port);
        simulator.reception.open();
        return simulator;
    }

    /** Where the endpoints are, in place of {@code https://openapi.alphaess.com/api}; without a slash at the end. */
    public URI base() {
        return URI.create("http://" + reception.host() + ":" + port() + "/api");
    }

    /** The port to connect to. */
    public int port() {
        return reception.port();
    }

    /** What shall go wrong. */
    public CloudFaults faults() {
        return desk.faults();
    }

    /** What it shall say in place of its own words. */
    public CloudBodies bodies() {
        return desk.bodies();
    }

    /** How often it may be asked. */
    public CloudRate rate() {
        return desk.rate();
    }

    /** The latest requests, oldest first. */
    public List<CloudRequest> requests() {
        return desk.journal().all();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        desk.journal().clear();
    }

    /** How many connections are served now. */
    public int openConnections() {
        return reception.served();
    }

    @Override
    public void close() {
        reception.close();
    }
}
