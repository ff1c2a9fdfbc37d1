/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;

/**
 * The systems of an account. The list is fetched for all of them together, since asking twice within seconds has been
 * taken amiss (alphaess.md §1.12). What was known stays until there is another list.
 */
@NonNullByDefault
public final class CloudSystems {

    /** The list hardly changes, but the health of the systems stands in it. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    /** After so many lists that did not come nobody knows how the systems feel. */
    private static final int MISSED = 3;
    /** Far more systems than an account of any home has: what goes beyond is left out. */
    static final int MOST = 1000;

    private final CloudApi account;
    private final Ticker ticker;
    private volatile @Nullable Map<String, CloudSystem> systems;
    private volatile long fetched;

    /**
     * @param ticker elapsed time
     */
    public CloudSystems(CloudApi account, Ticker ticker) {
        this.account = account;
        this.ticker = ticker;
    }

    /** The account itself. */
    public CloudApi account() {
        return account;
    }

    /** All systems by serial number; none before the list has been fetched. */
    public Map<String, CloudSystem> all() {
        Map<String, CloudSystem> known = systems;
        return known == null ? Map.of() : known;
    }

    /** What is known of this system; nothing if the list is there and does not have it. */
    Optional<CloudSystem> find(String serial) {
        Map<String, CloudSystem> known = systems;
        if (known == null) {
            return Optional.of(CloudSystem.unknown(serial));
        }
        boolean old = ticker.nanos() - fetched > GOOD_FOR.multipliedBy(MISSED).toNanos();
        return Optional.ofNullable(known.get(serial)).map(system -> old ? system.unseen() : system);
    }

    /**
     * Fetches the list if the last one is not good any more.
     *
     * @throws PollException if it did not come
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public void refreshIfOld() throws PollException, InterruptedException {
        if (systems == null || ticker.nanos() - fetched >= GOOD_FOR.toNanos()) {
            refresh(account);
        }
    }

    /**
     * Fetches the list. An empty one is an account without systems; none at all is a failure.
     *
     * @param by the account, as whoever wants the list uses it
     * @throws PollException if it did not come
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public void refresh(CloudApi by) throws PollException, InterruptedException {
        switch (answer(by)) {
            case Answer.Payload payload when Json.of(payload.data()).isList() -> {
                Map<String, CloudSystem> found = new LinkedHashMap<>();
                Json.of(payload.data()).list().stream().limit(MOST)
                        .forEach(entry -> CloudSystem.of(entry).ifPresent(one -> found.put(one.serial(), one)));
                fetched = ticker.nanos();
                systems = found;
            }
            case Answer.ClockOff clock -> throw new PollException(CloudFailures.clock(clock.ahead()), null);
            case Answer.Refused refusal -> throw new PollException(CloudFailures.of(refusal, ""), null);
            case Answer.Payload payload -> throw new PollException(new Failure(Failure.Kind.NO_DATA), null);
            case Answer.NoData noData -> throw new PollException(new Failure(Failure.Kind.NO_DATA), null);
        }
    }

    private static Answer answer(CloudApi by) throws PollException, InterruptedException {
        try {
            return by.get("getEssList", Map.of());
        } catch (TransportException e) {
            throw Failures.of(e);
        }
    }
}
