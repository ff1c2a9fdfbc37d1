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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.slf4j.LoggerFactory;

/** Keeps the listeners of a provider. */
@NonNullByDefault
public abstract class AbstractProvider<E> implements Provider<E> {

    protected List<ProviderChangeListener<E>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void addProviderChangeListener(ProviderChangeListener<E> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeProviderChangeListener(ProviderChangeListener<E> listener) {
        listeners.remove(listener);
    }

    protected void notifyListenersAboutAddedElement(E element) {
        tell(listener -> listener.added(this, element));
    }

    protected void notifyListenersAboutRemovedElement(E element) {
        tell(listener -> listener.removed(this, element));
    }

    protected void notifyListenersAboutUpdatedElement(E oldElement, E newElement) {
        tell(listener -> listener.updated(this, oldElement, newElement));
    }

    private void tell(Consumer<ProviderChangeListener<E>> event) {
        for (ProviderChangeListener<E> listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(AbstractProvider.class).error("A listener of {} failed", getClass(), e);
            }
        }
    }
}
