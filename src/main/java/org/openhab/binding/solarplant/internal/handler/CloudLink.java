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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.config.CloudLogin;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.CloudSystems;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.transport.HttpTransport;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudAccount;
import org.openhab.binding.solarplant.internal.transport.alphaess.Credentials;

/**
 * A plant's account at the AlphaESS cloud: the wire on which all its systems hang, and itself something to poll, for the
 * list of these systems.
 */
@NonNullByDefault
final class CloudLink implements PollTarget {

    /** Usual answers take about a second, but clients have had to wait for twenty (alphaess.md §1.1). */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    /** So often it is looked whether the list is due: one that did not come is asked for again soon. */
    private static final Duration LIST_INTERVAL = Duration.ofMinutes(1);
    /** Whatever is asked twice waits ten seconds in between (alphaess.md §1.12). */
    private static final Duration SLOWEST_CALL = Duration.ofSeconds(10).plus(REQUEST_TIMEOUT).multipliedBy(2);
    /** No poll of a system makes more calls: four of its own, three for schedules, and those of a few chargers. */
    private static final int MOST_CALLS = 12;

    private final String wire;
    private final CloudSystems systems;

    /**
     * @param number which account of the plant it is: what an earlier one was told is not meant for this one
     */
    CloudLink(CloudLogin login, int number, Environment environment) {
        this.wire = URI.create(login.url()).getAuthority() + " account " + number;
        this.systems = new CloudSystems(new CloudAccount(new HttpTransport(environment.http(), REQUEST_TIMEOUT),
                login.url(), new Credentials(login.appId(), login.appSecret()), environment.clock(),
                environment.ticker(), environment.gates().of(login.url(), login.appId())), environment.ticker());
    }

    CloudSystems systems() {
        return systems;
    }

    /** The longest that a poll of one of its systems may take. */
    static Duration systemPollLimit() {
        return SLOWEST_CALL.multipliedBy(MOST_CALLS);
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public Optional<Duration> fullInterval() {
        return Optional.of(LIST_INTERVAL);
    }

    @Override
    public boolean hasFastPolls() {
        return false;
    }

    @Override
    public Duration pollLimit() {
        return SLOWEST_CALL;
    }

    /** Fetches the list; its systems are polled by those whom they belong to. */
    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        systems.refreshIfOld();
        return List.of();
    }

    @Override
    public void tryAgain() {
        systems.account().tryAgain();
    }

    @Override
    public void cut() {
        systems.account().cut();
    }
}
