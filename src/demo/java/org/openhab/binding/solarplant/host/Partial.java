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

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.InvalidSyntaxException;

/** Objects of big interfaces of which only a few methods are needed; all others do nothing. */
@NonNullByDefault
final class Partial {

    private Partial() {}

    /** What becomes of a call; null where it is none of those that are needed. */
    interface Call {
        @Nullable
        Object of(String method, Object[] arguments) throws InvalidSyntaxException;
    }

    static <T> T of(Class<T> type, Call call) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> type.getSimpleName() + " of the host";
                    case "compareTo" -> 0;
                    default -> {
                        Object result = call.of(method.getName(), arguments == null ? new Object[0] : arguments);
                        yield result != null ? result : zero(method.getReturnType());
                    }
                });
        return type.cast(proxy);
    }

    private static @Nullable Object zero(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == Collection.class) {
            return List.of();
        }
        return type == long.class ? (Object) 0L : type == int.class ? (Object) 0 : null;
    }
}
