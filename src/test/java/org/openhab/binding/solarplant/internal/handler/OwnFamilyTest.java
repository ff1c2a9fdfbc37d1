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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;
import org.openhab.binding.solarplant.sim.Space;
import org.openhab.binding.solarplant.sim.SunSpecImage;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.types.Command;

/** A family of inverters that a file of the user's describes: here the one of docs/own-profiles.md, word for word. */
@NonNullByDefault
@Timeout(120)
class OwnFamilyTest {

    private static final int POWER = 40_084;

    private final Path folder;
    private final OwnProfileRig rig;

    OwnFamilyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.rig = new OwnProfileRig(folder, Map.of("allowControl", true, "requestTimeout", 1));
        rig.write("sunspec-inverter.json", OwnProfileRig.example());
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private ThingUID online(MapImage image) throws IOException {
        ThingUID thing = rig.add("roof", rig.plant.simulate(image), Map.of());
        rig.plant.awaitShown(thing);
        return thing;
    }

    private void command(ThingUID thing, String channel, Command command) throws Exception {
        rig.plant.host.command(new ChannelUID(thing, channel), command).get();
    }

    private Set<String> channels(ThingUID thing) {
        return rig.plant.thing(thing).getChannels().stream().map(Channel::getUID).map(ChannelUID::getId)
                .collect(Collectors.toSet());
    }

    @Test
    void theExampleReadsASunSpecInverter() throws IOException {
        ThingUID roof = online(SunSpecImage.hybrid(OwnProfileRig.SERIAL));
        Map<String, String> states = Map.ofEntries(Map.entry("output#power", "5230 W"),
                Map.entry("pv#power", "5391 W"), Map.entry("output#l1-current", "7.58 A"),
                Map.entry("output#l2-voltage", "229.8 V"), Map.entry("output#frequency", "49.99 Hz"),
                Map.entry("energy#output-total", "12345.678 kWh"), Map.entry("status#run-mode", "normal"),
                Map.entry("status#fault", "none"), Map.entry("pv#string-1-power", "3305 W"),
                Map.entry("pv#string-2-voltage", "392.1 V"), Map.entry("battery#state-of-charge", "63.5 %"),
                Map.entry("settings#min-state-of-charge", "12 %"), Map.entry("settings#grid-charge", "OFF"),
                Map.entry("poll#rejected-values", "0"));
        assertEquals(states, states.keySet().stream().collect(Collectors.toMap(id -> id,
                id -> plain(rig.plant.text(roof, id)))));
        assertTrue(rig.plant.text(roof, "status#temperature").startsWith("41.3 "));
        // the device says that it does not know this
        assertTrue(!channels(roof).contains("output#apparent-power"), channels(roof)::toString);
        Map<String, String> properties = rig.plant.thing(roof).getProperties();
        assertEquals(List.of("Sunny Works", "SW 10.0-3", "1.7.3", OwnProfileRig.SERIAL),
                List.of(properties.get("vendor"), properties.get("modelId"),
                        properties.get(Thing.PROPERTY_FIRMWARE_VERSION),
                        properties.get(Thing.PROPERTY_SERIAL_NUMBER)));
        ThingUID battery = rig.plant.addPart("battery", "store", "battery:" + OwnProfileRig.SERIAL + "-battery-1");
        rig.plant.awaitState(battery, "battery#state-of-charge", "63.5 %");
        assertEquals(List.of(), rig.complaints);
    }

    /** Trailing zeros say how a device counts, and no more. */
    private static String plain(String state) {
        return state.replaceAll("(\\.\\d*?)0+(?= |$)", "$1").replaceAll("\\.(?= |$)", "");
    }

    @Test
    void whatADeviceLacksIsNotMissed() throws IOException {
        ThingUID roof = online(SunSpecImage.plain(OwnProfileRig.SERIAL));
        assertEquals("5230 W", plain(rig.plant.text(roof, "output#power")));
        assertTrue(channels(roof).stream().noneMatch(id -> id.matches("(battery|settings)#.*|pv#string.*")),
                channels(roof)::toString);
    }

    @Test
    void aScaleThatChangesGoesWithItsValue() throws IOException {
        MapImage image = SunSpecImage.hybrid(OwnProfileRig.SERIAL);
        ThingUID roof = online(image);
        image.put(Space.HOLDING, POWER, 61204, -1);
        // int16: -4332 tenths
        rig.plant.passUntil(Duration.ofSeconds(15), () -> "-433.2 W".equals(rig.plant.text(roof, "output#power")));
        // a scale that cannot be says nothing about the value
        image.put(Space.HOLDING, POWER, 700, 77);
        rig.plant.passUntil(Duration.ofSeconds(15), () -> !"0".equals(rig.plant.text(roof, "poll#rejected-values")));
        assertEquals("-433.2 W", rig.plant.text(roof, "output#power"));
    }

    @Test
    void settingsAreWrittenAndReadBack() throws Exception {
        MapImage image = SunSpecImage.hybrid(OwnProfileRig.SERIAL);
        ThingUID roof = online(image);
        command(roof, "settings#min-state-of-charge", new DecimalType(20));
        rig.plant.passUntil(Duration.ofSeconds(1),
                () -> "20 %".equals(plain(rig.plant.text(roof, "settings#min-state-of-charge"))));
        assertEquals(2000, image.read(Space.HOLDING, 40_311).orElseThrow());
        command(roof, "settings#grid-charge", OnOffType.ON);
        rig.plant.passUntil(Duration.ofSeconds(1), () -> "ON".equals(rig.plant.text(roof, "settings#grid-charge")));
        assertEquals(1, image.read(Space.HOLDING, 40_321).orElseThrow());
        // out of range
        command(roof, "settings#min-state-of-charge", new DecimalType(3));
        rig.plant.passUntil(Duration.ofSeconds(1), () -> !rig.plant.log.complaints().isEmpty());
        assertTrue(rig.plant.log.complaints().getFirst().contains("min-state-of-charge"),
                rig.plant.log.complaints()::toString);
        assertEquals(2000, image.read(Space.HOLDING, 40_311).orElseThrow());
    }

    @Test
    void devicesBehindOneGatewayAreToldApartByUnitId() throws IOException {
        ModbusSimulator gateway = rig.plant.simulate(SimulatorOptions.modbusTcp()
                .unit(7, SunSpecImage.plain("SEVEN-0007")).unit(8, SunSpecImage.plain("EIGHT-0008")));
        ThingUID seven = rig.add("seven", gateway, Map.of("unitId", 7));
        ThingUID eight = rig.add("eight", gateway, Map.of("unitId", 8));
        rig.plant.awaitOnline(seven);
        rig.plant.awaitOnline(eight);
        assertEquals("EIGHT-0008",
                rig.plant.thing(eight).getProperties().get(Thing.PROPERTY_SERIAL_NUMBER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40000 | 0   | register 40000 says S and not SunS
            40070 | 101 | register 40070 says 101 and not 103
            """)
    void anotherFamilyIsRefused(int register, int value, String said) throws IOException {
        MapImage image = SunSpecImage.hybrid(OwnProfileRig.SERIAL).put(Space.HOLDING, register, value);
        if (register == 40_000) {
            image.put(Space.HOLDING, register, 'S' << 8);
        }
        ThingUID roof = rig.add("roof", rig.plant.simulate(image), Map.of());
        assertTrue(rig.complaint(roof).contains(said), rig.complaint(roof));
        image.put(Space.HOLDING, 40_000, 0x5375).put(Space.HOLDING, 40_070, 103);
        rig.awaitHealed(roof);
    }

    @Test
    void whoHasNoSuchRegistersIsOfAnotherFamily() throws IOException {
        ThingUID roof = rig.add("roof", rig.plant.simulate(TestPlant.hybrid()), Map.of());
        assertTrue(rig.complaint(roof).contains("register 40000 says - and not SunS"), rig.complaint(roof));
    }

    @Test
    void anotherSerialNumberThanConfiguredIsRefused() throws IOException {
        ThingUID roof = rig.add("roof", rig.plant.simulate(SunSpecImage.plain(OwnProfileRig.SERIAL)),
                Map.of("serial", "SW10-2026-0816"));
        assertTrue(rig.complaint(roof).contains("SW10…815"), rig.complaint(roof));
    }

    @Test
    void aDeviceThatTellsNoSerialNumberIsKnownByTheConfiguredOne() throws IOException {
        rig.write("mute.json", OwnProfileRig.example().replaceFirst("says\": \"firmware\" },(?s:.*?)\\]",
                "says\": \"firmware\" } ]"));
        ModbusSimulator device = rig.plant.simulate(SunSpecImage.plain("UNREAD-0001"));
        ThingUID nameless = rig.add("nameless", device, Map.of("profile", "mute"));
        assertTrue(rig.complaint(nameless).contains("mute"), rig.complaint(nameless));
        ThingUID named = rig.add("named", rig.plant.simulate(SunSpecImage.plain("UNREAD-0001")),
                Map.of("profile", "mute", "serial", "GARAGE-1"));
        rig.plant.awaitOnline(named);
        assertEquals("GARAGE-1", rig.plant.thing(named).getProperties().get(Thing.PROPERTY_SERIAL_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({"sunspec", "../sunspec-inverter", "/etc/passwd"})
    void anUnknownProfileIsNamedAndSoAreThoseThatExist(String profile) throws IOException {
        rig.write("another.json", "{}");
        Files.createDirectories(folder.resolve("solax"));
        ThingUID roof = rig.add("roof", rig.plant.simulate(SunSpecImage.plain(OwnProfileRig.SERIAL)),
                Map.of("profile", profile));
        String text = rig.complaint(roof);
        assertTrue(text.contains(profile) && text.contains(": another sunspec-inverter."), text);
        assertTrue(text.contains(folder.toString()), text);
    }

    @Test
    void withoutAProfileNobodyIsAsked() throws IOException {
        ModbusSimulator device = rig.plant.simulate(SunSpecImage.plain(OwnProfileRig.SERIAL));
        ThingUID roof = rig.add("roof", device, Map.of("profile", " "));
        assertTrue(rig.complaint(roof).startsWith("No profile is set."), rig.complaint(roof));
        assertEquals(List.of(), device.requests());
    }

    @Test
    void aBrokenFileIsNamedWithItsLineAndStopsNobodyElse() throws IOException {
        String good = OwnProfileRig.example();
        int line = (int) good.substring(0, good.indexOf("output#power")).lines().count();
        rig.write("broken.json", good.replace("output#power\"", "output#pover\""));
        ThingUID other = online(SunSpecImage.plain("OTHER-0001"));
        ThingUID roof = rig.add("broken", rig.plant.simulate(SunSpecImage.plain(OwnProfileRig.SERIAL)),
                Map.of("profile", "broken"));
        String text = rig.complaint(roof);
        assertTrue(text.contains(folder.resolve("broken.json") + "  line " + line + ": "), text);
        assertTrue(text.contains("output#pover"), text);
        rig.plant.pass(Duration.ofMinutes(1));
        rig.plant.pass(Duration.ofMinutes(1));
        assertEquals(ThingStatus.ONLINE, rig.plant.status(other).getStatus());
        assertEquals(
                List.of(folder.resolve("broken.json") + ", line " + line + ": there is no metric \"output#pover\""),
                rig.complaints);
        rig.write("broken.json", good);
        rig.awaitHealed(roof);
        assertEquals(1, rig.complaints.size());
    }

    @Test
    void aFileThatWasMendedIsTakenWhenTheThingIsEnabledAgain() throws IOException {
        rig.write("late.json", "{");
        ThingUID roof = rig.add("roof", rig.plant.simulate(SunSpecImage.plain(OwnProfileRig.SERIAL)),
                Map.of("profile", "late"));
        assertTrue(rig.complaint(roof).contains("line 1: no proper JSON"), rig.complaint(roof));
        rig.plant.host.setEnabled(roof, false);
        rig.write("late.json", OwnProfileRig.example());
        rig.plant.host.setEnabled(roof, true);
        rig.plant.awaitOnline(roof);
    }
}
