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

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** How a vendor's devices are recognised: by their serial number first, and by what they say of themselves. */
@NonNullByDefault
public interface Detection {

    /**
     * The serial number of who answers.
     *
     * @throws PollException if it tells none, or is another device than the one that the user expects
     */
    String serial() throws PollException, TransportException, InterruptedException;

    /**
     * The device with this serial number, which is the one that answers.
     *
     * @throws PollException if there is no register map for it
     */
    Detected detect(String serial) throws PollException, TransportException, InterruptedException;

    /** What is known of the model, once the device has told of itself what it does, with what follows from it. */
    default Map<String, Integer> completed(Map<String, Integer> facts) {
        return facts;
    }
}
