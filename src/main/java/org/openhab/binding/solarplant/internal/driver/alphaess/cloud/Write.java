/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;

import com.google.gson.JsonObject;

/**
 * What is sent to the cloud, and how to find out whether it took it over.
 *
 * @param endpoint where it is sent
 * @param body what is sent
 * @param spacing from one such write to the next at least
 * @param question what is asked afterwards
 * @param readBack judges what is told then
 * @param caveat what stays unknown even if it was taken over; nothing as a rule
 */
@NonNullByDefault
record Write(String endpoint, JsonObject body, Duration spacing, Question question, ReadBack readBack,
        Optional<Failure> caveat) {

    /** A write after which all is known. */
    Write(String endpoint, JsonObject body, Duration spacing, Question question, ReadBack readBack) {
        this(endpoint, body, spacing, question, readBack, Optional.empty());
    }

    /** Between two writes of the same schedule: the device keeps them in flash memory (alphaess.md §1.6). */
    static final Duration FLASH = Duration.ofSeconds(30);

    /** Judges what was read back. */
    interface ReadBack {

        /** Takes note of what the cloud says now; whether that is what was written. */
        boolean confirms(Json data);
    }
}
