/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Which requests a fault meets.
 *
 * @param times how many requests it meets; {@link #FOREVER} is until it is cleared
 * @param first first address of the range it lies in wait for
 * @param last last address of the range
 * @param function the function code it is for; {@link #ANY} is every one
 * @param unit the unit id it is for; {@link #ANY} is every one
 */
@NonNullByDefault
public record Scope(int times, int first, int last, int function, int unit) {
    /** For {@link #times}: until cleared. */
    public static final int FOREVER = Integer.MAX_VALUE;
    /** For {@link #function} and {@link #unit}: no matter which. */
    public static final int ANY = -1;
    /** Every request until cleared. */
    public static final Scope ALWAYS = new Scope(FOREVER, 0, 0xFFFF, ANY, ANY);

    /** The next requests, whatever they are. */
    public static Scope next(int requests) {
        return ALWAYS.times(requests);
    }

    /** The same, for so many requests. */
    public Scope times(int requests) {
        return new Scope(requests, first, last, function, unit);
    }

    /** The same, only for requests that touch one of these addresses. */
    public Scope at(int from, int to) {
        return new Scope(times, from, to, function, unit);
    }

    /** The same, only for this function code. */
    public Scope function(int code) {
        return new Scope(times, first, last, code, unit);
    }

    /** The same, only for this unit id. */
    public Scope unit(int id) {
        return new Scope(times, first, last, function, id);
    }

    boolean meets(Request request) {
        return (function == ANY || function == request.function()) && (unit == ANY || unit == request.unit())
                && request.touches(first, last);
    }
}
