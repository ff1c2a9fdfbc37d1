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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** The configuration of an inverter, an EMS or a gateway. */
@NonNullByDefault
public class InverterConfiguration {

    /** The connection of a SolaX inverter. */
    public static final String SOLAX_MODBUS = "solax-modbus";
    /** An inverter of any vendor that a file of the user's own describes. */
    public static final String MODBUS = "modbus";

    /** The connection of a GivEnergy inverter, EMS or gateway. */
    public static final String GIVENERGY = "givenergy";

    /** The connection of an AlphaESS system on the local network. */
    public static final String ALPHAESS_MODBUS = "alphaess-modbus";

    /** The connection of an inverter that cannot be asked, but that an EMS or a gateway tells of. */
    public static final String VIA_EMS = "via-ems";

    /** The connection of a system that its vendor's cloud is asked about. */
    public static final String ALPHAESS_CLOUD = "alphaess-cloud";

    /** How it is spoken to; empty for the one that its kind has. */
    public String connection = "";
    /** Name or address of the inverter, dongle or gateway. */
    public String host = "";
    /** TCP port; null for the one that the vendor uses. */
    public @Nullable Integer port;
    /** Modbus address, 0–255; null for the one that the vendor uses. */
    public @Nullable Integer unitId;
    /** {@code tcp} or {@code rtu}. */
    public String framing = "tcp";
    /** Milliseconds between two requests; null for what the vendor asks for. */
    public @Nullable Integer requestGap;
    /** The most registers that one Modbus request asks for, 2–125; null for what the register map says. */
    public @Nullable Integer blockSize;
    /** The serial number that must answer; empty for any. */
    public String serial = "";
    /** Seconds between full polls; null for the plant's. */
    public @Nullable Integer refreshInterval;
    /** The model to take it for; empty to find out. */
    public String profile = "";
    /** kWh, where the inverter does not tell. */
    public @Nullable BigDecimal batteryCapacity;
    /** The largest export limit in W that may be set; null for what the model takes. */
    public @Nullable Integer exportLimitMax;

    /** Watts for each count of the register of the export limit: 0.1, 1 or 10; null for what the model has. */
    public @Nullable BigDecimal exportLimitScale;

    /** kWp; null or 0 if the panels are not to be compared with others. */
    public @Nullable BigDecimal pvPeak;

    /** What is wrong with it, as a status text; nothing if it can be used. */
    public Optional<String> problem() {
        return Stream.of(missing(), outside("port", port, 1, 65535), outside("unitId", unitId, 0, 255),
                outside("requestGap", requestGap, 0, 10_000), outside("blockSize", blockSize, 2, 125),
                outside("refreshInterval", refreshInterval, 5, 3600),
                outside("batteryCapacity", batteryCapacity, 0, 10_000), outside("pvPeak", pvPeak, 0, 10_000),
                outside("exportLimitMax", exportLimitMax, 0, 1_000_000), scaleProblem())
                .flatMap(Optional::stream).findFirst();
    }

    /** Whether nobody is to be asked: an EMS or a gateway tells of it. */
    public boolean isViaEms() {
        return VIA_EMS.equals(connection);
    }

    private Optional<String> missing() {
        return isViaEms() && serial.isBlank() ? Optional.of("@text/offline.serial-missing") : Optional.empty();
    }

    private Optional<String> scaleProblem() {
        return exportLimitScale == null || exportLimitScale().isPresent()
                ? Optional.empty()
                : Optional.of("@text/offline.export-limit-scale-invalid");
    }

    private static Optional<String> outside(String name, @Nullable Number value, int min, int max) {
        return value == null ? Optional.empty() : Settings.outside(name, value, min, max);
    }

    /** The TCP port, if the user sets it. */
    public Optional<Integer> port() {
        return Optional.ofNullable(port);
    }

    /** The Modbus address, if the user sets it. */
    public Optional<Integer> unitId() {
        return Optional.ofNullable(unitId);
    }

    /** The serial number that must answer, if the user sets it; in capitals, as devices tell theirs. */
    public Optional<String> serial() {
        return Optional.of(serial.strip().toUpperCase(Locale.ROOT)).filter(text -> !text.isEmpty());
    }

    /** The largest export limit in W that may be set, if the user sets it. */
    public Optional<Integer> exportLimitMax() {
        return Optional.ofNullable(exportLimitMax);
    }

    /** The power of ten by which the register of the export limit is scaled, if the user sets it and it is one. */
    public Optional<Integer> exportLimitScale() {
        return Optional.ofNullable(exportLimitScale)
                .flatMap(scale -> IntStream.rangeClosed(-1, 1).boxed()
                        .filter(exponent -> scale.compareTo(BigDecimal.ONE.movePointRight(exponent)) == 0).findFirst());
    }

    /** Peak power of the panels in kWp, if they are to be compared with others. */
    public Optional<BigDecimal> pvPeak() {
        return Optional.ofNullable(pvPeak).filter(peak -> peak.signum() > 0);
    }

    /** The pause between two requests, if the user sets it. */
    public Optional<Duration> requestGap() {
        return Optional.ofNullable(requestGap).map(Duration::ofMillis);
    }

    /** The most registers that one Modbus request asks for, if the user sets it. */
    public Optional<Integer> blockSize() {
        return Optional.ofNullable(blockSize);
    }

    /** From one full poll to the next, if the user sets it. */
    public Optional<Duration> fullInterval() {
        return Optional.ofNullable(refreshInterval).map(Duration::ofSeconds);
    }
}
