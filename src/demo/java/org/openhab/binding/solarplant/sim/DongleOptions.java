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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a simulated dongle listens and what is behind it.
 *
 * @param port the TCP port on the loopback interface; 0 takes a free one
 * @param serial of the dongle itself
 * @param devices by address; any other address is met with silence, as with real ones
 * @param heartbeat from one heartbeat to the next; zero for none
 * @param idle a connection on which the client sends nothing for so long is closed; zero never
 * @param roundTrip how long each answer takes
 */
@NonNullByDefault
public record DongleOptions(int port, String serial, Map<Integer, DongleDevice> devices, Duration heartbeat,
        Duration idle, Duration roundTrip) {

    /** A quick and quiet dongle on a free port with nothing behind it. */
    public static DongleOptions empty() {
        return new DongleOptions(0, "WF1234G567", Map.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The same on this port. */
    public DongleOptions port(int other) {
        return new DongleOptions(other, serial, devices, heartbeat, idle, roundTrip);
    }

    /** The same with one more device. */
    public DongleOptions device(int address, DongleDevice device) {
        Map<Integer, DongleDevice> more = new HashMap<>(devices);
        more.put(address, device);
        return new DongleOptions(port, serial, Map.copyOf(more), heartbeat, idle, roundTrip);
    }

    /** The same with these devices. */
    public DongleOptions devices(Map<Integer, DongleDevice> others) {
        return new DongleOptions(port, serial, Map.copyOf(others), heartbeat, idle, roundTrip);
    }

    /** The same with heartbeats; real ones come every 60 or 180 s (givenergy.md §1.3). */
    public DongleOptions heartbeat(Duration other) {
        return new DongleOptions(port, serial, devices, other, idle, roundTrip);
    }

    /** The same, closing idle connections; newer dongles do so after 10 s (givenergy.md §1.1). */
    public DongleOptions idle(Duration other) {
        return new DongleOptions(port, serial, devices, heartbeat, other, roundTrip);
    }

    /** The same with slower answers; real ones take 0.25 s (givenergy.md §1.9). */
    public DongleOptions roundTrip(Duration other) {
        return new DongleOptions(port, serial, devices, heartbeat, idle, other);
    }
}
