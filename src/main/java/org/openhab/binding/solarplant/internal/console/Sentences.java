/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.TranslatedText;
import org.openhab.binding.solarplant.internal.handler.ChannelLabels;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;

/** Status texts in the user's language. */
@NonNullByDefault
final class Sentences {

    /** What {@link TranslatedText} writes. */
    private static final Pattern CONSTANT = Pattern.compile("@text/(\\S+)(?: \\[(.*)\\])?");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");

    private final ChannelLabels labels;

    Sentences(ChannelLabels labels) {
        this.labels = labels;
    }

    /** The thing's status with its detail and its sentence. */
    String status(Thing thing) {
        ThingStatusInfo info = thing.getStatusInfo();
        String detail = info.getStatusDetail() == ThingStatusDetail.NONE ? "" : " (" + info.getStatusDetail() + ")";
        String description = info.getDescription();
        return info.getStatus() + detail + (description == null ? "" : ": " + sentence(description));
    }

    /** The sentence about this failure. */
    String sentence(Failure failure) {
        return sentence(TranslatedText.of("offline." + failure.kind().id(), failure.arguments()));
    }

    private String sentence(String description) {
        Matcher constant = CONSTANT.matcher(description);
        if (!constant.matches()) {
            return description;
        }
        String arguments = constant.group(2);
        Object[] values = arguments == null
                ? new Object[0]
                : ARGUMENT.matcher(arguments).results().map(found -> (Object) found.group(1)).toArray();
        return labels.text(constant.group(1), values).orElse(description);
    }
}
