/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/** The i18n files of the installed bindings. */
@NonNullByDefault
final class Texts implements TranslationProvider {

    private record Source(@Nullable Bundle bundle, Map<String, Properties> byLanguage) {}

    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
    }

    void add(Resources resources) {
        Map<String, Properties> byLanguage = new HashMap<>();
        for (URL file : resources.list("i18n", ".properties")) {
            String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1).replace(".properties", "");
            int separator = name.indexOf('_');
            Properties texts = byLanguage.computeIfAbsent(separator < 0 ? "" : name.substring(separator + 1),
                    language -> new Properties());
            try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sources.add(new Source(resources.bundle(), byLanguage));
    }

    @Override
    public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
            @Nullable Locale wanted) {
        if (key == null) {
            return defaultText;
        }
        Locale language = wanted == null ? locale : wanted;
        for (Source source : sources) {
            // outside OSGi there are no bundles: whoever asks may mean any of the sources
            if (bundle == null || source.bundle() == null || bundle.equals(source.bundle())) {
                for (String variant : List.of(language.toString(), language.getLanguage(), "")) {
                    Properties texts = source.byLanguage().get(variant);
                    String text = texts == null ? null : texts.getProperty(key);
                    if (text != null) {
                        return text;
                    }
                }
            }
        }
        return defaultText;
    }

    @Override
    public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
            @Nullable Locale wanted, @Nullable Object @Nullable... arguments) {
        String text = getText(bundle, key, defaultText, wanted);
        return text == null ? null : MessageFormat.format(text, arguments);
    }

    /** A text of a file: a constant is looked up, anything else is the default of the key. */
    String label(String key, String text) {
        boolean constant = text.startsWith("@text/");
        String found = getText(null, constant ? text.substring("@text/".length()) : key, text, locale);
        return found == null ? text : found;
    }

    /** The text of a status: a constant may have arguments, which may be constants themselves. */
    @Nullable
    String status(@Nullable String description) {
        if (description == null || !description.startsWith("@text/")) {
            return description;
        }
        String[] parts = description.substring("@text/".length()).split("\\s+", 2);
        Object[] arguments = parts.length == 1
                ? new Object[0]
                : Stream.of(parts[1].replaceAll("[\\[\\]\"]", "").split(",")).map(String::strip)
                        .filter(a -> !a.isEmpty()).map(a -> a.startsWith("@text/") ? label("", a) : a).toArray();
        return getText(null, parts[0], description, locale, arguments);
    }
}
