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

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Makes what is polled out of what was found: each device behind an adapter with its register map and its identity. */
@NonNullByDefault
final class Members {

    static final int PAGE_START = 60;
    private static final int PAGE = 60;
    private static final int METER_PAGE = 30;
    private static final int PACK_FIRMWARE = 98 - PAGE_START;

    private final GuardedWire wire;
    private final GivEnergyProfiles profiles;
    private final InstantSource clock;
    private final StackSerials stacks;

    /**
     * A device behind the adapter.
     *
     * @param unit its address
     * @param role what it is
     * @param identity tells whether it is still there
     * @param device how it is polled
     */
    record Member(int unit, Role role, SameDevice identity, RegisterDevice device) {}

    Members(GuardedWire wire, GivEnergyProfiles profiles, InstantSource clock, StackSerials stacks) {
        this.wire = wire;
        this.profiles = profiles;
        this.clock = clock;
        this.stacks = stacks;
    }

    List<Member> of(Device owner, Family family, Topology topology)
            throws PollException, TransportException, InterruptedException {
        List<Member> members = new ArrayList<>();
        Set<DeviceId> known = new HashSet<>();
        for (Role role : Role.values()) {
            for (int unit : topology.of(role)) {
                members.add(member(owner, family, role, unit, known));
            }
        }
        return members;
    }

    private Member member(Device owner, Family family, Role role, int unit, Set<DeviceId> known)
            throws PollException, TransportException, InterruptedException {
        int[] page = wire.believed(unit, PAGE_START, role == Role.METER ? METER_PAGE : PAGE).orElseThrow();
        String serial = role == Role.STACK ? stacks.of(owner.id(), unit) : SameDevice.serialIn(role, page);
        DeviceKind kind = role == Role.METER ? DeviceKind.METER : DeviceKind.BATTERY;
        DeviceId nameless = owner.id().part(kind, number(role, unit));
        DeviceId id = serial.isEmpty() ? nameless : new DeviceId(kind, serial);
        if (!known.add(id)) {
            // two that say the same serial number are two all the same, and must not be mixed
            id = nameless;
        }
        Map<String, String> properties = new HashMap<>(Map.of("vendor", GivEnergyProfiles.VENDOR_NAME));
        if (!serial.isEmpty()) {
            properties.put("serialNumber", serial);
        }
        switch (role) {
            case PACK -> {
                PackModel.of(serial).ifPresent(model -> properties.put("modelId", model));
                properties.put("firmwareVersion", Integer.toString(page[PACK_FIRMWARE]));
            }
            case STACK -> Firmware.version(page, 0)
                    .ifPresent(firmware -> properties.put("firmwareVersion", firmware));
            default -> {
                // meters and modules do not tell theirs
            }
        }
        // that of a stack lies in another page than the one by which it is known again
        SameDevice identity = new SameDevice(role, role == Role.STACK ? "" : serial);
        if (role == Role.PACK) {
            wire.guard(unit, identity, new LeakedBuffer(), new PackSplice(clock, page));
        } else {
            wire.guard(unit, identity, new LeakedBuffer());
        }
        // versions before did not read the serial numbers of stacks: their things bear the other id
        Device told = new Device(id, owner.id(), properties);
        Device device = role == Role.STACK && !id.equals(nameless) ? told.formerly(nameless) : told;
        return new Member(unit, role, identity, new RegisterDevice(device,
                profiles.of(role).variant(profiles.facts(role, family, page)), wire, unit, clock));
    }

    /** Stacks and modules are both batteries: the numbers of modules begin where no stack can be. */
    private static int number(Role role, int unit) {
        return role == Role.MODULE ? Role.STACK.last() - Role.STACK.first() + 1 + role.number(unit) : role.number(unit);
    }
}
