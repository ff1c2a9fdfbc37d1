/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** How Modbus messages are wrapped on a TCP connection. */
@NonNullByDefault
public enum Framing {
    /** Modbus TCP: a header with transaction id and length. */
    TCP,
    /** The frames of the serial line with their checksum, as transparent gateways pass them on. */
    RTU
}
