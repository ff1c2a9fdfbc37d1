/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.link;

import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.registry.AbstractRegistry;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.thing.UID;

/** All links of one kind. */
@NonNullByDefault
public abstract class AbstractLinkRegistry<@NonNull L extends AbstractLink, @NonNull P extends Provider<L>>
        extends
            AbstractRegistry<L, String, P> {

    protected AbstractLinkRegistry(final Class<P> providerClazz) {
        super(providerClazz);
    }

    public Set<L> getLinks(final UID uid) {
        return stream().filter(link -> link.getLinkedUID().equals(uid)).collect(Collectors.toSet());
    }

    public Set<String> getLinkedItemNames(final UID uid) {
        return getLinks(uid).stream().map(AbstractLink::getItemName).collect(Collectors.toSet());
    }
}
