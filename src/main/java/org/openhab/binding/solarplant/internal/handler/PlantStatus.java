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

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.driver.Serials;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;

/**
 * The plant's status: online as soon as something answers or nothing is to be asked, with a sentence where something is
 * amiss. Only an account that is refused while nothing else works puts it offline.
 */
@NonNullByDefault
final class PlantStatus {

    private PlantStatus() {}

    /**
     * The status to show; nothing as long as first answers are awaited.
     *
     * @param fleet how many things bring a driver
     * @param drivers how the polls of each driver go
     * @param account why the account's list of systems cannot be had
     * @param wanted what the user has configured
     * @param snapshot the devices of the plant
     */
    static Optional<ThingStatusInfo> of(FleetView fleet, Collection<PollStats> drivers, Optional<Failure> account,
            PlantConfiguration wanted, PlantSnapshot snapshot) {
        boolean rejected = account.filter(why -> why.kind().stopsWire()).isPresent();
        if (drivers.stream().anyMatch(PollStats::connected) || drivers.isEmpty() && !rejected) {
            return online(wanted.isAccountIncomplete()
                    ? "@text/plant.account-incomplete"
                    : account.map(why -> rejected
                            ? "@text/plant.account-credentials"
                            : "@text/plant.account-failed")
                            .or(() -> unknownGridMeter(drivers, wanted, snapshot)).orElse(null));
        }
        if (drivers.stream().anyMatch(stats -> stats.polls() == 0 && stats.lastFailure().isEmpty())) {
            return Optional.empty();
        }
        return rejected
                ? Optional.of(new ThingStatusInfo(ThingStatus.OFFLINE, ThingStatusDetail.CONFIGURATION_ERROR,
                        "@text/offline.credentials"))
                : online(noneConnected(fleet.total() - fleet.disabled()));
    }

    private static String noneConnected(long devices) {
        return devices == 1
                ? "@text/plant.not-connected"
                : TranslatedText.of("plant.none-connected", List.of(Long.toString(devices)));
    }

    /** A grid meter that nobody tells of, although everybody has been asked. */
    private static Optional<String> unknownGridMeter(Collection<PollStats> drivers, PlantConfiguration wanted,
            PlantSnapshot snapshot) {
        boolean isEverybodyHeard = !drivers.isEmpty()
                && drivers.stream().allMatch(stats -> stats.connected() && stats.lastSuccess().isPresent());
        return wanted.gridDevice().filter(meter -> isEverybodyHeard && snapshot.device(meter).isEmpty()).map(
                meter -> TranslatedText.of("plant.grid-meter-unknown", List.of(meter.kind().id() + ":"
                        + Serials.shortened(meter.key()))));
    }

    private static Optional<ThingStatusInfo> online(@Nullable String text) {
        return Optional.of(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, text));
    }
}
