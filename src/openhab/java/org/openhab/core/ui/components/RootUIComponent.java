/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.ui.components;

import java.util.Date;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.registry.Identifiable;

/** A page or a widget. */
@NonNullByDefault
public class RootUIComponent extends UIComponent implements Identifiable<String> {

    private final String uid;
    private @Nullable Date timestamp;

    public RootUIComponent(String uid, String name) {
        super(name);
        this.uid = uid;
    }

    @Override
    public String getUID() {
        return uid;
    }

    public @Nullable Date getTimestamp() {
        return timestamp;
    }

    public void updateTimestamp() {
        timestamp = new Date();
    }
}
