/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.discovery;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Device;

/**
 * A device that answered on the network.
 *
 * @param device who it is
 * @param connection the name of the connection by which it answered, as users choose it
 * @param host the address at which it answered
 * @param port the TCP port, where it is not the vendor's usual one
 */
@NonNullByDefault
record Find(Device device, String connection, String host, Optional<Integer> port) {}
