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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.registry.Identifiable;
import org.openhab.core.thing.UID;

/** Joins an item to something with a UID. */
@NonNullByDefault
public abstract class AbstractLink implements Identifiable<String> {

    private final String itemName;

    protected AbstractLink(String itemName) {
        this.itemName = itemName;
    }

    public static String getIDFor(String itemName, UID uid) {
        return itemName + " -> " + uid;
    }

    @Override
    public String getUID() {
        return getIDFor(itemName, getLinkedUID());
    }

    public String getItemName() {
        return itemName;
    }

    public abstract UID getLinkedUID();

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AbstractLink link && link.getUID().equals(getUID());
    }

    @Override
    public int hashCode() {
        return getUID().hashCode();
    }

    @Override
    public String toString() {
        return getUID();
    }
}
