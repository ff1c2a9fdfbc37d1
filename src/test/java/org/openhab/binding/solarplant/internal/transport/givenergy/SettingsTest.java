/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;

/** The times of givenergy.md §1.9, and settings that would wait for ever. */
@NonNullByDefault
class SettingsTest {

    @Test
    void theTimesOfTheDocument() {
        GivEnergyEndpoint endpoint = GivEnergyEndpoint.of("dongle", GivEnergyEndpoint.PORT);
        assertEquals("dongle:8899", endpoint.address());
        assertEquals(Duration.ofSeconds(2), endpoint.connectTimeout());
        assertEquals(Duration.ofMillis(250), endpoint.requestGap());
        assertEquals(new Patience(Duration.ofSeconds(2), 2, Duration.ofMillis(500)),
                endpoint.patience(Effort.REFRESH));
        assertEquals(new Patience(Duration.ofSeconds(2), 4, Duration.ofMillis(500)),
                endpoint.patience(Effort.DETECTION));
        assertEquals(new Patience(Duration.ofSeconds(1), 2, Duration.ZERO), endpoint.patience(Effort.PROBE));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 4", "2, 2, 1, 4", "4, 2, 1, 4", "5, 2, 2, 4", "30, 2, 12, 12", "60, 2, 24, 24"})
    void theTimeOfARequestGoesIntoAttempts(int timeout, int attempt, int refresh, int detection) {
        GivEnergyEndpoint endpoint = GivEnergyEndpoint.of("dongle", 1)
                .withRequestTimeout(Duration.ofSeconds(timeout));
        Duration half = Duration.ofMillis(500);
        assertEquals(new Patience(Duration.ofSeconds(attempt), refresh, half), endpoint.patience(Effort.REFRESH));
        assertEquals(new Patience(Duration.ofSeconds(attempt), detection, half), endpoint.patience(Effort.DETECTION));
        assertEquals(new Patience(Duration.ofSeconds(1), 2, Duration.ZERO), endpoint.patience(Effort.PROBE));
        assertEquals(1, endpoint.patience(Effort.ONCE).attempts());
    }

    @Test
    void refusesToWaitForEverOrNotAtAll() {
        Duration second = Duration.ofSeconds(1);
        GivEnergyEndpoint endpoint = GivEnergyEndpoint.of("dongle", 1);
        assertThrows(IllegalArgumentException.class, () -> endpoint.withPace(Duration.ZERO, second));
        assertThrows(IllegalArgumentException.class, () -> new Patience(Duration.ZERO, 1, second));
        assertThrows(IllegalArgumentException.class, () -> new Patience(second.negated(), 1, second));
        assertThrows(IllegalArgumentException.class, () -> new Patience(second, 0, second));
        assertThrows(IllegalArgumentException.class, () -> new Patience(second, 1, second.negated()));
    }

    @Test
    void spacesHaveTheirFunctions() {
        assertEquals(ReadFunction.HOLDING, ReadFunction.of(RegisterSpace.HOLDING));
        assertEquals(ReadFunction.INPUT, ReadFunction.of(RegisterSpace.INPUT));
    }
}
