/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ThingBuilder;

/** What the things of an openHAB use is read from their settings, whatever binding they belong to. */
@NonNullByDefault
class ClaimTest {

    private static final Set<Integer> PORTS = Set.of(502, 8899);

    private static Thing thing(String type, Map<String, Object> settings) {
        ThingUID uid = new ThingUID(type + ":home:one");
        return ThingBuilder.create(new ThingTypeUID(uid.getBindingId(), type.split(":")[1]), uid)
                .withConfiguration(new Configuration(settings)).build();
    }

    private static List<Claim> claims(String type, Map<String, Object> settings) {
        return Claim.of(List.of(thing(type, settings)), PORTS);
    }

    @Test
    void anInverterIsOursWithAllItsPorts() {
        assertEquals(List.of(new Claim("roof.lan", PORTS)),
                claims("solarplant:inverter", Map.of("connection", "solax-modbus", "host", " roof.lan ")));
        assertEquals(List.of(new Claim("192.168.1.5", PORTS)),
                claims("solarplant:ems", Map.of("host", "192.168.1.5", "port", BigDecimal.valueOf(18899))));
    }

    @Test
    void anotherModbusMasterClaimsItsPort() {
        assertEquals(List.of(new Claim("192.168.1.5", Set.of(502))),
                claims("modbus:tcp", Map.of("host", "192.168.1.5", "port", BigDecimal.valueOf(502), "id", 1)));
        assertEquals(List.of(new Claim("logger", Set.of(8899))),
                claims("other:logger", Map.of("ipAddress", "logger", "port", 8899, "password", "hostess")));
    }

    /** openHAB's REST API stores what a user emptied as null. */
    @Test
    void aSettingWithoutValueClaimsNothing() {
        Map<String, Object> settings = new HashMap<>(Map.of("port", 502, "host", "logger"));
        settings.put("macAddress", null);
        assertEquals(List.of(new Claim("logger", Set.of(502))), claims("other:logger", settings));
    }

    @Test
    void whoOnlyPingsOrReadsAPageClaimsNothing() {
        assertEquals(List.of(), claims("network:pingdevice", Map.of("hostname", "192.168.1.5", "retry", 1)));
        assertEquals(List.of(), claims("http:url", Map.of("host", "192.168.1.5", "port", 80)));
        assertEquals(List.of(), claims("modbus:tcp", Map.of("port", 502)));
        assertEquals(List.of(), claims("solarplant:inverter", Map.of("connection", "via-ems", "serial", "CE2501A002")));
        assertEquals(List.of(), claims("solarplant:plant", Map.of("cloudUrl", "https://192.168.1.5/api")));
    }
}
