/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.storage;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Keeps storages, each under its name. */
@NonNullByDefault
public interface StorageService {

    <T> Storage<T> getStorage(String name);

    /** The class loader knows the classes of the values. */
    <T> Storage<T> getStorage(String name, @Nullable ClassLoader classLoader);
}
