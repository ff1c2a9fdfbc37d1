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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.core.thing.ThingStatusDetail;

/** Failures as the details and texts of a thing's status. */
@NonNullByDefault
final class StatusTexts {

    private StatusTexts() {}

    static ThingStatusDetail detail(Failure failure) {
        if (failure.kind().needsUser()) {
            return ThingStatusDetail.CONFIGURATION_ERROR;
        }
        return failure.kind() == Failure.Kind.RATE_LIMIT
                ? ThingStatusDetail.DUTY_CYCLE
                : ThingStatusDetail.COMMUNICATION_ERROR;
    }

    static String text(Failure failure) {
        return TranslatedText.of("offline." + failure.kind().id(), failure.arguments());
    }
}
