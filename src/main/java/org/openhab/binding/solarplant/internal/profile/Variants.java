/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The register maps of a family that are in use, by what is known of the model: devices of one model share theirs, which
 * is most of what a device takes up.
 */
@NonNullByDefault
final class Variants {

    private final Map<Map<String, Integer>, WeakReference<RegisterMap>> maps = new HashMap<>();

    /** The one for these facts, made if nobody uses it. */
    synchronized RegisterMap of(Map<String, Integer> facts, Function<Map<String, Integer>, RegisterMap> maker) {
        WeakReference<RegisterMap> reference = maps.get(facts);
        @Nullable
        RegisterMap known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        maps.values().removeIf(unused -> unused.refersTo(null));
        RegisterMap made = maker.apply(facts);
        maps.put(facts, new WeakReference<>(made));
        return made;
    }
}
