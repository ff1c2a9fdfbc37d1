/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.alert;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** One alert of one thing. It turns only after what speaks for it has held for a while without a break. */
@NonNullByDefault
final class Latch {

    private final AlertKind kind;
    private boolean raised;
    /** Since when all findings have been against it staying as it is; null if the last was not. */
    private @Nullable Instant since;

    Latch(AlertKind kind) {
        this.kind = kind;
    }

    boolean isRaised() {
        return raised;
    }

    /** Takes note of a finding, and says whether it turns by it. */
    boolean turnsBy(Finding finding) {
        Finding.Side other = raised ? Finding.Side.RIGHT : Finding.Side.WRONG;
        if (finding.side() != other) {
            since = null;
            return false;
        }
        Instant begun = since;
        // a clock that was set back must not hold it up
        if (begun == null || finding.at().isBefore(begun)) {
            begun = finding.at();
            since = begun;
        }
        Duration patience = raised ? kind.beforeCleared() : kind.beforeRaised();
        if (Duration.between(begun, finding.at()).compareTo(patience) < 0) {
            return false;
        }
        raised = !raised;
        since = null;
        return true;
    }
}
