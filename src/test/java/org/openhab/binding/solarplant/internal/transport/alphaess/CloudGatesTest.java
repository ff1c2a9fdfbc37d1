/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.transport.Ticker;

/** Who shares the pace of an account. */
@NonNullByDefault
class CloudGatesTest {

    @Test
    void whoHasTheSameAccountHasTheSameGate() {
        CloudGates gates = new CloudGates(Ticker.SYSTEM);
        Gate gate = gates.of("https://cloud/api", "alpha1");
        assertSame(gate, gates.of("https://cloud/api", "alpha1"));
        assertNotSame(gate, gates.of("https://cloud/api", "alpha2"));
        assertNotSame(gate, gates.of("https://other/api", "alpha1"));
    }
}
