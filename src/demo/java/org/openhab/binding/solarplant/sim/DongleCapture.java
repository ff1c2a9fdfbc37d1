/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.Gson;

/** Recordings of real dongles: what was said, line by line, and the registers that it left behind. */
@NonNullByDefault
public final class DongleCapture {
    private DongleCapture() {}

    /** The bytes of one line, or the mark that a connection began anew. */
    public record Line(Kind kind, byte[] bytes) {}

    /** Who said a line. */
    public enum Kind {
        DONGLE, CLIENT, GAP
    }

    /** A block of registers as it was at the end: type HR, IR or MR. */
    public record Block(String address, String type, int base, int count, List<Integer> values) {

        /** The address as a number. */
        public int unit() {
            return Integer.decode(address);
        }
    }

    /** The lines of a .log file, in order. */
    public static List<Line> lines(Path log) throws IOException {
        return Files.readAllLines(log).stream().filter(line -> !line.isBlank()).map(DongleCapture::line).toList();
    }

    /** The blocks of a .json file. */
    public static List<Block> blocks(Path json) throws IOException {
        try (Reader reader = Files.newBufferedReader(json)) {
            return new Gson().fromJson(reader, Content.class).blocks();
        }
    }

    /** The devices that hold these blocks; each answers with this serial. */
    public static Map<Integer, DongleDevice> devices(List<Block> blocks, String serial) {
        Map<Integer, MapImage> registers = new HashMap<>();
        Map<Integer, MapImage> products = new HashMap<>();
        for (Block block : blocks) {
            boolean product = "MR".equals(block.type());
            MapImage image = (product ? products : registers).computeIfAbsent(block.unit(), unit -> new MapImage());
            image.put("HR".equals(block.type()) ? Space.HOLDING : Space.INPUT, block.base(),
                    block.values().stream().mapToLong(Integer::longValue).toArray());
        }
        Map<Integer, DongleDevice> devices = new TreeMap<>();
        for (Block block : blocks) {
            devices.put(block.unit(), new DongleDevice(serial, registers.getOrDefault(block.unit(), new MapImage()),
                    products.getOrDefault(block.unit(), new MapImage())));
        }
        return devices;
    }

    /** The devices as a recording left them, each with its serial. */
    public static Map<Integer, DongleDevice> replayed(Path log) throws IOException {
        DongleReplay replay = new DongleReplay();
        lines(log).forEach(replay::take);
        return replay.devices();
    }

    private static Line line(String line) {
        if (line.startsWith("#")) {
            return new Line(Kind.GAP, new byte[0]);
        }
        String[] parts = line.split(" ");
        return new Line("rx".equals(parts[1]) ? Kind.DONGLE : Kind.CLIENT, HexFormat.of().parseHex(parts[2]));
    }

    private record Content(List<Block> blocks) {}
}
