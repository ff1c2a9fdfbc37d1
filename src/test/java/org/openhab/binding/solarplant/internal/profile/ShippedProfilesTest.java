/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profiles that are shipped can be used, and every model finds its own. */
@NonNullByDefault
class ShippedProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "g3", "g2", "mic", "mic-g4", "max"})
    void loads(String id) throws ProfileException {
        Profile profile = new ProfileStore().profile("solax", id);
        assertFalse(profile.registers().isEmpty());
    }
}
