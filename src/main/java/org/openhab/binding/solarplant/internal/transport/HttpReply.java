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

import java.time.Instant;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What came back of an HTTP request.
 *
 * @param status the HTTP status
 * @param date the server's time, if it tells
 * @param body the content, taken for UTF-8 whatever the server calls it
 */
@NonNullByDefault
public record HttpReply(int status, Optional<Instant> date, String body) {}
