/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.common;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** An identifier of segments that are joined by colons. */
@NonNullByDefault
public abstract class AbstractUID {
    public static final String SEPARATOR = ":";

    private static final Pattern SEGMENT = Pattern.compile("[\\w-]*");

    private final List<String> segments;
    private final String asString;

    protected AbstractUID() {
        segments = List.of();
        asString = "";
    }

    protected AbstractUID(String uid) {
        this(Arrays.asList(uid.split(SEPARATOR, -1)));
    }

    protected AbstractUID(String... segments) {
        this(Arrays.asList(segments));
    }

    @SuppressWarnings("this-escape")
    protected AbstractUID(List<String> segments) {
        int minimum = getMinimalNumberOfSegments();
        if (segments.size() < minimum) {
            throw new IllegalArgumentException(
                    "UID '" + String.join(SEPARATOR, segments) + "' must have at least " + minimum + " segments.");
        }
        for (int i = 0; i < segments.size(); i++) {
            validateSegment(segments.get(i), i, segments.size());
        }
        this.segments = List.copyOf(segments);
        this.asString = String.join(SEPARATOR, segments);
    }

    protected abstract int getMinimalNumberOfSegments();

    protected List<String> getAllSegments() {
        return segments;
    }

    protected String getSegment(int segment) {
        return segments.get(segment);
    }

    public static boolean isValid(@Nullable String segment) {
        return segment != null && SEGMENT.matcher(segment).matches();
    }

    protected void validateSegment(String segment, int index, int length) {
        if (!isValid(segment)) {
            throw new IllegalArgumentException("ID segment '" + segment
                    + "' contains invalid characters. Each segment of the ID must match the pattern " + SEGMENT + ".");
        }
        if (index == length - 1 && segment.isBlank()) {
            throw new IllegalArgumentException("The last ID segment must not be blank.");
        }
    }

    @Override
    public String toString() {
        return getAsString();
    }

    public String getAsString() {
        return asString;
    }

    @Override
    public int hashCode() {
        return 31 + segments.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return this == obj
                || obj != null && getClass() == obj.getClass() && segments.equals(((AbstractUID) obj).segments);
    }
}
