/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Labels in the user's language for what openHAB cannot label by itself: channels of a row, and discovered devices. */
@NonNullByDefault
public final class ChannelLabels {

    private final TranslationProvider translations;
    private final LocaleProvider locales;
    private final @Nullable Bundle bundle = FrameworkUtil.getBundle(ChannelLabels.class);

    public ChannelLabels(TranslationProvider translations, LocaleProvider locales) {
        this.translations = translations;
        this.locales = locales;
    }

    /**
     * The label of a channel, with its number where it is one of a row, such as {@code PV String 2 Power}: openHAB itself
     * would give to it the label of its type in the language in which that is written.
     */
    public Optional<String> label(Metric metric) {
        return metric.type().isNumbered()
                ? text("channel." + metric.type().channelType() + ".label", metric.number())
                : ofType(metric, "label");
    }

    /** The description of a channel. */
    public Optional<String> description(Metric metric) {
        return ofType(metric, "description");
    }

    /** A text that stands as it is: openHAB shows it too. */
    private Optional<String> ofType(Metric metric, String part) {
        return Optional.ofNullable(translations.getText(bundle,
                "channel-type." + SolarPlantBindingConstants.BINDING_ID + "." + metric.type().channelType() + "."
                        + part,
                null, locales.getLocale()));
    }

    /** The text under this key with these arguments, for the log. */
    public Optional<String> english(String key, Object... arguments) {
        return Optional.ofNullable(translations.getText(bundle, key, null, Locale.ENGLISH, arguments));
    }

    /** The text under this key with these arguments. */
    public Optional<String> text(String key, Object... arguments) {
        return Optional.ofNullable(translations.getText(bundle, key, null, locales.getLocale(), arguments));
    }
}
