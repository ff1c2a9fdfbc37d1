/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.common.registry;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Hears what happens to the elements of a provider. */
@NonNullByDefault
public interface ProviderChangeListener<E> {

    void added(Provider<E> provider, E element);

    void removed(Provider<E> provider, E element);

    void updated(Provider<E> provider, E oldelement, E element);
}
