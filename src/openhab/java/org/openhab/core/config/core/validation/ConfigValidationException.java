/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.config.core.validation;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/** A configuration that does not fit its description. */
@NonNullByDefault
public final class ConfigValidationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bundle bundle;
    private final transient TranslationProvider translationProvider;
    private final transient List<ConfigValidationMessage> messages;

    public ConfigValidationException(Bundle bundle, TranslationProvider translationProvider,
            Collection<ConfigValidationMessage> configValidationMessages) {
        super("Configuration is invalid: " + configValidationMessages);
        this.bundle = Objects.requireNonNull(bundle, "bundle");
        this.translationProvider = translationProvider;
        this.messages = List.copyOf(configValidationMessages);
    }

    /** The English messages by parameter name. */
    public Map<String, String> getValidationMessages() {
        Map<String, String> result = new LinkedHashMap<>();
        for (ConfigValidationMessage message : messages) {
            result.put(message.parameterName, MessageFormat.format(message.defaultMessage, message.content));
        }
        return Collections.unmodifiableMap(result);
    }

    /** The messages in a language; where there is no text in it, in English. */
    public Map<String, String> getValidationMessages(@Nullable Locale locale) {
        Map<String, String> result = new LinkedHashMap<>();
        for (ConfigValidationMessage message : messages) {
            String text = translationProvider.getText(bundle, message.messageKey, message.defaultMessage, locale,
                    message.content);
            result.put(message.parameterName,
                    text != null ? text : MessageFormat.format(message.defaultMessage, message.content));
        }
        return Collections.unmodifiableMap(result);
    }
}
