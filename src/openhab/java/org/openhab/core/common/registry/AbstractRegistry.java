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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** A registry over its providers. Nothing here can be changed but by a provider. */
@NonNullByDefault
public abstract class AbstractRegistry<@NonNull E extends Identifiable<K>, @NonNull K, @NonNull P extends Provider<E>>
        implements
            ProviderChangeListener<E>,
            Registry<E, K> {

    private final Map<K, E> elements = new ConcurrentHashMap<>();
    private final List<RegistryChangeListener<E>> listeners = new CopyOnWriteArrayList<>();

    protected AbstractRegistry(final @Nullable Class<P> providerClazz) {
        // providers are handed in: there is no framework here to look for them
    }

    protected void addProvider(Provider<E> provider) {
        provider.addProviderChangeListener(this);
        provider.getAll().forEach(element -> added(provider, element));
    }

    protected void removeProvider(Provider<E> provider) {
        provider.removeProviderChangeListener(this);
        provider.getAll().forEach(element -> removed(provider, element));
    }

    @Override
    public void added(Provider<E> provider, E element) {
        if (elements.putIfAbsent(element.getUID(), element) == null) {
            listeners.forEach(listener -> listener.added(element));
        }
    }

    @Override
    public void removed(Provider<E> provider, E element) {
        if (elements.remove(element.getUID()) != null) {
            listeners.forEach(listener -> listener.removed(element));
        }
    }

    @Override
    public void updated(Provider<E> provider, E oldElement, E element) {
        if (elements.replace(element.getUID(), element) != null) {
            listeners.forEach(listener -> listener.updated(oldElement, element));
        }
    }

    @Override
    public void addRegistryChangeListener(RegistryChangeListener<E> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeRegistryChangeListener(RegistryChangeListener<E> listener) {
        listeners.remove(listener);
    }

    @Override
    public Collection<E> getAll() {
        return List.copyOf(elements.values());
    }

    @Override
    public Stream<E> stream() {
        return getAll().stream();
    }

    @Override
    public @Nullable E get(K key) {
        return elements.get(key);
    }

    @Override
    public E add(E element) {
        throw noManagedProvider();
    }

    @Override
    public @Nullable E update(E element) {
        throw noManagedProvider();
    }

    @Override
    public @Nullable E remove(K key) {
        throw noManagedProvider();
    }

    private static IllegalStateException noManagedProvider() {
        return new IllegalStateException("ManagedProvider is not available");
    }
}
