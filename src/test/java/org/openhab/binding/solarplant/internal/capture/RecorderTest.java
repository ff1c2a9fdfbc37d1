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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** Where a {@link Recorder} ends. */
@NonNullByDefault
class RecorderTest {

    private static final Heard.Begin BEGIN = new Heard.Begin(Heard.Occasion.FULL);
    private static final Heard.End END = new Heard.End(Heard.End.WELL);
    private static final Heard.Read READ = new Heard.Read(new Place(1, 3, 0, 2),
            new Reply.Got<>(new Registers(List.of(1, 2), "")), 1);

    @TempDir
    @SuppressWarnings("null")
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Optional<Exception>> ended = new ArrayList<>();

    private Recorder recorder(long bytes) throws IOException {
        Ticker ticker = new Ticker() {
            @Override
            public long nanos() {
                if (nanos.get() < 0) {
                    throw new IllegalStateException("a defect");
                }
                return nanos.get();
            }

            @Override
            public void pause(long time) {
                // nobody waits
            }
        };
        CaptureHeader header = new CaptureHeader(Instant.EPOCH, ZoneOffset.UTC, Map.of(), Map.of(), Map.of());
        Recorder recorder = new Recorder(file(), header, Redaction.of(Set.of(), ""), ticker,
                new Recorder.Limits(Duration.ofMinutes(1), bytes), ended::add);
        recorder.listen();
        return recorder;
    }

    private Path file() {
        return folder.resolve("capture.jsonl");
    }

    @Test
    void notInTheMiddleOfAPoll() throws Exception {
        Recorder recorder = recorder(1 << 20);
        recorder.heard(BEGIN);
        nanos.set(Duration.ofMinutes(2).toNanos());
        recorder.tick();
        assertFalse(recorder.isOver());
        recorder.heard(READ);
        recorder.heard(END);
        assertTrue(recorder.isOver());
        assertEquals(List.of(Optional.empty()), ended);
        assertEquals(1, Capture.read(file()).scenes().size());
    }

    @Test
    void whereItIsFull() throws Exception {
        Recorder recorder = recorder(1000);
        for (int poll = 0; poll < 100; poll++) {
            List.of(BEGIN, READ, END).forEach(recorder::heard);
        }
        assertEquals(List.of(Optional.empty()), ended);
        assertTrue(Files.size(file()) < 1200, "of " + Files.size(file()));
        assertTrue(Capture.read(file()).scenes().size() > 2);
    }

    @Test
    void whereItMeetsADefect() throws Exception {
        Recorder recorder = recorder(1 << 20);
        List.of(BEGIN, READ).forEach(recorder::heard);
        nanos.set(-1);
        recorder.heard(READ);
        assertTrue(recorder.isOver());
        assertEquals("a defect", ended.getFirst().orElseThrow().getMessage());
        recorder.close();
        assertEquals(1, ended.size());
    }

    @Test
    void writesOverNothing() throws IOException {
        Files.writeString(file(), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> recorder(1 << 20));
        assertEquals("mine", Files.readString(file()));
    }
}
