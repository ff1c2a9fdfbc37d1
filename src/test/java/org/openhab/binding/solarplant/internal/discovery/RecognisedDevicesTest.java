/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.openhab.binding.solarplant.internal.profile.OwnProfiles;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.sim.AlphaEssImage;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.DongleOptions;
import org.openhab.binding.solarplant.sim.DongleSimulator;
import org.openhab.binding.solarplant.sim.GivEnergyPlant;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.Request;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxMicImage;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/** What a scan makes of devices that answer. */
@NonNullByDefault
@Timeout(120)
class RecognisedDevicesTest {

    private static final int OWNER = 0x11;

    private final ScanRig rig = new ScanRig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private static DiscoveryResult only(List<DiscoveryResult> offers) {
        assertEquals(1, offers.size(), offers::toString);
        return offers.getFirst();
    }

    private void assertWorks(DiscoveryResult offer) {
        ThingUID uid = offer.getThingUID();
        assertTrue(rig.await(() -> rig.host.inbox().results().stream().anyMatch(r -> r.getThingUID().equals(uid))));
        rig.host.approve(uid);
        assertTrue(rig.host.awaitStatus(uid, ThingStatus.ONLINE, ScanRig.LIMIT));
        assertEquals(List.of(), rig.host.inbox().results().stream().filter(r -> r.getThingUID().equals(uid)).toList());
    }

    private static DongleOptions dongle(int code, String serial) {
        return DongleOptions.empty().device(OWNER, DongleDevice.of(serial, new MapImage()
                .zeros(Space.HOLDING, 0, 59).put(Space.HOLDING, 0, code).putText(Space.HOLDING, 13, 5, serial)
                .put(Space.HOLDING, 21, 449)));
    }

    @Test
    void aSolaxInverterIsOfferedWithAllItsSettings() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(ScanRig.solax());
        DiscoveryResult offer = only(rig.scan());
        assertEquals(new ThingUID("solarplant:inverter:home:H34A10DEMO0001"), offer.getThingUID());
        assertEquals(ScanRig.PLANT, offer.getBridgeUID());
        assertEquals("SolaX X3-Hybrid-G4 H34A…001", offer.getLabel());
        assertEquals("serialNumber", offer.getRepresentationProperty());
        assertEquals(Map.of("connection", "solax-modbus", "host", "127.0.0.1", "port", device.port(), "serial",
                "H34A10DEMO0001", "serialNumber", "H34A10DEMO0001"), offer.getProperties());
        Request asked = device.requests().getFirst();
        assertEquals(1, device.requests().size(), "nothing is asked but the serial number");
        assertEquals(List.of(3, 0x0000, 7, 1),
                List.of(asked.function(), asked.start(), asked.count(), asked.unit()));
        assertWorks(offer);
    }

    @Test
    void theUsualPortNeedsNoSetting() throws Exception {
        RegisterTransport wire = Mockito.mock(RegisterTransport.class);
        // H34A10DEMO0001
        Mockito.when(wire.read(1, RegisterSpace.HOLDING, 0, 7))
                .thenReturn(new int[]{0x4833, 0x3441, 0x3130, 0x4445, 0x4D4F, 0x3030, 0x3031});
        Door<RegisterTransport> usual = Door.modbus(502, new ProfileStore(), Door.Waiting.USUAL);
        Find find = usual.ask(wire, "192.168.1.5").orElseThrow();
        assertEquals("H34A10DEMO0001", find.device().id().key());
        assertEquals(Optional.empty(), find.port());
        assertEquals(List.of(502, 8899), Door.usual(new ProfileStore()).stream().map(Door::port).toList());
    }

    @Test
    void aModelThatTheUserHasAddedIsOffered(@TempDir Path folder) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("solax")).resolve("models.json"),
                """
                        { "models": [ { "prefix": "ZZ9", "model": "X3-Own", "profile": "hybrid", "facts": { "phases": 3 } } ] }""");
        ModbusSimulator device = rig.withPlant().modbus(new MapImage().putText(Space.HOLDING, 0, 7, "ZZ9A10DEMO0001"));
        ProfileStore profiles = new ProfileStore(new OwnProfiles(folder, Assertions::fail));
        rig.doors.set(0, Door.modbus(device.port(), profiles,
                new Door.Waiting(ScanRig.PATIENT, ScanRig.PATIENT, Ticker.SYSTEM)));
        assertEquals("SolaX X3-Own ZZ9A…001", only(rig.scan()).getLabel());
    }

    @Test
    void aStringInverterIsFoundWhereItKeepsItsNumber() throws Exception {
        rig.withPlant().modbus(SolaxMicImage.mic(ScanRig.CURVE, ScanRig.NOON));
        assertEquals("solarplant:inverter:home:MC210TDEMO0001", only(rig.scan()).getThingUID().getAsString());
    }

    @Test
    void anAlphaEssSystemIsFoundOverTheSameConnection() throws Exception {
        ModbusSimulator device = rig.withPlant().modbus(SimulatorOptions.modbusTcp().maxConnections(1).unit(85,
                new AlphaEssImage("AL7000000000001", ScanRig.CURVE, ScanRig.NOON)), ScanRig.PATIENT);
        DiscoveryResult offer = only(rig.scan());
        assertEquals("AlphaESS Inverter AL70…001", offer.getLabel());
        assertEquals(Map.of("connection", "alphaess-modbus", "host", "127.0.0.1", "port", device.port(), "serial",
                "AL7000000000001", "serialNumber", "AL7000000000001"), offer.getProperties());
        assertEquals(1, device.connectionsAccepted(), "many devices bear one master only");
        assertWorks(offer);
    }

    @Test
    void aGivEnergyInverterIsOfferedAsWhatItIs() throws Exception {
        DongleSimulator dongle = rig.withPlant().dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).inverter());
        DiscoveryResult offer = only(rig.scan());
        assertEquals("GivEnergy AC-coupled 3.0 kW CE25…001", offer.getLabel());
        assertEquals(Map.of("connection", "givenergy", "host", "127.0.0.1", "port", dongle.port(), "serial",
                GivEnergyPlant.REACHABLE, "serialNumber", GivEnergyPlant.REACHABLE), offer.getProperties());
        assertEquals(List.of(0), dongle.requests().stream().map(Request::start).toList(),
                "one page, and none of the addresses behind");
    }

    @Test
    void anEmsIsOfferedAsOneAndWorks() throws Exception {
        rig.withPlant().dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).ems());
        DiscoveryResult offer = only(rig.scan());
        assertEquals("solarplant:ems:home:" + GivEnergyPlant.EMS, offer.getThingUID().getAsString());
        assertWorks(offer);
    }

    @ParameterizedTest
    @CsvSource({"0x7001, gateway", "0x5001, ems", "0x2001, inverter", "0x8001, inverter"})
    void theTypeOfThingFollowsTheTypeOfDevice(String code, String type) throws Exception {
        rig.withPlant().dongle(dongle(Integer.decode(code), "GW2501A001"));
        assertEquals("solarplant:" + type + ":home:GW2501A001", only(rig.scan()).getThingUID().getAsString());
    }

    @Test
    void whatNobodyKnowsIsNotOffered() throws Exception {
        rig.withPlant().modbus(new MapImage().putText(Space.HOLDING, 0, 7, "ZZ9A10DEMO0001"));
        rig.modbus(new MapImage().zeros(Space.HOLDING, 0, 0x1A20));
        rig.modbus(new MapImage());
        // some other maker's device that looks at no unit id and keeps a text just there
        rig.modbus(new MapImage().putText(Space.HOLDING, 0x0743, 8, "SB70000000000001"));
        rig.dongle(dongle(0xF001, "GW2501A001"));
        rig.dongle(dongle(0x2001, "GW25!01A01"));
        assertEquals(List.of(), rig.scan());
    }

    @Test
    void labelsAreInTheUsersLanguage() throws Exception {
        try (ScanRig german = new ScanRig(Locale.GERMAN)) {
            german.withPlant().modbus(SimulatorOptions.modbusTcp().unit(85,
                    new AlphaEssImage("AL7000000000001", ScanRig.CURVE, ScanRig.NOON)), ScanRig.PATIENT);
            assertEquals("AlphaESS Wechselrichter AL70…001", only(german.scan()).getLabel());
        }
    }

    @Test
    void allOfANetworkAreFoundInOneScan() throws Exception {
        rig.withPlant().modbus(ScanRig.solax());
        rig.modbus(new SolaxImage(SolaxModel.x1(), ScanRig.CURVE, ScanRig.NOON));
        rig.dongle(new GivEnergyPlant(ScanRig.CURVE, ScanRig.NOON).ems());
        rig.scan();
        assertEquals(List.of("solarplant:ems:home:EMS2501001", "solarplant:inverter:home:H34A10DEMO0001",
                "solarplant:inverter:home:H450DEMO000001"), rig.offeredIds());
    }
}
