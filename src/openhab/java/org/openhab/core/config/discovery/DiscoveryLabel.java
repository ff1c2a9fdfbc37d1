/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.config.discovery;

import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/** Where the label of a result is translated: its key and the arguments of the text. */
@NonNullByDefault
record DiscoveryLabel(String key, Object[] arguments) {

    private static final String CONSTANT = "@text/";

    static DiscoveryLabel of(DiscoveryResult result) {
        String label = result.getLabel();
        if (!label.startsWith(CONSTANT)) {
            return new DiscoveryLabel(
                    "discovery." + result.getThingUID().getAsString().replace(":", ".") + ".label", new Object[0]);
        }
        String[] parts = label.substring(CONSTANT.length()).split(" ", 2);
        Object[] arguments = parts.length == 1
                ? new Object[0]
                : Stream.of(parts[1].replaceAll("[\\[\\]\"]", "").split(",")).map(String::trim)
                        .filter(a -> !a.isEmpty()).toArray();
        return new DiscoveryLabel(parts[0], arguments);
    }

    DiscoveryResult localize(DiscoveryResult result, TranslationProvider texts, @Nullable Bundle bundle,
            Locale locale) {
        String text = arguments.length == 0
                ? texts.getText(bundle, key, result.getLabel(), locale)
                : texts.getText(bundle, key, result.getLabel(), locale, arguments);
        return text == null || text.equals(result.getLabel())
                ? result
                : DiscoveryResultBuilder.create(result).withLabel(text).build();
    }
}
