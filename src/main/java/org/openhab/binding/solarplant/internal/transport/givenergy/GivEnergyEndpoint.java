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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.WritePace;

/**
 * Where a dongle listens and how it wants to be asked.
 *
 * @param host name or address
 * @param port TCP port
 * @param connectTimeout the longest that connecting may take
 * @param refresh patience with what is polled regularly
 * @param detection patience with what must be there
 * @param probe patience with what is usually absent
 * @param requestGap the shortest time from one request to the next; the next one also waits for the answer
 * @param writeGap the shortest time from one write to the next
 * @param sendStall when the dongle takes nothing for so long, the connection is lost
 * @param freshness how old an answer to another client's request may be to serve in place of an own request; zero for
 *            never
 * @param acceptBadChecksum whether to believe frames with a wrong checksum, for dongles that do not fill it in
 */
@NonNullByDefault
public record GivEnergyEndpoint(String host, int port, Duration connectTimeout, Patience refresh, Patience detection,
        Patience probe, Duration requestGap, Duration writeGap, Duration sendStall, Duration freshness,
        boolean acceptBadChecksum) {

    /** The port of all known dongles (givenergy.md §1.1). */
    public static final int PORT = 8899;

    /** Checks what would otherwise mean to wait for ever. */
    public GivEnergyEndpoint {
        if (connectTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("no time to connect");
        }
    }

    /** So long an answer is waited for before it is asked for again (givenergy.md §1.9). */
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration PROBE_ATTEMPT = Duration.ofSeconds(1);
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);
    /** Who is there is worth asking more often than what is polled again soon. */
    private static final int LEAST_DETECTION_ATTEMPTS = 4;

    /** A dongle asked with the times of givenergy.md §1.9. */
    public static GivEnergyEndpoint of(String host, int port) {
        return new GivEnergyEndpoint(host, port, ATTEMPT, new Patience(ATTEMPT, 2, RETRY_DELAY),
                new Patience(ATTEMPT, LEAST_DETECTION_ATTEMPTS, RETRY_DELAY),
                new Patience(PROBE_ATTEMPT, 2, Duration.ZERO), Duration.ofMillis(250), WritePace.USUAL,
                Duration.ofSeconds(10), Duration.ofSeconds(5), false);
    }

    /**
     * The same with a time within which a request is answered or has failed. A dongle that is silent for a moment answers
     * the next time it is asked, so the time goes into as many attempts as fit; what is usually absent is not given more.
     */
    public GivEnergyEndpoint withRequestTimeout(Duration longest) {
        Duration attempt = shorter(ATTEMPT, longest);
        int attempts = (int) Math.max(1, longest.plus(RETRY_DELAY).dividedBy(attempt.plus(RETRY_DELAY)));
        return withRefresh(new Patience(attempt, attempts, RETRY_DELAY))
                .withDetection(new Patience(attempt, Math.max(attempts, LEAST_DETECTION_ATTEMPTS), RETRY_DELAY))
                .withProbe(new Patience(shorter(PROBE_ATTEMPT, longest), probe.attempts(), probe.retryDelay()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The same with another patience for regular polls. */
    public GivEnergyEndpoint withRefresh(Patience other) {
        return new GivEnergyEndpoint(host, port, connectTimeout, other, detection, probe, requestGap, writeGap,
                sendStall,
                freshness, acceptBadChecksum);
    }

    /** The same with another patience for what must be there. */
    public GivEnergyEndpoint withDetection(Patience other) {
        return new GivEnergyEndpoint(host, port, connectTimeout, refresh, other, probe, requestGap, writeGap, sendStall,
                freshness, acceptBadChecksum);
    }

    /** The same with another patience for what is usually absent. */
    public GivEnergyEndpoint withProbe(Patience other) {
        return new GivEnergyEndpoint(host, port, connectTimeout, refresh, detection, other, requestGap, writeGap,
                sendStall,
                freshness, acceptBadChecksum);
    }

    /** The same with other times to connect and between requests. */
    public GivEnergyEndpoint withPace(Duration connecting, Duration gap) {
        return new GivEnergyEndpoint(host, port, connecting, refresh, detection, probe, gap, writeGap, sendStall,
                freshness,
                acceptBadChecksum);
    }

    /** The same with another time between writes. */
    public GivEnergyEndpoint withWriteGap(Duration other) {
        return new GivEnergyEndpoint(host, port, connectTimeout, refresh, detection, probe, requestGap, other,
                sendStall,
                freshness, acceptBadChecksum);
    }

    /** The same, using answers to other clients up to this age. */
    public GivEnergyEndpoint withFreshness(Duration other) {
        return new GivEnergyEndpoint(host, port, connectTimeout, refresh, detection, probe, requestGap, writeGap,
                sendStall,
                other, acceptBadChecksum);
    }

    /** The same, believing wrong checksums or not. */
    public GivEnergyEndpoint withAcceptBadChecksum(boolean accept) {
        return new GivEnergyEndpoint(host, port, connectTimeout, refresh, detection, probe, requestGap, writeGap,
                sendStall,
                freshness, accept);
    }

    /** {@code host:port}: what stands for one wire, whoever else talks over it. */
    public String address() {
        return host + ":" + port;
    }

    Patience patience(Effort effort) {
        return switch (effort) {
            case REFRESH -> refresh;
            case DETECTION -> detection;
            case PROBE -> probe;
            // a write takes no longer than a read (givenergy.md §1.9), and is never tried again
            case ONCE -> new Patience(refresh.timeout(), 1, Duration.ZERO);
        };
    }
}
