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
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * Finds out who is at the other end of a wire, and asks for nothing else. Reads only.
 *
 * @param <W> what such a wire offers
 */
@NonNullByDefault
@FunctionalInterface
public interface Recognition<W> {

    /**
     * Who answers: its serial number and, as far as that tells, its vendor and model.
     *
     * @throws PollException if it is none of the vendor's devices, or one of a model that is not known
     * @throws TransportException if nobody answers, or not as the vendor's devices do
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    Device recognise(W wire) throws PollException, TransportException, InterruptedException;
}
