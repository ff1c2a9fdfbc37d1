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

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture may come from anybody: whatever is wrong with it is said with its line, and nothing else happens. */
@NonNullByDefault
@Timeout(60)
class HostileCaptureTest {

    private static final String HEADER = "{\"solarplant-capture\":1,\"began\":\"2026-06-01T10:00:00Z\",\"offset\":\"Z\","
            + "\"facts\":{\"connection\":\"solax-modbus\"},\"configuration\":{},\"memory\":{}}\n";
    private static final String BEGIN = "{\"at\":0,\"begin\":\"full\"}\n";
    private static final String READ = "{\"at\":1,\"read\":[1,3,0,2],\"connection\":1,\"words\":\"00010002\"}\n";
    private static final String END = "{\"at\":2,\"end\":\"ok\"}\n";

    private static Capture read(String text) throws IOException, CaptureException {
        return Capture.read(new StringReader(text));
    }

    @Test
    void aWholeOneIsRead() throws Exception {
        Capture capture = read(HEADER + BEGIN + READ + END);
        assertEquals(1, capture.scenes().size());
        assertEquals(3, capture.scenes().getFirst().lines().size());
        assertEquals("solax-modbus", capture.header().facts().get("connection"));
    }

    @Test
    void oneThatEndsInTheMiddleIsReadAsFarAsItGoes() throws Exception {
        String text = HEADER + BEGIN + READ + END + BEGIN.replace("0", "3") + READ.replace("\"at\":1", "\"at\":4");
        for (int length = HEADER.length(); length <= text.length(); length++) {
            int polls = length < (HEADER + BEGIN + READ + END).length() ? 0 : 1;
            assertEquals(polls, read(text.substring(0, length)).scenes().size(), "of " + length);
        }
        assertThrows(CaptureException.class, () -> read(""));
        assertThrows(CaptureException.class, () -> read(HEADER.substring(0, 40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "[]", "{}", "null", "{\"at\":1}", "{\"at\":-1,\"end\":\"ok\"}",
            "{\"at\":1e99,\"end\":\"ok\"}", "{\"at\":99999999999999999999,\"end\":\"ok\"}",
            "{\"at\":\"1\",\"end\":\"ok\"}",
            "{\"at\":1,\"begin\":\"never\"}", "{\"at\":1,\"begin\":7}", "{\"at\":1,\"end\":[]}",
            "{\"at\":1,\"read\":[1,3,0,126],\"words\":\"\"}", "{\"at\":1,\"read\":[1,3,0,2000000000],\"words\":\"\"}",
            "{\"at\":1,\"read\":[1,3,0,0],\"words\":\"\"}", "{\"at\":1,\"read\":[1,3,0],\"words\":\"\"}",
            "{\"at\":1,\"read\":[1,3,0,1],\"words\":\"00\"}", "{\"at\":1,\"read\":[1,3,0,1],\"words\":\"GGGG\"}",
            "{\"at\":1,\"read\":[1,3,0,1],\"words\":7}", "{\"at\":1,\"read\":{},\"words\":\"0000\"}",
            "{\"at\":1,\"read\":[1,3,0,1],\"failed\":\"badly\"}",
            "{\"at\":1,\"read\":[1,3,0,1],\"failed\":\"refused\",\"code\":-1}",
            "{\"at\":1,\"read\":[1,3,0,1],\"connection\":0.5,\"words\":\"0000\"}",
            "{\"at\":1,\"read\":[1,3,0,1],\"words\":\"0000\",\"serial\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
            "{\"at\":1,\"call\":\"x\"}", "{\"at\":1,\"call\":\"x\",\"parameters\":[],\"code\":200}",
            "{\"at\":1,\"call\":\"x\",\"parameters\":{}}",
            "{\"at\":1,\"call\":\"x\",\"parameters\":{},\"ahead\":1e300}"})
    void whatIsNoLineIsSaidWithItsNumber(String line) {
        CaptureException problem = assertThrows(CaptureException.class, () -> read(HEADER + BEGIN + line + "\n" + END));
        assertTrue(problem.getMessage().startsWith("line 3: "), problem.getMessage());
        assertTrue(problem.getMessage().length() < 120, problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "{\"solarplant-capture\":2}", "{\"solarplant-capture\":1}",
            "{\"solarplant-capture\":1,\"began\":\"soon\",\"offset\":\"Z\"}"})
    void whatIsNoHeaderIsSaid(String header) {
        CaptureException problem = assertThrows(CaptureException.class, () -> read(header + "\n" + BEGIN));
        assertTrue(problem.getMessage().startsWith("line 1: "), problem.getMessage());
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThrows(CaptureException.class,
                () -> read(HEADER + BEGIN + END + "{\"at\":1,\"begin\":\"full\"}\n"));
    }

    @Test
    void whatComesBeforeAnyPollIsNoPoll() {
        assertThrows(CaptureException.class, () -> read(HEADER + READ));
    }

    @Test
    void nestedWithoutEndIsNoLine() {
        assertThrows(CaptureException.class,
                () -> read(HEADER + BEGIN + "{\"at\":1,\"call\":\"x\",\"parameters\":{},\"code\":200,\"data\":"
                        + "[".repeat(500_000) + "]".repeat(500_000) + "}\n"));
    }

    @Test
    void aLineWithoutEndIsNotKept() {
        CaptureException problem = assertThrows(CaptureException.class, () -> Capture.read(new Endless(HEADER, 'x')));
        assertEquals("line 2: the line is too long", problem.getMessage());
    }

    @Test
    void aFileWithoutEndIsNotKept() {
        CaptureException problem = assertThrows(CaptureException.class,
                () -> Capture.read(new Endless(HEADER + BEGIN, READ)));
        assertTrue(problem.getMessage().endsWith("the file is too long"), problem.getMessage());
    }

    @Test
    void noMistakeOfOneCharacterDoesAnythingElse() throws IOException {
        String whole = HEADER + BEGIN + READ + END;
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(whole);
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            try {
                assertTrue(read(text.toString()).scenes().size() <= 1);
            } catch (CaptureException e) {
                assertTrue(e.getMessage().startsWith("line "), e.getMessage());
            }
        }
    }

    /** A text, and then the same for ever. */
    private static final class Endless extends Reader {
        private final String begin;
        private final String rest;
        private long at;

        Endless(String begin, String rest) {
            this.begin = begin;
            this.rest = rest;
        }

        Endless(String begin, char rest) {
            this(begin, String.valueOf(rest));
        }

        @Override
        public int read(char[] buffer, int from, int length) {
            for (int i = 0; i < length; i++, at++) {
                buffer[from + i] = at < begin.length()
                        ? begin.charAt((int) at)
                        : rest.charAt((int) ((at - begin.length()) % rest.length()));
            }
            return length;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void noTwoKindsOfLineAreTakenForEachOther() throws Exception {
        assertEquals(List.of(Heard.Begin.class, Heard.Read.class, Heard.End.class), read(HEADER + BEGIN + READ + END)
                .scenes().getFirst().lines().stream().map(line -> (Object) line.heard().getClass()).toList());
    }
}
