/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.solarplant.internal.model.MetricType;
import org.openhab.binding.solarplant.internal.model.Metrics;

/** The page of channels says what is there now. */
@NonNullByDefault
class ChannelPageTest {

    private static final Path PAGE = Path.of("docs", "channels.md");
    private static final String RENEW = "mvn test -Dtest=ChannelPageTest -Dchannels.write=true";

    private final String page = new ChannelPage().text();

    @Test
    void itIsAsTheBuildMakesIt() throws IOException {
        if (Boolean.getBoolean("channels.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), PAGE + " is out of date; this renews it: " + RENEW);
    }

    @Test
    void itHasEveryChannelThatThereIs() {
        Set<String> missing = Metrics.types().stream().filter(type -> !page.contains("| `" + id(type) + "` |"))
                .map(ChannelPageTest::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "no thing has them");
    }

    @Test
    void whatADeviceHasBelongsToAGroupOfItsThing() {
        ChannelOwner.all().forEach(owner -> assertTrue(
                page.split("\n## `" + owner.thing() + "`\n")[1].split("\n## ")[0]
                        .contains("| `" + id(owner.type()) + "` |"),
                () -> owner.thing() + " has no group for " + id(owner.type())));
    }

    private static String id(MetricType type) {
        return type.group() + "#" + type.pattern().replace("{n}", "N");
    }
}
