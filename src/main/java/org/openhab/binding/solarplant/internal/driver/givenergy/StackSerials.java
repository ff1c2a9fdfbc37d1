/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.givenergy.Effort;

/**
 * The serial numbers of stacks. They lie in a page for which not every stack answers, nor each time (givenergy.md §4.6):
 * one that was told once is remembered, or a silent moment at a start would make another device of it.
 */
@NonNullByDefault
final class StackSerials {

    private static final int PAGE_START = 120;
    private static final int PAGE = 23;
    private static final int SERIAL = 138 - PAGE_START;

    private final GuardedWire wire;
    private final DeviceMemory memory;

    StackSerials(GuardedWire wire, DeviceMemory memory) {
        this.wire = wire;
        this.memory = memory;
    }

    /** The serial number of the stack at this address behind its owner; empty if it never told one. */
    String of(DeviceId owner, int unit) throws TransportException, InterruptedException {
        String name = "stack-" + Role.STACK.number(unit) + "-serial";
        Optional<String> told = wire.probe(unit, PAGE_START, PAGE, Effort.REFRESH)
                .map(words -> Serial.text(words, SERIAL)).filter(Serial::isValid);
        told.ifPresent(serial -> memory.keep(owner, name, serial));
        return told.or(() -> memory.recall(owner, name).filter(Serial::isValid)).orElse("");
    }
}
