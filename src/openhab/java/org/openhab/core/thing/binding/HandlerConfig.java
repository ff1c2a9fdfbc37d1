/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.thing.binding;

import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigUtil;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.config.core.validation.ConfigValidationException;
import org.openhab.core.thing.Thing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration of a handler's thing with its variables resolved. */
@NonNullByDefault
final class HandlerConfig {

    private final Logger logger = LoggerFactory.getLogger(BaseThingHandler.class);
    private volatile @Nullable Configuration resolved;

    /** A copy, so that what a handler puts into it stays its own. */
    Configuration of(Thing thing) {
        Configuration known = resolved;
        if (known == null) {
            known = resolve(thing, thing.getConfiguration());
            resolved = known;
        }
        return new Configuration(known);
    }

    void reset() {
        resolved = null;
    }

    Configuration resolve(Thing thing, Configuration configuration) {
        try {
            return ConfigUtil.resolveVariables(configuration);
        } catch (IllegalArgumentException e) {
            logger.warn("Cannot resolve the configuration of thing '{}': {}", thing.getUID(), e.getMessage());
            return configuration;
        }
    }

    /** Says whether the check passes; if not, the log has why. */
    boolean passes(Thing thing, Runnable check) {
        try {
            check.run();
            return true;
        } catch (ConfigValidationException e) {
            logger.warn("Thing '{}' is not updated: {}", thing.getUID(), e.getValidationMessages());
            return false;
        }
    }

    /** Takes properties over, or clears all if there are none given; says whether that changed anything. */
    static boolean merge(Thing thing, @Nullable Map<String, String> properties) {
        boolean changed = false;
        if (properties == null) {
            changed = !thing.getProperties().isEmpty();
            thing.setProperties(Map.of());
        } else {
            for (Map.Entry<String, String> entry : properties.entrySet()) {
                changed |= change(thing, entry.getKey(), entry.getValue());
            }
        }
        return changed;
    }

    /** Says whether it is a change; as in openHAB, removing what is not there counts as one. */
    static boolean change(Thing thing, String name, @Nullable String value) {
        boolean known = thing.getProperties().containsKey(name);
        return !Objects.equals(thing.setProperty(name, value), value) || !known;
    }
}
