/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Answer;
import org.openhab.binding.solarplant.internal.transport.givenergy.BlockKey;
import org.openhab.binding.solarplant.internal.transport.givenergy.DongleStatistics;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;
import org.openhab.binding.solarplant.internal.transport.givenergy.ProbingTransport;
import org.openhab.binding.solarplant.internal.transport.givenergy.ReadFunction;
import org.openhab.binding.solarplant.sim.DongleDevice;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Space;

/**
 * A wire in memory to devices in which time stands still. Once it is told to lie, one bit of one register is wrong in one
 * of {@value #ONE_OF} answers, anywhere in it; the answer is well formed all the same.
 */
@NonNullByDefault
final class FlippedBits implements ProbingTransport {

    static final int ONE_OF = 4;

    private static final int BITS = 16;

    private final Map<Integer, DongleDevice> devices = new HashMap<>();
    private final RandomGenerator random;
    private final int absent;
    private boolean lies;
    private int corrupt;

    /**
     * @param devices by their addresses
     * @param absent the code with which registers are refused that are not there
     */
    FlippedBits(Map<Integer, DongleDevice> devices, int absent, RandomGenerator random) {
        devices.forEach((unit, device) -> this.devices.put(unit,
                new DongleDevice(device.serial(), device.registers().frozen(), device.product())));
        this.absent = absent;
        this.random = random;
    }

    /** From now on some answers are wrong. */
    void lie() {
        lies = true;
    }

    /** How many answers were wrong. */
    int corrupt() {
        return corrupt;
    }

    @Override
    public Answer ask(BlockKey block, Effort effort) throws TransportException {
        DongleDevice device = devices.get(block.unit());
        if (device == null) {
            throw new TransportException.Refused(absent);
        }
        RegisterImage image = block.function() == ReadFunction.METER_PRODUCT ? device.product() : device.registers();
        Space space = block.function() == ReadFunction.HOLDING ? Space.HOLDING : Space.INPUT;
        int[] words = new int[block.count()];
        for (int i = 0; i < words.length; i++) {
            OptionalInt word = image.read(space, block.start() + i);
            if (word.isEmpty()) {
                throw new TransportException.Refused(absent);
            }
            words[i] = word.getAsInt();
        }
        if (lies && random.nextInt(ONE_OF) == 0) {
            words[random.nextInt(words.length)] ^= 1 << random.nextInt(BITS);
            corrupt++;
        }
        List<Integer> values = Arrays.stream(words).boxed().toList();
        return new Answer(block, device.serial(), values, false);
    }

    @Override
    public void writeOne(int unit, int register, int value) throws TransportException {
        throw new TransportException.Refused(absent);
    }

    @Override
    public DongleStatistics statistics() {
        return DongleStatistics.NONE;
    }

    @Override
    public long connection() {
        return 1;
    }

    @Override
    public void cut() {
        throw new IllegalStateException("nobody cuts it");
    }

    @Override
    public void close() {
        devices.clear();
    }
}
