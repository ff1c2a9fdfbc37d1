/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/**
 * What came of a request.
 *
 * @param <T> what was asked for
 */
@NonNullByDefault
public sealed interface Reply<T> {

    /** It was answered. */
    record Got<T>(T content) implements Reply<T> {}

    /** It was not. */
    record Failed<T>(Trouble trouble) implements Reply<T> {}

    /** The content once more. */
    default T again() throws TransportException {
        return switch (this) {
            case Got<T>(T content) -> content;
            case Failed<T>(Trouble trouble) -> throw trouble.again();
        };
    }
}
