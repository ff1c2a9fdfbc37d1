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

import static org.junit.jupiter.api.Assertions.*;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a power is shared out among batteries: by what they have to give, and no one gets more than it can take. */
@NonNullByDefault
class StoreTest {

    /** Each battery is {@code capacity/charge/floor/ceiling/most charging/most discharging}; {@code -} is unknown. */
    @ParameterizedTest(name = "{0} W over {1} is {2}")
    @CsvSource({
            // by capacity times what is above the floor
            "3000, 10/60/10/100/-/- 10/60/10/100/-/-, 1500 1500", "3000, 10/60/10/100/-/- 20/60/10/100/-/-, 1000 2000",
            "3000, 10/35/10/100/-/- 10/60/10/100/-/-, 1000 2000",
            // charging: by the room below the ceiling
            "-3000, 10/80/10/100/-/- 10/60/10/100/-/-, -1000 -2000",
            "-3000, 10/80/10/90/-/- 10/60/10/90/-/-, -750 -2250",
            // what one cannot take, the others do
            "6000, 10/60/10/100/-/2000 10/60/10/100/-/5000, 2000 4000",
            "6000, 10/60/10/100/-/1000 10/60/10/100/-/2500 10/60/10/100/-/9000, 1000 2500 2500",
            "-6000, 10/50/10/100/1000/9000 10/50/10/100/-/9000, -1000 -5000",
            // together they can less than is wished for
            "9000, 10/60/10/100/-/2000 10/60/10/100/-/3000, 2000 3000",
            // at its floor, or at its ceiling, a battery does nothing
            "3000, 10/10/10/100/-/- 10/60/10/100/-/-, 0 3000", "3000, 10/5/10/100/-/- 10/60/10/100/-/-, 0 3000",
            "-3000, 10/100/10/100/-/- 10/60/10/100/-/-, 0 -3000", "3000, 10/10/10/100/-/- 10/4/10/100/-/-, 0 0",
            // where not all capacities are known, all count as equal
            "3000, -/60/10/100/-/- 20/60/10/100/-/-, 1500 1500",
            // whole watts, and none is lost
            "1000, 10/60/10/100/-/- 10/60/10/100/-/- 10/60/10/100/-/-, 334 333 333", "0, 10/60/10/100/-/-, 0",
            "1, 10/60/10/100/-/- 10/60/10/100/-/-, 1 0"})
    void sharesAre(String power, String batteries, String shares) {
        Map<Integer, Store> stores = new LinkedHashMap<>();
        for (String battery : batteries.split(" ")) {
            List<Optional<BigDecimal>> parts = Arrays.stream(battery.split("/"))
                    .map(part -> part.equals("-") ? Optional.<BigDecimal>empty() : Optional.of(new BigDecimal(part)))
                    .toList();
            stores.put(stores.size(), new Store(parts.get(0), parts.get(1).orElseThrow(), parts.get(2).orElseThrow(),
                    parts.get(3).orElseThrow(), parts.get(4), parts.get(5)));
        }
        Map<Integer, BigDecimal> given = Store.share(new BigDecimal(power), stores);
        assertEquals(shares,
                String.join(" ", stores.keySet().stream().map(key -> String.valueOf(given.get(key))).toList()));
    }
}
