/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.host.SharedHttp;
import org.openhab.binding.solarplant.internal.transport.HttpTransport;
import org.openhab.binding.solarplant.sim.CloudPlate;
import org.openhab.binding.solarplant.sim.CloudRequest;
import org.openhab.binding.solarplant.sim.CloudSimulator;
import org.openhab.binding.solarplant.sim.CloudSystem;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Site;

/** An account at a simulated cloud, over real HTTP, in a time of its own. */
@NonNullByDefault
public final class CloudRig implements AutoCloseable {

    public static final String APP_ID = "alpha0123456789abcdef";
    public static final String APP_SECRET = "0123456789abcdef0123456789abcdef";
    public static final String SERIAL = "AL7000000000001";
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** A day of summer, ten minutes past noon in Berlin. */
    public static final Instant NOON = Instant.parse("2026-06-01T10:10:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public final CloudTime time;
    public final org.openhab.binding.solarplant.sim.CloudAccount bound = new org.openhab.binding.solarplant.sim.CloudAccount(
            APP_ID, APP_SECRET);
    public final CloudSimulator cloud;
    private final SharedHttp http = SharedHttp.start();

    /** A cloud with one system, whose day is at noon. */
    public CloudRig() throws IOException {
        this(NOON);
    }

    /** A cloud with one system, whose time begins then. */
    public CloudRig(Instant begin) throws IOException {
        time = new CloudTime(begin);
        bound.bind(smile(SERIAL));
        cloud = CloudSimulator.start(bound, time);
    }

    /** A system with strings, battery and the older store of schedules. */
    public static CloudSystem smile(String serial) {
        return CloudSystem.of(CloudPlate.smile5(serial), new DayCurve(Site.home(ZONE)));
    }

    /** The account with the right credentials. */
    public CloudAccount account() {
        return account(new Credentials(APP_ID, APP_SECRET), TIMEOUT);
    }

    /** An account with these credentials that waits so long for an answer. */
    public CloudAccount account(Credentials credentials, Duration timeout) {
        return new CloudAccount(new HttpTransport(http.client(), timeout), cloud.base().toString(), credentials, time,
                time,
                new Gate(time));
    }

    /** The endpoints that were asked since the last time, in their order. */
    public List<String> asked() {
        List<String> asked = cloud.requests().stream().map(CloudRequest::endpoint).toList();
        cloud.clearRequests();
        return asked;
    }

    @Override
    public void close() {
        cloud.close();
        http.close();
    }
}
