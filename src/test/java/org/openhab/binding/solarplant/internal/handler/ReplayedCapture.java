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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Capture;
import org.openhab.binding.solarplant.internal.capture.CaptureException;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.types.State;

/** What the binding makes of a capture: the beginning of a test for whatever somebody reports. */
@NonNullByDefault
public record ReplayedCapture(CaptureReplay.Outcome outcome) {

    /** Replays the capture in this file. */
    public static ReplayedCapture of(Path file) throws IOException, CaptureException, InterruptedException {
        return new ReplayedCapture(new CaptureReplay(new ProfileStore()).play(Capture.read(file)));
    }

    /**
     * What a channel would show.
     *
     * @param number which device of its kind, from 1, in the order of their ids
     */
    public State state(DeviceKind kind, int number, String channel) {
        return outcome.devices().entrySet().stream().filter(device -> device.getKey().kind() == kind)
                .skip(number - 1L).findFirst().map(device -> CaptureReplay.states(device.getValue()).get(channel))
                .orElseThrow(() -> new AssertionError("no " + channel + " of " + kind + " " + number));
    }

    /** All channels of all devices, a line each. */
    public List<String> lines() {
        return outcome.devices().entrySet().stream().flatMap(device -> CaptureReplay.states(device.getValue())
                .entrySet().stream()
                .map(channel -> device.getKey() + " " + channel.getKey() + " = " + text(channel.getValue()))).toList();
    }

    /** The same in all time zones. */
    private static String text(State state) {
        return state instanceof DateTimeType time ? time.getInstant().toString() : state.toString();
    }
}
