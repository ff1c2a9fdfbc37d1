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
        return switch (failure.kind()) {
            case CREDENTIALS, ADDRESS_BLOCKED, NOT_BOUND, WRONG_DEVICE, WRONG_KIND, UNKNOWN_CODE, UNKNOWN_MODEL,
                    UNKNOWN_PROFILE, BAD_PROFILE ->
                ThingStatusDetail.CONFIGURATION_ERROR;
            case RATE_LIMIT -> ThingStatusDetail.DUTY_CYCLE;
            default -> ThingStatusDetail.COMMUNICATION_ERROR;
        };
    }

    static String text(Failure failure) {
        return TranslatedText.of("offline." + failure.kind().id(), failure.arguments());
    }
}
