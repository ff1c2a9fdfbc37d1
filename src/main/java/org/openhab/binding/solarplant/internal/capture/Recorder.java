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

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/**
 * Writes what happens on a wire to a file, without what identifies a home. Begins with the first poll that it hears as a
 * whole, and ends after its time, but not in the middle of a poll; or when the file is full, or the wire given up.
 */
@NonNullByDefault
public final class Recorder implements WireTap {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Redaction redaction;
    private final Ticker ticker;
    private final Limits limits;
    private final Consumer<Optional<Exception>> ended;
    private final LineEncoder encoder = new LineEncoder();
    private final BufferedWriter file;
    private final long began;
    private boolean listening;
    private OptionalLong firstPoll = OptionalLong.empty();
    private boolean underWay;
    private boolean over;
    private long written;

    /**
     * Where a capture ends.
     *
     * @param time for how long
     * @param bytes the longest file
     */
    public record Limits(Duration time, long bytes) {}

    /**
     * Creates the file.
     *
     * @param header what stands at its beginning, to which nothing is done any more
     * @param ended told once that it has ended, and why if the file could not be written
     * @throws IOException if there is such a file already, or none can be made
     */
    public Recorder(Path path, CaptureHeader header, Redaction redaction, Ticker ticker, Limits limits,
            Consumer<Optional<Exception>> ended) throws IOException {
        this.redaction = redaction;
        this.ticker = ticker;
        this.limits = limits;
        this.ended = ended;
        this.began = ticker.nanos();
        this.file = Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        try {
            write(header.json().toString());
            file.flush();
        } catch (IOException e) {
            try (file) {
                throw e;
            }
        }
    }

    /** From now on it listens: the driver has forgotten what it knew, and will ask for all of it again. */
    public synchronized void listen() {
        listening = true;
    }

    @Override
    public synchronized void heard(Heard heard) {
        if (over || !listening || !underWay && !(heard instanceof Heard.Begin)) {
            return;
        }
        if (firstPoll.isEmpty()) {
            firstPoll = OptionalLong.of(ticker.nanos());
        }
        underWay = !(heard instanceof Heard.End);
        try {
            long at = (ticker.nanos() - began) / NANOS_PER_MILLI;
            write(encoder.encode(new CaptureLine(at, redaction.heard(heard))).toString());
            if (!underWay) {
                file.flush();
            }
        } catch (IOException | RuntimeException e) {
            // a defect as well: nobody would close the file any more
            end(Optional.of(e));
            return;
        }
        tick();
    }

    @Override
    public synchronized void tick() {
        boolean late = firstPoll.isPresent() && ticker.nanos() - firstPoll.getAsLong() >= limits.time.toNanos();
        if (late && !underWay || written > limits.bytes) {
            end(Optional.empty());
        }
    }

    /** Whether it has ended. */
    public synchronized boolean isOver() {
        return over;
    }

    @Override
    public synchronized void close() {
        end(Optional.empty());
    }

    private void write(String line) throws IOException {
        file.write(line);
        file.write('\n');
        written += line.length() + 1;
    }

    private void end(Optional<Exception> why) {
        if (over) {
            return;
        }
        over = true;
        Optional<Exception> problem = why;
        try {
            file.close();
        } catch (IOException e) {
            problem = why.or(() -> Optional.of(e));
        }
        ended.accept(problem);
    }
}
