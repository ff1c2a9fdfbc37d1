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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.OwnProfiles;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingUID;

/** A plant whose user has files with register maps. */
@NonNullByDefault
final class OwnProfileRig implements AutoCloseable {

    static final Path EXAMPLE = Path.of("docs/examples/sunspec-inverter.json");
    static final String SUNSPEC = "sunspec-inverter";
    static final String SERIAL = "SW10-2026-0815";

    /** What was wrong with files, as the log has it. */
    final List<String> complaints = new CopyOnWriteArrayList<>();
    final TestPlant plant;
    private final Path folder;

    OwnProfileRig(Path folder, Map<String, Object> config) {
        this.folder = folder;
        plant = new TestPlant(Locale.ENGLISH, new ProfileStore(new OwnProfiles(folder, complaints::add)));
        plant.addPlant(config);
    }

    /** Writes a file in the user's folder. */
    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static String example() throws IOException {
        return Files.readString(EXAMPLE);
    }

    ThingUID add(String id, ModbusSimulator device, Map<String, Object> config) {
        Map<String, Object> all = new HashMap<>(Map.of("connection", "modbus", "profile", SUNSPEC));
        all.putAll(config);
        return plant.addInverter(id, device, all);
    }

    /** What the thing says when only its user can help. */
    String complaint(ThingUID thing) {
        plant.awaitOffline(thing, ThingStatusDetail.CONFIGURATION_ERROR);
        String text = plant.host.statusText(thing);
        return Objects.requireNonNull(text);
    }

    /** Lets polls go on until the thing is online: a file that was mended is found by the next one. */
    void awaitHealed(ThingUID thing) {
        plant.passUntil(Duration.ofSeconds(15),
                () -> plant.status(thing).getStatus() == ThingStatus.ONLINE);
    }

    @Override
    public void close() throws IOException {
        plant.close();
    }
}
