/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The cloud answers, but with another code than 200. */
@NonNullByDefault
final class CloudRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final CloudCode code;
    private final transient Optional<String> detail;

    CloudRefusal(CloudCode code) {
        this(code, Optional.empty());
    }

    /** With a text for the field {@code expMsg}. */
    CloudRefusal(CloudCode code, Optional<String> detail) {
        super(code.text());
        this.code = code;
        this.detail = detail;
    }

    CloudCode code() {
        return code;
    }

    Optional<String> detail() {
        return detail;
    }
}
