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
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.Profile;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;

/** Makes what is polled out of what was found: each device behind an adapter with its register map and its identity. */
@NonNullByDefault
final class Members {

    static final int PAGE_START = 60;
    private static final int PAGE = 60;
    private static final int METER_PAGE = 30;

    private final GuardedWire wire;
    private final GivEnergyProfiles profiles;
    private final InstantSource clock;

    /**
     * A device behind the adapter.
     *
     * @param unit its address
     * @param serial its serial number; empty if it has none
     * @param device how it is polled
     */
    record Member(int unit, String serial, RegisterDevice device) {}

    Members(GuardedWire wire, GivEnergyProfiles profiles, InstantSource clock) {
        this.wire = wire;
        this.profiles = profiles;
        this.clock = clock;
    }

    List<Member> of(Device owner, Family family, Topology topology) throws PollException {
        List<Member> members = new ArrayList<>();
        for (Role role : Role.values()) {
            for (int unit : topology.of(role)) {
                members.add(member(owner, family, role, unit));
            }
        }
        return members;
    }

    private Member member(Device owner, Family family, Role role, int unit) throws PollException {
        int[] page = wire.believed(unit, PAGE_START, role == Role.METER ? METER_PAGE : PAGE).orElseThrow();
        String serial = serial(role, page);
        DeviceKind kind = role == Role.METER ? DeviceKind.METER : DeviceKind.BATTERY;
        DeviceId id = serial.isEmpty() ? owner.id().part(kind, number(role, unit)) : new DeviceId(kind, serial);
        Map<String, String> properties = new HashMap<>(Map.of("vendor", GivEnergyProfiles.VENDOR_NAME));
        if (!serial.isEmpty()) {
            properties.put("serialNumber", serial);
        }
        Profile profile = profiles.of(role);
        if (role == Role.PACK) {
            PackSplice splice = new PackSplice(clock);
            // the page that it was found by is the first of the two that must agree
            splice.accepts(PAGE_START, page, null);
            wire.guard(unit, splice);
        }
        return new Member(unit, serial, new RegisterDevice(new Device(id, owner.id(), properties),
                profile.variant(profiles.facts(role, family, page)), wire, unit, clock));
    }

    /** Stacks and modules are both batteries: the numbers of modules begin where no stack can be. */
    private static int number(Role role, int unit) {
        return role == Role.MODULE ? Role.STACK.last() - Role.STACK.first() + 1 + role.number(unit) : role.number(unit);
    }

    private static String serial(Role role, int[] page) {
        String text = switch (role) {
            case PACK -> Serial.text(page, 110 - PAGE_START);
            case MODULE -> Serial.ofModule(page);
            // a meter has none, and that of a stack lies in a page that not every stack answers for
            case METER, STACK -> "";
        };
        return Serial.isValid(text) ? text : "";
    }
}
