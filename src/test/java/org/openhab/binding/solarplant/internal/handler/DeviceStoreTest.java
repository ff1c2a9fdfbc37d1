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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/** What is kept of devices in openHAB's storage service. */
@NonNullByDefault
class DeviceStoreTest {

    private static final DeviceId ROOF = new DeviceId(DeviceKind.INVERTER, "SNROOF0001");
    private static final DeviceId BARN = new DeviceId(DeviceKind.INVERTER, "SNBARN0001");

    private final MemoryStorage storages = new MemoryStorage();

    @Test
    void eachDeviceHasItsOwnTexts() {
        DeviceStore store = new DeviceStore(storages);
        store.keep(ROOF, "topology", "a");
        store.keep(ROOF, "dailyWrites", "b");
        store.keep(BARN, "topology", "c");
        store.keep(ROOF, "topology", "d");
        store.forget(ROOF, "dailyWrites");
        assertEquals(Optional.of("d"), store.recall(ROOF, "topology"));
        assertEquals(Optional.of("c"), store.recall(BARN, "topology"));
        assertEquals(Optional.empty(), store.recall(ROOF, "dailyWrites"));
    }

    @Test
    void whatIsKeptIsThereAfterARestart() {
        new DeviceStore(storages).keep(ROOF, "topology", "a");
        assertEquals(Optional.of("a"), new DeviceStore(storages).recall(ROOF, "topology"));
    }

    @Test
    void whatSomebodyElseWroteThereIsAText() {
        storages.getStorage(DeviceStore.NAME).put(ROOF + "/dailyWrites", 17);
        assertEquals(Optional.of("17"), new DeviceStore(storages).recall(ROOF, "dailyWrites"));
    }
}
