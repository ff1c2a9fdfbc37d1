/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.types;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Reads states and commands from texts. */
@NonNullByDefault
public final class TypeParser {

    private static final String CORE_LIBRARY_PACKAGE = "org.openhab.core.library.types.";

    private TypeParser() {}

    /** The value of a core type, by the type's name; null if there is no such type or the text does not fit. */
    public static @Nullable Type parseType(String typeName, String input) {
        try {
            Class<?> type = Class.forName(CORE_LIBRARY_PACKAGE + typeName, true, TypeParser.class.getClassLoader());
            return (Type) type.getMethod("valueOf", String.class).invoke(null, input);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** The value of the first type that the text fits, or null. */
    public static @Nullable State parseState(List<Class<? extends State>> types, String input) {
        return parse(types, input);
    }

    /** The value of the first type that the text fits, or null. */
    public static @Nullable Command parseCommand(List<Class<? extends Command>> types, String input) {
        return parse(types, input);
    }

    private static <T> @Nullable T parse(List<Class<? extends T>> types, String input) {
        for (Class<? extends T> type : types) {
            try {
                Method valueOf = type.getMethod("valueOf", String.class);
                return type.cast(valueOf.invoke(null, input));
            } catch (InvocationTargetException e) {
                // the text does not fit this type: the next one may take it
                continue;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot parse the type " + type.getSimpleName(), e);
            }
        }
        return null;
    }
}
