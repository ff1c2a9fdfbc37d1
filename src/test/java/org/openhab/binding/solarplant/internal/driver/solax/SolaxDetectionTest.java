/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.solax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.sim.ExceptionCode;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.Scope;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxMicImage;
import org.openhab.binding.solarplant.sim.SolaxModel;
import org.openhab.binding.solarplant.sim.Space;

/** Who answers: serial number, model and register map of each family (solax.md §2). */
@NonNullByDefault
@Timeout(30)
class SolaxDetectionTest {

    private static Reading poll(SolaxRig rig) throws PollException, InterruptedException {
        return rig.driver.poll(Cadence.FULL).getFirst();
    }

    private static Failure failure(SolaxRig rig) {
        return assertThrows(PollException.class, () -> poll(rig)).failure();
    }

    /** All registers of a hybrid readable, nothing in them but the serial number. */
    private static MapImage blank(String serial) {
        return new MapImage().zeros(Space.HOLDING, 0, 0x18F).zeros(Space.INPUT, 0, 0x3FF).putText(Space.HOLDING, 0, 7,
                serial);
    }

    private static String swapped(String text) {
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i < text.length(); i += 2) {
            swapped.append(text.charAt(i + 1)).append(text.charAt(i));
        }
        return swapped.toString();
    }

    @Test
    void hybridTellsWhatItIs() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3()))) {
            Reading reading = poll(rig);
            Device device = reading.device();
            assertEquals(DeviceKind.INVERTER, device.id().kind());
            assertEquals("H34A10DEMO0001", device.id().key());
            assertNull(device.owner());
            assertEquals(Map.of("vendor", "SolaX", "modelId", device.properties().get("modelId"), "serialNumber",
                    "H34A10DEMO0001", "firmwareVersion", "DSP 1.29, ARM 1.27"), device.properties());
            assertTrue(device.properties().get("modelId").startsWith("X3-Hybrid-G4"));
            assertEquals(SolaxRig.NOON, reading.at());
            assertEquals("3:0000+7", rig.requests().getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({"L30E0000000001,X1-Hybrid SK", "HUE00000000001,X1-Hybrid-G3", "XAC00000000001,X1-AC",
            "H3UE0000000001,X3-Hybrid-G3", "H43000000000A1,X1-Hybrid-G4", "F34A0000000001,X3-", "H55000000000A1,X1-IES",
            "H3BC15L0000001,X3-Ultra", "10K0C000000001,X3-Hybrid-G4 P", "80210000000001,X3-Aelio"})
    void hybridFamiliesByTheirPrefix(String serial, String model) throws Exception {
        try (SolaxRig rig = SolaxRig.of(blank(serial))) {
            Reading reading = poll(rig);
            assertEquals(serial, reading.device().id().key());
            assertTrue(reading.device().properties().get("modelId").startsWith(model),
                    reading.device().properties().get("modelId"));
        }
    }

    @Test
    void stringInvertersKeepTheirSerialNumberElsewhere() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxMicImage.mic(SolaxRig.curve(), SolaxRig.clock()))) {
            Reading reading = poll(rig);
            assertEquals("MC210TDEMO0001", reading.device().id().key());
            assertTrue(reading.device().properties().get("modelId").startsWith("X3-MIC"));
            assertEquals(List.of("3:0000+7", "3:0300+7"), rig.requests().subList(0, 2));
        }
        try (SolaxRig rig = SolaxRig.of(SolaxMicImage.boost(SolaxRig.curve(), SolaxRig.clock()))) {
            Device device = poll(rig).device();
            assertEquals("XB4DEMO0000001", device.id().key());
            assertEquals("DSP 121, ARM 137", device.properties().get("firmwareVersion"));
        }
    }

    @Test
    void placeOnceFoundIsAskedFirst() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxMicImage.boost(SolaxRig.curve(), SolaxRig.clock()))) {
            poll(rig);
            rig.requests();
            rig.simulator.faults().add(new Fault.Drop(), Scope.next(1));
            assertEquals(Failure.Kind.UNREACHABLE, failure(rig).kind());
            rig.requests();
            poll(rig);
            assertEquals("3:0300+7", rig.requests().getFirst());
        }
    }

    @Test
    void swappedCharactersArePutRight() throws Exception {
        MapImage image = new MapImage().zeros(Space.HOLDING, 0x0300, 0x03AF).zeros(Space.INPUT, 0x0400, 0x0709)
                .putText(Space.HOLDING, 0x0300, 7, swapped("MC206TABC12345"));
        try (SolaxRig rig = SolaxRig.of(image)) {
            assertEquals("MC206TABC12345", poll(rig).device().id().key());
        }
    }

    @Test
    void swappedCharactersOfAnUnknownPrefixAreTakenAsTheUserKnowsThem() throws Exception {
        MapImage image = new MapImage().zeros(Space.HOLDING, 0x0300, 0x03AF).zeros(Space.INPUT, 0x0400, 0x0709)
                .putText(Space.HOLDING, 0x0300, 7, swapped("QQ206TABC12345"));
        SolaxSettings settings = new SolaxSettings(1, Optional.of("QQ206TABC12345"), Optional.of("x3-mic-g2"),
                Optional.empty(), Optional.empty(), Optional.empty());
        try (SolaxRig rig = SolaxRig.of(image, settings)) {
            assertEquals("QQ206TABC12345", poll(rig).device().id().key());
        }
    }

    @Test
    void bigStringInverters() throws Exception {
        MapImage image = new MapImage().zeros(Space.HOLDING, 0x1000, 0x1A20).putText(Space.HOLDING, 0x1A10, 8,
                "MAX08000ABCDEF12");
        image.put(Space.HOLDING, 0x1010, 6005);
        try (SolaxRig rig = SolaxRig.of(image)) {
            Reading reading = poll(rig);
            assertEquals("MAX08000ABCDEF12", reading.device().id().key());
            assertEquals("600.5", SolaxRig.text(reading, "pv#string-1-voltage"));
            assertEquals(List.of("3:0000+7", "3:0300+7", "3:1A10+8"), rig.requests().subList(0, 3));
            assertFalse(reading.device().properties().containsKey("firmwareVersion"));
        }
    }

    @Test
    void deviceThatIsSilentAtOnePlaceIsAskedAtTheNextTheNextTime() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxMicImage.boost(SolaxRig.curve(), SolaxRig.clock()))) {
            rig.simulator.faults().add(new Fault.Silence(), Scope.ALWAYS.at(0, 6).function(3));
            assertEquals(Failure.Kind.TIMEOUT, failure(rig).kind());
            assertEquals("XB4DEMO0000001", poll(rig).device().id().key());
        }
    }

    @Test
    void sleepingDeviceIsFoundWhenItWakes() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x1()))) {
            rig.simulator.faults().add(new Fault.Silence());
            for (int i = 0; i < 4; i++) {
                Failure failure = failure(rig);
                assertEquals(Failure.Kind.TIMEOUT, failure.kind());
                assertEquals(List.of("0.6"), failure.arguments());
            }
            rig.simulator.faults().clear();
            assertEquals("H450DEMO000001", poll(rig).device().id().key());
        }
    }

    @Test
    void busyGatewayIsNotAskedElsewhere() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x1()))) {
            rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.GATEWAY_TARGET_SILENT), Scope.next(1));
            assertEquals(new Failure(Failure.Kind.REFUSED, "11"), failure(rig));
            assertEquals(1, rig.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void busyGatewayDoesNotMakeItPassForAnOldModel(int request) throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3().protocol(100)))) {
            rig.simulator.faults().add(new Fault.Refuse(ExceptionCode.GATEWAY_TARGET_SILENT),
                    Scope.next(request).at(0x7F, 0x82).function(3));
            for (int i = 0; i < request; i++) {
                assertEquals(new Failure(Failure.Kind.REFUSED, "11"), failure(rig));
            }
            Reading reading = poll(rig);
            assertEquals("DSP 1.29, ARM 1.27", reading.device().properties().get("firmwareVersion"));
            assertFalse("none".equals(SolaxRig.text(reading, "pv#power")), "read where protocol 100 has it");
        }
    }

    @Test
    void ratedPowerOfTheDeviceBoundsItsValues() throws Exception {
        MapImage image = blank("H34A10ABCDEF12").put(Space.HOLDING, 0x00BA, 15000).put(Space.INPUT, 0x0002, 22_501);
        try (SolaxRig rig = SolaxRig.of(image)) {
            assertEquals("none", SolaxRig.text(poll(rig), "output#power"));
            image.put(Space.INPUT, 0x0002, 22_500);
            assertEquals("22500", SolaxRig.text(poll(rig), "output#power"));
        }
    }

    @Test
    void deviceThatTellsNothingOfItselfIsStillRead() throws Exception {
        MapImage image = blank("H34A10ABCDEF12").remove(Space.HOLDING, 0x0007, 0x018F).put(Space.INPUT, 2, 1243);
        try (SolaxRig rig = SolaxRig.of(image)) {
            Reading reading = poll(rig);
            assertEquals("1243", SolaxRig.text(reading, "output#power"));
            assertFalse(reading.device().properties().containsKey("firmwareVersion"));
        }
    }

    @Test
    void unknownPrefixIsNamedAndNothingElseRead() throws Exception {
        try (SolaxRig rig = SolaxRig.of(blank("Q9XZ7ABCDEFG12"))) {
            assertEquals(new Failure(Failure.Kind.UNKNOWN_MODEL, "Q9XZ7"), failure(rig));
            assertEquals(List.of("3:0000+7"), rig.requests());
        }
    }

    @Test
    void modelOfTheUserIsTakenForAnUnknownPrefixAndForAKnownOne() throws Exception {
        for (String serial : List.of("Q9XZ7ABCDEFG12", "H450ABCDEFG123")) {
            MapImage image = blank(serial).put(Space.INPUT, 0x006A, 2301);
            try (SolaxRig rig = SolaxRig.of(image, SolaxRig.as("x3-hybrid-g4"))) {
                Reading reading = poll(rig);
                assertEquals(serial, reading.device().id().key());
                assertEquals("230.1", SolaxRig.text(reading, "output#l1-voltage"), "three phases");
            }
        }
    }

    @Test
    void modelThatDoesNotExist() throws Exception {
        try (SolaxRig rig = SolaxRig.of(blank("H450ABCDEFG123"), SolaxRig.as("x9-hybrid"))) {
            assertEquals(new Failure(Failure.Kind.UNKNOWN_PROFILE, "x9-hybrid"), failure(rig));
        }
    }

    @Test
    void wrongSerialNumberIsSaidWithoutSayingItWhole() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3()), SolaxRig.expecting("H34A10ABCDEF12"))) {
            PollException thrown = assertThrows(PollException.class, () -> poll(rig));
            assertEquals(new Failure(Failure.Kind.WRONG_DEVICE, "H34A…F12", "H34A…001"), thrown.failure());
            assertFalse(thrown.toString().contains("DEMO"), thrown.toString());
            assertEquals(List.of("3:0000+7"), rig.requests(), "nothing of the stranger is read");
        }
    }

    @Test
    void expectedSerialNumber() throws Exception {
        try (SolaxRig rig = SolaxRig.of(SolaxRig.hybrid(SolaxModel.x3()), SolaxRig.expecting("H34A10DEMO0001"))) {
            assertEquals("H34A10DEMO0001", poll(rig).device().id().key());
        }
    }

    @Test
    void deviceThatAnswersZerosTellsNoSerialNumber() throws Exception {
        MapImage zeros = new MapImage().zeros(Space.HOLDING, 0, 0x1FFF).zeros(Space.INPUT, 0, 0x1FFF);
        try (SolaxRig rig = SolaxRig.of(zeros)) {
            assertEquals(new Failure(Failure.Kind.NO_SERIAL), failure(rig));
            assertEquals(List.of("3:0000+7", "3:0300+7", "3:1A10+8"), rig.requests());
        }
    }

    @Test
    void deviceThatRefusesEverythingTellsNoSerialNumber() throws Exception {
        try (SolaxRig rig = SolaxRig.of(new MapImage())) {
            assertEquals(new Failure(Failure.Kind.NO_SERIAL), failure(rig));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H34A10", "H34A10 DEMO001", "h34a10demo0001", "H34A10\u0001EMO0001"})
    void textThatIsNoSerialNumber(String text) throws Exception {
        try (SolaxRig rig = SolaxRig.of(blank(text))) {
            assertEquals(Failure.Kind.NO_SERIAL, failure(rig).kind());
        }
    }

    @Test
    void anotherVendorsDevice() throws Exception {
        // numbers everywhere, as a meter has them, but no text
        MapImage meter = new MapImage();
        for (int address = 0; address < 0x1B00; address++) {
            meter.put(Space.HOLDING, address, address * 31L).put(Space.INPUT, address, address * 17L);
        }
        try (SolaxRig rig = SolaxRig.of(meter)) {
            assertEquals(Failure.Kind.NO_SERIAL, failure(rig).kind());
        }
        try (SolaxRig rig = SolaxRig.of(new MapImage())) {
            rig.simulator.faults().add(new Fault.Garbage("SSH-2.0-OpenSSH_9.9\r\n".getBytes()));
            assertEquals(Failure.Kind.PROTOCOL, failure(rig).kind());
        }
    }

    @Test
    void batteryCapacityOfTheUserFillsTheGapOnly() throws Exception {
        MapImage older = blank("L30E0000000001").put(Space.INPUT, 0x0014, 5120).put(Space.INPUT, 0x001C, 55);
        try (SolaxRig rig = SolaxRig.of(older, SolaxRig.withBattery("9.6"))) {
            Reading reading = poll(rig);
            assertEquals("55", SolaxRig.text(reading, "battery#state-of-charge"));
            assertEquals("9.6", SolaxRig.text(reading, "battery#capacity"));
        }
        try (SolaxRig rig = SolaxRig.of(older)) {
            assertEquals("none", SolaxRig.text(poll(rig), "battery#capacity"));
        }
        SolaxImage tells = SolaxRig.hybrid(SolaxModel.x3());
        try (SolaxRig rig = SolaxRig.of(tells, SolaxRig.withBattery("7.7"))) {
            assertEquals(Double.toString(SolaxRig.curve().site().capacity()),
                    SolaxRig.text(poll(rig), "battery#capacity"));
        }
        try (SolaxRig rig = SolaxRig.of(SolaxMicImage.boost(SolaxRig.curve(), SolaxRig.clock()),
                new SolaxSettings(1, Optional.empty(), Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty(),
                        Optional.empty()))) {
            assertEquals("none", SolaxRig.text(poll(rig), "battery#capacity"), "no battery, no capacity");
        }
    }
}
