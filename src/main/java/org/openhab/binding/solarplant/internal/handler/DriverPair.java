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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;

/**
 * A thing's own driver, and the one that stands in for it where the same device is known from somewhere else, with how
 * their polls go. Used under the lock of its thing.
 */
@NonNullByDefault
final class DriverPair {

    private static final ThingStatusInfo ONLINE = online(null);

    private final DriverTarget own;
    private @Nullable DriverTarget standIn;
    private String standInFor = "";
    private @Nullable PollStats ownStats;
    private @Nullable PollStats standInStats;
    private boolean live = true;
    private volatile boolean delivers;

    DriverPair(DriverTarget own) {
        this.own = own;
    }

    DriverTarget own() {
        return own;
    }

    /** Whether this is one of the two. */
    boolean has(PollTarget driver) {
        return driver == own || driver == standIn;
    }

    /** Both of them, or the one that there is. */
    List<DriverTarget> all() {
        return Stream.concat(Stream.of(own), Stream.ofNullable(standIn)).toList();
    }

    /** Whether somebody stands in for the device with this serial number. */
    boolean isBackedUp(String serial) {
        return standInFor.equals(serial);
    }

    /** From now on this one stands in, or nobody. Returns who did it before. */
    Optional<DriverTarget> backUp(String serial, Optional<DriverTarget> other) {
        Optional<DriverTarget> before = Optional.ofNullable(standIn);
        standIn = other.orElse(null);
        standInStats = null;
        standInFor = serial;
        return before;
    }

    /** One of the two was polled. */
    void learn(PollTarget driver, PollStats news) {
        if (driver == own) {
            ownStats = news;
            delivers = news.connected() && news.lastFailure().isEmpty();
        } else {
            standInStats = news;
        }
    }

    /** Whether what is known of the device is fresh, as it was judged last. */
    boolean isLive() {
        return live;
    }

    /** From now on what is known of the device is fresh, or too old. */
    void live(boolean fresh) {
        live = fresh;
    }

    /** Whether the thing's own driver answers at present. By any thread. */
    boolean delivers() {
        return delivers;
    }

    /** How the polls of the thing's own driver go; nothing before the first. */
    Optional<PollStats> stats() {
        return Optional.ofNullable(ownStats);
    }

    /** What the thing's status is to be; nothing as long as nobody has been polled. */
    Optional<ThingStatusInfo> status() {
        if (isConnected(ownStats)) {
            return Optional.of(own.hindrance().map(this::hindered).orElse(ONLINE));
        }
        Optional<Failure> failure = stats().flatMap(PollStats::lastFailure);
        // where only the user can help, nobody may cover it up
        if (isConnected(standInStats) && failure.filter(why -> why.kind().needsUser()).isEmpty()) {
            return Optional.of(online("@text/online.cloud-stands-in"));
        }
        return failure.map(DriverPair::offline);
    }

    /** Slow is not bad, as long as nothing gets too old by it. */
    private ThingStatusInfo hindered(Failure hindrance) {
        return live
                ? online(TranslatedText.of("online." + hindrance.kind().id(), hindrance.arguments()))
                // what went wrong with the last poll tells more than that the cloud once complained
                : offline(stats().flatMap(PollStats::lastFailure).orElseGet(() -> new Failure(hindrance.kind())));
    }

    private static ThingStatusInfo offline(Failure failure) {
        return new ThingStatusInfo(ThingStatus.OFFLINE, StatusTexts.detail(failure), StatusTexts.text(failure));
    }

    private static ThingStatusInfo online(@Nullable String text) {
        return new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, text);
    }

    private static boolean isConnected(@Nullable PollStats stats) {
        return stats != null && stats.connected();
    }
}
