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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The settings of a SolaX inverter. Each generation has them at places of its own, and where one is written is not where
 * it is read (solax.md §3.10 to §3.12). Nothing is taken without the code.
 */
@NonNullByDefault
public final class SolaxStore {
    private static final int LOCK_WRITE = 0x0000;
    private static final int MIC_LOCK_WRITE = 0x0600;
    private static final int LOCK_STATE = 0x0054;
    private static final List<Integer> MIC_LOCK_STATES = List.of(0x0367, 0x039A);
    private static final int USER_CODE = 2014;
    private static final int ADVANCED_CODE = 6868;

    /** How what was written shows in what is read. */
    private enum Form {
        WORD, HIGH_BYTE, LOW_BYTE,
        /** Hour and minute change places. */
        TIME,
        /** Written as minute and hour of one register, read as hour and minute of two. */
        TWO_REGISTERS
    }

    private record Place(int write, int read, Form form) {}

    private final int lockWrite;
    private final List<Place> places;
    private final Map<Integer, Integer> held = new ConcurrentHashMap<>();
    private final AtomicInteger lockState = new AtomicInteger();

    private SolaxStore(Place... places) {
        this(LOCK_WRITE, places);
    }

    private SolaxStore(int lockWrite, Place... places) {
        this.lockWrite = lockWrite;
        this.places = List.of(places);
    }

    /** The settings of a hybrid or AC-coupled inverter G4, G5 or G6, as one comes from the factory. */
    public static SolaxStore hybrid() {
        SolaxStore store = new SolaxStore(word(0x001F, 0x008B), word(0x0020, 0x008C), word(0x0024, 0x0090),
                word(0x0025, 0x0091), new Place(0x0061, 0x0093, Form.HIGH_BYTE),
                new Place(0x0062, 0x0093, Form.LOW_BYTE), word(0x0063, 0x0094),
                new Place(0x0064, 0x0095, Form.HIGH_BYTE), new Place(0x0065, 0x0095, Form.LOW_BYTE),
                new Place(0x0066, 0x0096, Form.HIGH_BYTE), new Place(0x0067, 0x0096, Form.LOW_BYTE),
                time(0x0068, 0x0097), time(0x0069, 0x0098), time(0x006A, 0x0099), time(0x006B, 0x009A),
                word(0x006C, 0x009B), time(0x006D, 0x009C), time(0x006E, 0x009D), time(0x006F, 0x009E),
                time(0x0070, 0x009F), word(0x0042, 0x00B6), word(0x00E0, 0x010E), word(0x00C4, 0x011E),
                word(0x00C5, 0x011F), time(0x00EA, 0x014F), time(0x00EB, 0x0150), time(0x00EC, 0x0151),
                time(0x00ED, 0x0152), word(0x00EE, 0x0153), word(0x00EF, 0x0154), word(0x00F0, 0x0155),
                word(0x00F1, 0x0156), word(0x00F2, 0x0157), word(0x00F3, 0x0158));
        // 25 A, self-use from 10 %, discharge all day, feed in all of it
        store.hold(0x0090, 250, 250).hold(0x0093, 0x0A00, 100, 0x640A, 0x321E).hold(0x009A, 0x3B17);
        return store.hold(0x010E, 100).hold(0x011F, 50).hold(0x0157, 100, 20);
    }

    /** The settings of a G3. */
    public static SolaxStore g3() {
        SolaxStore store = new SolaxStore(word(0x001F, 0x008B), word(0x0020, 0x008C), word(0x0024, 0x0090),
                word(0x0025, 0x0091), window(0x0026, 0x0092), window(0x0027, 0x0094), window(0x002A, 0x009A),
                window(0x002B, 0x009C), word(0x0040, 0x00B4), word(0x0042, 0x00B6), word(0x009F, 0x010B),
                word(0x00A4, 0x010F), word(0x00A5, 0x0110), word(0x00A7, 0x0112));
        return store.hold(0x008C, 20).hold(0x0090, 200, 200).hold(0x010B, 4).hold(0x010F, 100, 100).hold(0x0112, 20);
    }

    /** The settings of a G2. */
    public static SolaxStore g2() {
        SolaxStore store = new SolaxStore(word(0x001F, 0x008B), word(0x0020, 0x008C), word(0x0024, 0x0090),
                word(0x0025, 0x0091), window(0x0026, 0x0092), window(0x0027, 0x0094), window(0x0028, 0x0096),
                window(0x0029, 0x0098), window(0x002A, 0x009A), window(0x002B, 0x009C), window(0x002C, 0x009E),
                window(0x002D, 0x00A0), word(0x0040, 0x00B4), word(0x0042, 0x00B6));
        return store.hold(0x008C, 20).hold(0x0090, 2000, 2000);
    }

    /** The settings of a string inverter of the first or second generation. */
    public static SolaxStore mic() {
        SolaxStore store = new SolaxStore(MIC_LOCK_WRITE, word(0x060F, 0x0332), word(0x0604, 0x031E),
                word(0x065C, 0x0371), word(0x0638, 0x0351), word(0x0669, 0x0381));
        return store.hold(0x0332, 100);
    }

    private static Place word(int write, int read) {
        return new Place(write, read, Form.WORD);
    }

    private static Place time(int write, int read) {
        return new Place(write, read, Form.TIME);
    }

    private static Place window(int write, int read) {
        return new Place(write, read, Form.TWO_REGISTERS);
    }

    /** Sets what is read from here on, as if it had been set at the display. */
    public SolaxStore hold(int read, int... words) {
        for (int i = 0; i < words.length; i++) {
            held.put(read + i, words[i]);
        }
        return this;
    }

    /** Whether settings are taken now. */
    boolean isLocked() {
        return lockState.get() == 0;
    }

    /** Puts what is set, and the state of the lock, into an image. */
    public void fill(MapImage image) {
        held.forEach((address, word) -> image.put(Space.HOLDING, address, word));
        image.put(Space.INPUT, LOCK_STATE, lockState.get());
        if (lockWrite == MIC_LOCK_WRITE) {
            MIC_LOCK_STATES.forEach(state -> image.put(Space.HOLDING, state, lockState.get()));
        }
    }

    /** Takes the code, or a setting by function 6; anything else is no address of this generation. */
    public Optional<ExceptionCode> write(Request request) {
        if (request.function() != Request.WRITE_ONE) {
            return Optional.of(ExceptionCode.ILLEGAL_ADDRESS);
        }
        int word = request.values().getFirst();
        if (request.start() == lockWrite) {
            lockState.set(word == USER_CODE ? 1 : word == ADVANCED_CODE ? 2 : 0);
            return Optional.empty();
        }
        Optional<Place> place = places.stream().filter(one -> one.write == request.start()).findFirst();
        if (place.isEmpty()) {
            return Optional.of(ExceptionCode.ILLEGAL_ADDRESS);
        }
        if (isLocked()) {
            return Optional.of(ExceptionCode.DEVICE_FAILURE);
        }
        take(place.get(), word);
        return Optional.empty();
    }

    private void take(Place place, int word) {
        int before = held.getOrDefault(place.read, 0);
        int high = word >> 8;
        int low = word & 0xFF;
        switch (place.form) {
            case WORD -> hold(place.read, word);
            case HIGH_BYTE -> hold(place.read, low << 8 | before & 0xFF);
            case LOW_BYTE -> hold(place.read, before & 0xFF00 | low);
            case TIME -> hold(place.read, low << 8 | high);
            case TWO_REGISTERS -> hold(place.read, low, high);
        }
    }
}
