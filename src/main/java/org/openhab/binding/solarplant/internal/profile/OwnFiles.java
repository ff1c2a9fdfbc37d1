/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Files of the user's that are of one form. Each is read when it is asked for, and anew once it has changed; what is wrong
 * with it is complained about once for each change.
 *
 * @param <T> what is made of a file
 */
@NonNullByDefault
final class OwnFiles<T> {

    /** More than four times the biggest register map of any vendor so far. */
    private static final int MOST_BYTES = 256 * 1024;

    /** Makes something of a file, whose name is only for messages. */
    interface Parser<T> {
        T read(String file, Reader text) throws ProfileException, IOException;
    }

    /** How a file looked from outside when it was read. */
    private record Stamp(FileTime changed, long size) {

        /** Of what could not even be looked at; it is like no other, so that it is tried again. */
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size());
        }
    }

    /** A file as it was read last: what came of it, or what was wrong with it. */
    private record Known<T>(Stamp stamp, @Nullable T content, @Nullable ProfileException mistake) {}

    private final Parser<T> parser;
    private final Consumer<String> complaints;
    private final Map<Path, Known<T>> files = new HashMap<>();

    /**
     * @param complaints hears what is wrong with a file
     */
    OwnFiles(Parser<T> parser, Consumer<String> complaints) {
        this.parser = parser;
        this.complaints = complaints;
    }

    /**
     * What stands in this file; nothing if there is no such file.
     *
     * @throws ProfileException if it cannot be used
     */
    synchronized Optional<T> read(Path file) throws ProfileException {
        Known<T> before = files.get(file);
        Known<T> now;
        try {
            Stamp stamp = Stamp.of(file);
            now = before != null && before.stamp.equals(stamp) ? before : parse(file, stamp);
        } catch (NoSuchFileException e) {
            files.remove(file);
            return Optional.empty();
        } catch (IOException e) {
            now = new Known<>(Stamp.NONE, null, new ProfileException(file.toString(), 0, "cannot be read", e));
        }
        files.put(file, now);
        if (now.mistake instanceof ProfileException mistake) {
            if (before == null || !before.stamp.equals(now.stamp)) {
                complaints.accept(mistake.getMessage());
            }
            throw mistake;
        }
        return Optional.ofNullable(now.content);
    }

    private Known<T> parse(Path file, Stamp stamp) throws IOException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ProfileException(file.toString(), 0, "is no file", null);
            }
            return new Known<>(stamp, parser.read(file.toString(), new StringReader(text(file))), null);
        } catch (ProfileException e) {
            return new Known<>(stamp, null, e);
        }
    }

    private static String text(Path file) throws ProfileException, IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ProfileException(file.toString(), 0, "is larger than " + MOST_BYTES / 1024 + " KiB", null);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
