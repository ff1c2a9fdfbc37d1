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

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;
import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.ZONE;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.driver.MapMemory;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudAccount;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudFault;
import org.openhab.binding.solarplant.sim.CloudScope;

/** The driver of a system, an account for it, and a simulated cloud behind real HTTP. */
@NonNullByDefault
final class DriverRig implements AutoCloseable {

    static final DeviceId SYSTEM = new DeviceId(DeviceKind.INVERTER, SERIAL);
    static final DeviceId BATTERY = SYSTEM.part(DeviceKind.BATTERY, 1);
    static final DeviceId PV_METER = SYSTEM.part(DeviceKind.METER, 2);

    final CloudRig rig;
    final CloudAccount account;
    final CloudSystems systems;
    final AlphaEssCloudDriver driver;
    /** What the user says of the battery; takes effect with the next driver. */
    ToldCapacity capacity = new ToldCapacity(Optional.empty());
    final DeviceMemory memory = new MapMemory();
    private List<Reading> readings = List.of();

    DriverRig() throws IOException {
        this(CloudRig.NOON);
    }

    DriverRig(Instant begin) throws IOException {
        rig = new CloudRig(begin);
        account = rig.account();
        systems = new CloudSystems(account, rig.time);
        driver = driver(SERIAL);
    }

    /** A further system's driver. */
    AlphaEssCloudDriver driver(String serial) {
        return new AlphaEssCloudDriver(systems, account, serial, capacity, memory, rig.time, rig.time, () -> ZONE);
    }

    /** With the list of the account's systems, which comes before all else. */
    DriverRig listed() throws Exception {
        systems.refresh(account);
        rig.asked();
        return this;
    }

    /** An endpoint says this from now on, with the envelope around it. */
    void says(String endpoint, String data) {
        rig.cloud.bodies().put(endpoint, "{\"code\":200,\"msg\":\"Success\",\"expMsg\":null,\"data\":" + data
                + ",\"extra\":null}");
    }

    /** Only these endpoints say anything; all others have no data. */
    void onlySays(Map<String, String> data) {
        List.of("getLastPowerData", "getOneDateEnergyBySn", "getSumDataForCustomer", "getOneDayPowerBySn",
                "getChargeConfigInfo", "getDisChargeConfigInfo", "getTimeChargeBySn", "getEvChargerConfigList",
                "getEvChargerStatusBySn", "getEvChargerCurrentsBySn")
                .forEach(endpoint -> says(endpoint, data.getOrDefault(endpoint, "null")));
    }

    /** This goes wrong at one endpoint until faults are cleared. */
    void fails(String endpoint, CloudFault fault) {
        rig.cloud.faults().add(fault, CloudScope.ALWAYS.endpoint(endpoint));
    }

    void heals() {
        rig.cloud.faults().clear();
    }

    void pass(long seconds) {
        rig.time.pass(Duration.ofSeconds(seconds));
    }

    /** Lets time pass until then. */
    void until(Instant then) {
        rig.time.pass(Duration.between(rig.time.instant(), then));
    }

    List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        readings = driver.poll(cadence);
        return readings;
    }

    List<Reading> full() throws PollException, InterruptedException {
        return poll(Cadence.FULL);
    }

    List<Reading> fast() throws PollException, InterruptedException {
        return poll(Cadence.FAST);
    }

    /** Why the next poll fails. */
    Failure failure(Cadence cadence) {
        return assertThrows(PollException.class, () -> poll(cadence)).failure();
    }

    Failure.Kind failureKind(Cadence cadence) {
        return failure(cadence).kind();
    }

    Optional<Reading> reading(DeviceId device) {
        return readings.stream().filter(reading -> reading.device().id().equals(device)).findFirst();
    }

    /** A value of the last poll as text; empty if there is none. */
    String value(DeviceId device, String metric) {
        return reading(device).map(reading -> text(reading.values().get(Metrics.of(metric)))).orElse("");
    }

    String value(String metric) {
        return value(SYSTEM, metric);
    }

    /** All that the last poll said of a device. */
    Map<String, String> values(DeviceId device) {
        return reading(device).map(reading -> reading.values().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), entry -> text(entry.getValue()))))
                .orElse(Map.of());
    }

    private static String text(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Value.Amount(BigDecimal number) -> number.toPlainString();
            case Value.Text(String text) -> text;
            case Value.Switch(boolean on) -> on ? "on" : "off";
            case Value.Moment(Instant at) -> at.toString();
            case Value.Unset() -> "unset";
        };
    }

    @Override
    public void close() {
        driver.close();
        rig.close();
    }
}
