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

/** Runs the same at every change. */
@NonNullByDefault
public class RegistryChangedRunnableListener<E> implements RegistryChangeListener<E> {

    private final Runnable runnable;

    public RegistryChangedRunnableListener(Runnable runnable) {
        this.runnable = runnable;
    }

    @Override
    public void added(E element) {
        runnable.run();
    }

    @Override
    public void removed(E element) {
        runnable.run();
    }

    @Override
    public void updated(E oldElement, E newElement) {
        runnable.run();
    }
}
