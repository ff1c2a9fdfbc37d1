/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;

/** A host with the tiny binding and a bridge with one device. */
@NonNullByDefault
abstract class HostTestBase {

    static final Duration LIMIT = Duration.ofSeconds(10);
    static final ThingUID BRIDGE = new ThingUID("tiny:bridge:home");
    static final ThingUID DEVICE = new ThingUID("tiny:device:home:one");

    final TinyBinding binding = new TinyBinding();
    final Host host = new Host(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    @TempDir
    @SuppressWarnings("null")
    Path folder;

    @BeforeEach
    void install() throws IOException {
        host.install(TinyBinding.files(folder));
    }

    @AfterEach
    void close() {
        host.close();
    }

    void start(String yaml) throws IOException {
        host.addFactory(binding);
        load(yaml);
    }

    void load(String yaml) throws IOException {
        Path file = folder.resolve("things.yaml");
        TinyBinding.write(file, yaml);
        host.load(file);
    }

    void startBoth() throws IOException {
        start(BOTH);
        await(() -> status(DEVICE).getStatus() == ThingStatus.ONLINE);
    }

    void await(BooleanSupplier condition) {
        if (!host.await(condition, LIMIT)) {
            throw new AssertionError("did not happen; log " + binding.log + ", things " + host.things());
        }
    }

    void awaitLog(String line) {
        await(() -> binding.log.contains(line));
    }

    ThingStatusInfo status(ThingUID uid) {
        return thing(uid).getStatusInfo();
    }

    Thing thing(ThingUID uid) {
        Thing thing = host.thing(uid);
        if (thing == null) {
            throw new IllegalStateException("no thing " + uid);
        }
        return thing;
    }

    static final String BOTH = """
            version: 1
            things:
              tiny:device:home:one:
                bridge: tiny:bridge:home
                config: {serial: S1, port: "502"}
              tiny:bridge:home:
                isBridge: true
                label: Home
            items:
              Some_Item: {type: Number}
            """;
}
