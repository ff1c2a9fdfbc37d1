/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What is known of a device from one side. An inverter that an EMS manages and that is asked directly as well has two.
 *
 * @param device who it is about
 * @param source from whom it comes
 */
@NonNullByDefault
public record Contribution(DeviceId device, Source source) {

    /** What this reading adds to. */
    public static Contribution of(Reading reading) {
        return new Contribution(reading.device().id(), reading.source());
    }
}
