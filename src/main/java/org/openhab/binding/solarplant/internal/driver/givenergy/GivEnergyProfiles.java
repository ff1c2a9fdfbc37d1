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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Failures;
import org.openhab.binding.solarplant.internal.driver.givenergy.Topology.Role;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.Model;
import org.openhab.binding.solarplant.internal.profile.ModelTable;
import org.openhab.binding.solarplant.internal.profile.Profile;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** GivEnergy's register maps, and what they must be told of a device that its registers do not say. */
@NonNullByDefault
final class GivEnergyProfiles {

    static final String VENDOR_NAME = "GivEnergy";
    private static final String VENDOR = "givenergy";
    private static final int UNKNOWN_RATED_POWER = 100_000;
    /** The firmware from which all-in-ones keep their battery's totals in 32 bits (givenergy.md §3.3). */
    private static final int FIRST_ALL_IN_ONE_WITH_TOTALS = 620;
    /** The third hybrids with newer firmware than this have ten slots in each direction (givenergy.md §3.3). */
    private static final int LAST_HYBRID_WITH_TWO_SLOTS = 302;
    private static final int THIRD_GENERATION = 3;
    /** What a house with one phase draws at most, W: 100 A at 250 V. */
    private static final int MOST_OF_ONE_PHASE = 25_000;
    /** The connection of a house with three phases bears more than its inverter: so many times its power on each. */
    private static final int PHASE_BY_RATED = 4;
    private static final int PAGE = 60;
    /** The pages of settings that only some models have, by the fact that they are there (givenergy.md §3.3). */
    private static final Map<String, Integer> OPTIONAL_SETTINGS = Map.of("ten-slots", 240, "ac-block", 300);
    private static final String AC_BLOCK = "ac-block";
    /** The pause of the battery lies in the AC block; some devices are silent about all of that and answer for the pause. */
    private static final String PAUSE = "pause";
    private static final int PAUSE_MODE = 318;
    private static final int PAUSE_REGISTERS = 3;
    /** The third hybrids can pause their battery from this firmware on, as users of other clients found. */
    private static final int FIRST_HYBRID_WITH_PAUSE = 312;

    /** Places in the pages of meters and stacks, counted from register 60. */
    private static final int VOLTAGE_L2 = 1;
    private static final int VOLTAGE_L3 = 2;
    private static final int MODULES_IN_STACK = 4;

    private final ProfileStore store;

    GivEnergyProfiles(ProfileStore store) {
        this.store = store;
    }

    /**
     * The family of the owner of an adapter.
     *
     * @throws PollException if it tells no serial number, or is of a type that is not known
     */
    Family family(Owner owner) throws PollException {
        if (!Serial.isValid(owner.serial())) {
            throw new PollException(new Failure(Failure.Kind.NO_SERIAL), null);
        }
        try {
            ModelTable models = store.models(VENDOR);
            Model model = models.find(owner.code()).orElseThrow(
                    () -> Failures.unknown(models, new Failure(Failure.Kind.UNKNOWN_CODE, owner.code())));
            return new Family(model);
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
    }

    Profile of(Role role) throws PollException {
        return profile(switch (role) {
            case METER -> "meter";
            case PACK -> "lv-battery";
            case MODULE -> "hv-module";
            case STACK -> "hv-stack";
        });
    }

    Profile of(Family family) throws PollException {
        return profile(family.model().profile());
    }

    /** Where the owner's settings lie, apart from what it measures. */
    Profile settings(Family family) throws PollException {
        return profile(family.model().profile() + "-settings");
    }

    /**
     * What the map of a device behind the adapter depends on: how meters count differs by who owns them, and a stack
     * holds as many amperehours as each of its modules.
     *
     * @param page its page from register 60 on
     */
    Map<String, Integer> facts(Role role, Family family, int[] page) {
        Map<String, Integer> facts = new HashMap<>(family.facts());
        facts.putIfAbsent("rated", UNKNOWN_RATED_POWER);
        switch (role) {
            case METER -> {
                facts.put("owner-ems", family.kind() == DeviceKind.EMS ? 1 : 0);
                facts.put("owner-gateway", family.kind() == DeviceKind.GATEWAY ? 1 : 0);
                facts.put("owner-three-phase", family.facts().getOrDefault("phases", 1) == 3 ? 1 : 0);
                facts.put("phase-limit", phaseLimit(facts));
                facts.put("phases", page[VOLTAGE_L2] != 0 || page[VOLTAGE_L3] != 0 ? 3 : 1);
            }
            case STACK -> facts.put("modules", page[MODULES_IN_STACK]);
            default -> facts.putIfAbsent("phases", 1);
        }
        return facts;
    }

    /** What one phase of a meter bears, W, by its owner; an EMS does not tell how large its plant is. */
    private static int phaseLimit(Map<String, Integer> owner) {
        return owner.getOrDefault("phases", 0) == 1 ? MOST_OF_ONE_PHASE : PHASE_BY_RATED * owner.get("rated");
    }

    /** What the owner's map depends on: its model, its firmware and what is behind it. */
    Map<String, Integer> facts(Owner owner, Family family, Topology topology, List<String> managed) {
        Map<String, Integer> facts = new HashMap<>(family.facts());
        facts.putIfAbsent("rated", UNKNOWN_RATED_POWER);
        if (owner.code().startsWith("20")) {
            int generation = generation(owner.arm());
            facts.put("generation", generation);
            if (generation == THIRD_GENERATION && owner.arm() > LAST_HYBRID_WITH_TWO_SLOTS) {
                facts.put("ten-slots", 1);
            }
            if (generation == THIRD_GENERATION && owner.arm() >= FIRST_HYBRID_WITH_PAUSE) {
                facts.put(PAUSE, 1);
            }
        }
        if (family.isAllInOne() && owner.arm() >= FIRST_ALL_IN_ONE_WITH_TOTALS) {
            facts.put("wide-totals", 1);
        }
        topology.of(Role.METER).forEach(unit -> facts.put("meter-" + Role.METER.number(unit), 1));
        for (int slot = 1; slot <= managed.size(); slot++) {
            int used = managed.get(slot - 1).isEmpty() ? 0 : 1;
            facts.put((family.kind() == DeviceKind.GATEWAY ? "aio-" : "inverter-") + slot, used);
        }
        return facts;
    }

    /** The same facts, without the pages of settings that the model should have and this device does not answer for. */
    static Map<String, Integer> confirmed(Map<String, Integer> facts, GuardedWire wire)
            throws TransportException, InterruptedException {
        Map<String, Integer> confirmed = new HashMap<>(facts);
        for (Map.Entry<String, Integer> page : OPTIONAL_SETTINGS.entrySet()) {
            if (facts.getOrDefault(page.getKey(), 0) == 1 && !wire.hasSettings(page.getValue(), PAGE)) {
                confirmed.put(page.getKey(), 0);
            }
        }
        if (confirmed.getOrDefault(AC_BLOCK, 0) == 1) {
            confirmed.put(PAUSE, 1);
        } else if (facts.getOrDefault(AC_BLOCK, 0) == 1 || facts.getOrDefault(PAUSE, 0) == 1) {
            confirmed.put(PAUSE, wire.hasSettings(PAUSE_MODE, PAUSE_REGISTERS) ? 1 : 0);
        }
        return confirmed;
    }

    /** The hybrids with codes 20xx differ by the hundreds of their firmware's number (givenergy.md §3.2). */
    private static int generation(int arm) {
        return switch (arm / 100) {
            case 3 -> 3;
            case 8, 9 -> 2;
            default -> 1;
        };
    }

    private Profile profile(String id) throws PollException {
        try {
            return store.profile(VENDOR, id);
        } catch (ProfileException e) {
            throw Failures.of(e);
        }
    }
}
