/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.profile.ModelTable;
import org.openhab.binding.solarplant.internal.profile.ProfileException;
import org.openhab.binding.solarplant.internal.profile.WireFailure;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** What the failure of a transport or of a register map means to a user. */
@NonNullByDefault
public final class Failures {

    private Failures() {}

    /** The failed request as the failed poll that it makes. */
    public static PollException of(TransportException failure) {
        return new PollException(WireFailure.of(failure), failure);
    }

    /** The register map that cannot be used as the failed poll that it makes. */
    public static PollException of(ProfileException unusable) {
        return new PollException(new Failure(Failure.Kind.BAD_PROFILE, String.valueOf(unusable.getMessage())),
                unusable);
    }

    /**
     * A model that is not in this table as the failed poll that it makes. If it may be missing for a mistake in what the user
     * has added, that mistake is the failure.
     */
    public static PollException unknown(ModelTable models, Failure missing) {
        return models.mistake().map(Failures::of).orElseGet(() -> new PollException(missing, null));
    }
}
