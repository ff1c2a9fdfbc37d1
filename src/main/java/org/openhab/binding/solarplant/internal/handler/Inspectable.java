/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** A handler into which people can look. */
@NonNullByDefault
public interface Inspectable {

    /** What is behind its thing at this moment; any thread may ask. */
    Inspection inspect();
}
