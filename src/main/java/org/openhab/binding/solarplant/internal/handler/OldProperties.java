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

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.modbus.AlphaEssModbusDriver;
import org.openhab.binding.solarplant.internal.driver.givenergy.GivEnergyDriver;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.core.thing.Thing;

/**
 * What earlier versions of the binding kept in properties of things, where things from files and second things of a
 * device did not find it.
 */
@NonNullByDefault
final class OldProperties {

    private static final List<String> NAMES = List.of(WriteBudget.NAME, GivEnergyDriver.TOPOLOGY,
            AlphaEssModbusDriver.MIDNIGHT_ENERGIES);

    private OldProperties() {}

    /**
     * Moves them to the memory, under the same names. What is kept there already is newer.
     *
     * @param remove takes a property from the thing
     */
    static void move(Thing thing, DeviceId device, DeviceMemory memory, Consumer<String> remove) {
        for (String name : NAMES) {
            String text = thing.getProperties().get(name);
            if (text != null) {
                if (memory.recall(device, name).isEmpty()) {
                    memory.keep(device, name, text);
                }
                remove.accept(name);
            }
        }
    }
}
