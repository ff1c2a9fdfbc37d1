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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.host.SharedHttp;
import org.openhab.binding.solarplant.host.ThingEntry;
import org.openhab.core.OpenHAB;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** As openHAB starts the binding, it looks for files where openHAB has its configuration. */
@NonNullByDefault
@Timeout(60)
class OwnFolderTest {

    private static final ThingUID ROOF = TestPlant.inverter("roof");

    @Test
    void filesLieInOpenHabsConfigurationFolder(@TempDir Path conf) throws Exception {
        Path file = Files.createDirectories(conf.resolve("solarplant")).resolve("mine.json");
        Files.writeString(file, "{\n  \"id\" \"mine\"\n}\n");
        String before = System.getProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT);
        System.setProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT, conf.toString());
        try (LogLines log = new LogLines();
                SharedHttp http = SharedHttp.start();
                Host host = new Host(Locale.ENGLISH, ZoneId.of("UTC"))) {
            host.install(Path.of("src/main/resources/OH-INF"));
            host.addFactory(new SolarPlantHandlerFactory(host.translations(), host.localeProvider(),
                    host.timeZoneProvider(), http.factory(), new SettingDescriptions(), new UserProfiles(),
                    new MemoryStorage()));
            host.add(new ThingEntry(TestPlant.PLANT, true, null, "Home", Map.of()));
            host.add(new ThingEntry(ROOF, false, TestPlant.PLANT, "Roof",
                    Map.of("connection", "modbus", "profile", "mine", "host", "127.0.0.1")));
            assertTrue(host.await(() -> detail(host) == ThingStatusDetail.CONFIGURATION_ERROR, Duration.ofSeconds(30)));
            assertTrue(String.valueOf(host.statusText(ROOF)).contains(file + "  line 2: "), host.statusText(ROOF));
            List<String> lines = log.with(" WARN ");
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.getFirst().endsWith("This file is not used: " + file
                    + ", line 2: no proper JSON up to here"), lines::toString);
        } finally {
            if (before == null) {
                System.clearProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT);
            } else {
                System.setProperty(OpenHAB.CONFIG_DIR_PROG_ARGUMENT, before);
            }
        }
    }

    private static ThingStatusDetail detail(Host host) {
        return Objects.requireNonNull(host.thing(ROOF)).getStatusInfo().getStatusDetail();
    }
}
