/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** What becomes of whatever identifies a home. */
@NonNullByDefault
class RedactionTest {

    private static final String SERIAL = "H34A10C8001234";
    private static final Place PLACE = new Place(1, 3, 0, 1);

    private static List<Integer> words(String text) {
        return IntStream.range(0, text.length() / 2).mapToObj(i -> text.charAt(2 * i) << 8 | text.charAt(2 * i + 1))
                .toList();
    }

    private static String text(List<Integer> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append((char) (word >> 8)).append((char) (word & 0xFF)));
        return text.toString();
    }

    private static List<Integer> redacted(Redaction redaction, List<Integer> words) {
        return redaction.heard(
                new Heard.Read(PLACE, new Reply.Got<>(new Registers(words, "")),
                        1)) instanceof Heard.Read(Place place, Reply.Got<Registers>(Registers registers), long on)
                                ? registers.words()
                                : List.of();
    }

    private static JsonObject redacted(Redaction redaction, String json) {
        return redaction.heard(new Heard.Called("getAny", new JsonObject(),
                new Reply.Got<>(new Answer.Payload(JsonParser.parseString(
                        json))))) instanceof Heard.Called(String endpoint, JsonObject parameters, Reply.Got<Answer>(Answer.Payload payload))
                                ? payload.data().getAsJsonObject()
                                : new JsonObject();
    }

    @Test
    void aSerialNumberIsTheSameInventedOneWhereverItStands() {
        Redaction redaction = Redaction.of(Set.of(SERIAL), "");
        String invented = redaction.text(SERIAL);
        assertNotEquals(SERIAL, invented);
        assertTrue(invented.matches("H34A10C8\\d{6}"), invented);
        assertEquals("roof:" + invented + "-meter-1", redaction.text("roof:" + SERIAL + "-meter-1"));
        assertEquals(invented, text(redacted(redaction, words(SERIAL))));
        String swapped = Pseudonyms.swapped(SERIAL);
        assertEquals(Pseudonyms.swapped(invented), text(redacted(redaction, words(swapped))));
        assertEquals(invented, redacted(redaction, "{\"sn\": \"" + SERIAL + "\"}").get("sn").getAsString());
        assertTrue(redacted(redaction, "{\"of" + SERIAL + "\": 1}").has("of" + invented));
    }

    @Test
    void twoHomesInventTwoNumbersAndNobodyCanTellFromWhat() {
        assertNotEquals(Redaction.of(Set.of(), "").text(SERIAL), Redaction.of(Set.of(), "").text(SERIAL));
    }

    @Test
    void whatLooksLikeASerialNumberIsOne() {
        Redaction redaction = Redaction.of(Set.of(), "");
        for (String unknown : List.of("SV12345678", "BJ2501P001", "AL70070000012345", "12345678", "AB12CD",
                "mixedCase99")) {
            assertNotEquals(unknown, redaction.text(unknown), unknown);
            String inRegisters = unknown.length() % 2 == 0 ? unknown : unknown + "\0";
            assertFalse(text(redacted(redaction, words(inRegisters))).contains(unknown), unknown);
        }
        assertEquals(redaction.text("SV12345678"), text(redacted(redaction, words("SV12345678"))));
        assertEquals(redaction.text("SV12345678"),
                Pseudonyms.swapped(text(redacted(redaction, words(Pseudonyms.swapped("SV12345678"))))));
    }

    @Test
    void serialNumbersInARowAreToldApartIfTheyAreKnown() {
        String one = "CE2501A001";
        String other = "CE2501A002";
        Redaction redaction = Redaction.of(Set.of(one, "inverter:" + other), "");
        assertEquals(redaction.text(one) + redaction.text(other), redaction.text(one + other));
        assertEquals("\0\0" + redaction.text(one) + redaction.text(other) + "\0\0",
                text(redacted(redaction, words("\0\0" + one + other + "\0\0"))));
    }

    @Test
    void aSerialNumberOfSeveralPartsIsOne() {
        String serial = "SW10-2026-0815";
        Redaction redaction = Redaction.of(Set.of(serial, serial + "-battery-1"), "");
        String invented = redaction.text(serial);
        assertTrue(invented.matches("SW10-20\\d-\\d{4}") || invented.matches("SW10-20\\d\\d-\\d{4}"), invented);
        assertNotEquals(serial, invented);
        assertEquals(invented, text(redacted(redaction, words(serial))));
        assertEquals("battery:" + invented + "-battery-1", redaction.text("battery:" + serial + "-battery-1"));
    }

    @Test
    void theKindOfADeviceIsNoSerialNumber() {
        Redaction redaction = Redaction.of(Set.of("ev-charger:" + SERIAL, "inverter:" + SERIAL + "-battery-1"), "");
        String json = "{\"evchargerSn\":1,\"batteryPower\":2,\"inverter\":3}";
        assertEquals(JsonParser.parseString(json), redacted(redaction, json));
        assertEquals("a battery of an inverter", redaction.text("a battery of an inverter"));
    }

    @Test
    void whatStandsAroundASerialNumberDoesNotStay() {
        Redaction redaction = Redaction.of(Set.of(SERIAL), "");
        JsonObject json = redacted(redaction, "{\"remark\": \"Smith " + SERIAL
                + " London\", \"street\": \"Elmstreet12\", \"sn\": \"" + SERIAL + "\"}");
        assertEquals("…", json.get("remark").getAsString());
        assertEquals("…", json.get("street").getAsString());
        assertEquals(redaction.text(SERIAL), json.get("sn").getAsString());
    }

    @Test
    void measuredValuesStay() {
        Redaction redaction = Redaction.of(Set.of(SERIAL), "10.0.0.7");
        List<Integer> measured = List.of(2304, 5001, 64936, 0, 0x3031, 0x3233, 0xFFFF, 3300, 3301, 2560, 2561);
        assertEquals(measured, redacted(redaction, measured));
        String json = "{\"ppv\":4240.0,\"soc\":63.5,\"pmeterL1\":-1160,\"theDate\":\"2026-06-01\",\"timeChaf1\":\"00:00\","
                + "\"minv\":\"SMILE-G3-B5-INV\",\"emsStatus\":\"Normal\",\"text\":\"12.5\",\"nothing\":null,\"yes\":true}";
        assertEquals(JsonParser.parseString(json), redacted(redaction, json));
    }

    @Test
    void addressesAndWhoLivesThereDoNotStay() {
        Redaction redaction = Redaction.of(Set.of(), "10.1.2.3");
        assertEquals(List.of(1, 0, 0, 0, 0, 5),
                redacted(redaction, List.of(1, 0xC0A8, 0x0105, 0x0A01, 0x0201, 5)));
        JsonObject json = redacted(redaction, """
                {"ip": "192.168.1.5", "remark": "Grandma", "latitude": 48.137, "phone": 49891234567,
                 "owner": {"mail": "a@b.example", "id": "0a1b2c3d4e5f"}, "account": 123456789012}""");
        String text = json.toString();
        for (String told : List.of("192", "Grandma", "48", "4989", "example", "3d4e5f", "12345678")) {
            assertFalse(text.contains(told), told + " in " + text);
        }
    }

    @Test
    void hostileContentIsCutShort() {
        Redaction redaction = Redaction.of(Set.of(SERIAL), "999.999.999.999");
        assertEquals("…", redaction.text("A1".repeat(1_000_000)));
        assertEquals(Optional.of("…"), Optional.of(redaction.text(SERIAL.repeat(100_000))));
        assertEquals(250, redaction.text("A1".repeat(125)).length());
    }
}
