/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;

/** The framework starts with all that an add-on needs and ends without a trace. */
@NonNullByDefault
@Timeout(60)
class FelixRuntimeTest {
    private static final String SCR = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    @Test
    void startsAndEndsWithoutATrace(@TempDir Path cache)
            throws BundleException, InvalidSyntaxException, InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (FelixRuntime runtime = FelixRuntime.start(cache, ClassPath.ofThisProgram())) {
            for (Bundle bundle : runtime.context().getBundles()) {
                assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
            }
            assertNotNull(runtime.context().getAllServiceReferences(SCR, null));
            runtime.offer(Callable.class, () -> "here");
            assertNotNull(runtime.context().getServiceReference(Callable.class));
        }
        // the framework says that it has stopped shortly before its last threads have
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)) {
                thread.join(2000);
            }
        }
        Set<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread)).map(Thread::getName)
                .collect(Collectors.toSet());
        assertTrue(left.isEmpty(), left::toString);
    }
}
