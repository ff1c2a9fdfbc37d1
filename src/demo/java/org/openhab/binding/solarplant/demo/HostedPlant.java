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

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleException;

/** The add-on at work in an OSGi framework, with a small openHAB as its host. */
@NonNullByDefault
final class HostedPlant implements PlantView, AutoCloseable {
    private final FelixRuntime runtime;

    private HostedPlant(FelixRuntime runtime) {
        this.runtime = runtime;
    }

    /** Starts the add-on with the things of a file. */
    static HostedPlant start(Setup setup, Path things) throws BundleException {
        FelixRuntime runtime = FelixRuntime.start(setup.folder().resolve("felix"), ClassPath.ofThisProgram());
        runtime.install(setup.jar()).start();
        return new HostedPlant(runtime);
    }

    @Override
    public List<ThingView> things() {
        return List.of();
    }

    @Override
    public List<InboxView> inbox() {
        return List.of();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
