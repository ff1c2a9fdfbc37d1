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

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A command that cannot be done, with a sentence for whoever gave it. */
@NonNullByDefault
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }
}
