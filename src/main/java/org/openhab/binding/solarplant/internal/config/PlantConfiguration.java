/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.alert.Thresholds;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollSettings;

/** The configuration of a plant. */
@NonNullByDefault
public class PlantConfiguration {

    private static final String CLOUD = "https://openapi.alphaess.com/api";

    /** {@code normal} or {@code alternating}. */
    public String pollMode = PollMode.ALTERNATING.id();
    /** Seconds between full polls, 5–3600. */
    public int refreshInterval = 60;
    /** Seconds between fast ticks, 5–300. */
    public int fastInterval = 15;
    /** Polls at the same time, 1–100. */
    public int maxConcurrent = 10;
    /** Seconds to connect, 1–60. */
    public int connectTimeout = 3;
    /** Seconds to one answer, 1–60. */
    public int requestTimeout = 5;
    /** The device whose grid power is the house's; empty for the sum over the inverters. */
    public String gridMeter = "";

    /** Whether devices may be set. */
    public boolean allowControl;
    /** How often a device may be set on one day where that wears it out, 1–1000. */
    public int dailyWrites = 100;

    /** State of charge in % below which a battery is low, 0–90; 0 for never. */
    public int batteryLow = 10;
    /** State of charge in % below which a battery is empty, 0–90; 0 for never. */
    public int batteryCritical = 3;
    /** °C above which a battery is too hot, 0–100; 0 for never. */
    public int batteryTemperature = 50;
    /** °C above which an inverter is too hot, 0–150; 0 for never. */
    public int inverterTemperature = 80;
    /** Share in % of its siblings' PV power below which an inverter gives too little, 0–90; 0 for never. */
    public int pvLow = 60;

    /** The AppID of an AlphaESS account; empty without one. */
    public String appId = "";
    /** The AppSecret that belongs to it. */
    public String appSecret = "";
    /** Where the account's cloud is; empty for the vendor's usual address. */
    public String cloudUrl = CLOUD;

    /** What is wrong with it, as a status text; nothing if it can be used. */
    public Optional<String> problem() {
        return Stream
                .of(Settings.outside("refreshInterval", refreshInterval, 5, 3600),
                        Settings.outside("fastInterval", fastInterval, 5, 300),
                        Settings.outside("maxConcurrent", maxConcurrent, 1, 100),
                        Settings.outside("connectTimeout", connectTimeout, 1, 60),
                        Settings.outside("requestTimeout", requestTimeout, 1, 60),
                        Settings.outside("dailyWrites", dailyWrites, 1, 1000),
                        Settings.outside("batteryLow", batteryLow, 0, 90),
                        Settings.outside("batteryCritical", batteryCritical, 0, 90), batteryAlertsProblem(),
                        Settings.outside("batteryTemperature", batteryTemperature, 0, 100),
                        Settings.outside("inverterTemperature", inverterTemperature, 0, 150),
                        Settings.outside("pvLow", pvLow, 0, 90), gridMeterProblem(), cloudUrlProblem())
                .flatMap(Optional::stream).findFirst();
    }

    /** How to poll by it. */
    public PollSettings polling() {
        PollMode mode = PollMode.NORMAL.id().equals(pollMode) ? PollMode.NORMAL : PollMode.ALTERNATING;
        return new PollSettings(mode, Duration.ofSeconds(refreshInterval), Duration.ofSeconds(fastInterval),
                maxConcurrent);
    }

    /** From which values on to warn. */
    public Thresholds thresholds() {
        return new Thresholds(batteryLow, batteryCritical, batteryTemperature, inverterTemperature, pvLow);
    }

    /** The device whose grid power is the house's. */
    public Optional<DeviceId> gridDevice() {
        return DeviceId.parse(gridMeter);
    }

    /** The AlphaESS account, if one is entered whole. */
    public Optional<CloudLogin> account() {
        return appId.isBlank() || appSecret.isBlank()
                ? Optional.empty()
                : Optional.of(new CloudLogin(appId.strip(), appSecret.strip(), cloud()));
    }

    /** Whether only half of what an account needs is entered. */
    public boolean isAccountIncomplete() {
        return appId.isBlank() != appSecret.isBlank();
    }

    private Optional<String> batteryAlertsProblem() {
        return batteryLow > 0 && batteryCritical >= batteryLow
                ? Optional.of("@text/offline.battery-alerts-invalid")
                : Optional.empty();
    }

    private Optional<String> gridMeterProblem() {
        return gridMeter.isBlank() || gridDevice().isPresent()
                ? Optional.empty()
                : Optional.of(TranslatedText.of("offline.grid-meter-invalid", List.of(gridMeter)));
    }

    private String cloud() {
        return cloudUrl.isBlank() ? CLOUD : cloudUrl.strip();
    }

    /** Who has no account needs no address. */
    private Optional<String> cloudUrlProblem() {
        return account().isEmpty() || cloud().matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._/-]*)?")
                ? Optional.empty()
                : Optional.of("@text/offline.cloud-url-invalid");
    }
}
