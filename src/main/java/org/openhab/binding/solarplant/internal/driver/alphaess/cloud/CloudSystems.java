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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudAccount;

/**
 * The systems of an account. The list is fetched for all of them together, since asking twice within seconds has been
 * taken amiss (alphaess.md §1.12). What was known stays until there is another list.
 */
@NonNullByDefault
public final class CloudSystems {

    private final CloudAccount account;
    private volatile @Nullable Map<String, CloudSystem> systems;

    public CloudSystems(CloudAccount account) {
        this.account = account;
    }

    /** The account itself. */
    public CloudAccount account() {
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
        return known == null ? Optional.of(CloudSystem.unknown(serial)) : Optional.ofNullable(known.get(serial));
    }

    /**
     * Fetches the list. An empty one is an account without systems; none at all is a failure.
     *
     * @throws PollException if it did not come
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public void refresh() throws PollException, InterruptedException {
        switch (answer()) {
            case Answer.Payload payload when Json.of(payload.data()).isList() -> {
                Map<String, CloudSystem> found = new LinkedHashMap<>();
                Json.of(payload.data()).list()
                        .forEach(entry -> CloudSystem.of(entry).ifPresent(one -> found.put(one.serial(), one)));
                systems = found;
            }
            case Answer.ClockOff clock -> throw new PollException(CloudFailures.clock(clock.ahead()), null);
            case Answer.Refused refusal -> throw new PollException(CloudFailures.of(refusal, ""), null);
            case Answer.Payload payload -> throw new PollException(new Failure(Failure.Kind.NO_DATA), null);
            case Answer.NoData noData -> throw new PollException(new Failure(Failure.Kind.NO_DATA), null);
        }
    }

    private Answer answer() throws PollException, InterruptedException {
        try {
            return account.get("getEssList", Map.of());
        } catch (TransportException e) {
            throw Failures.of(e);
        }
    }
}
