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
 * Which requests to the cloud a fault meets.
 *
 * @param times how many requests it meets; {@link #FOREVER} is until it is cleared
 * @param endpoint the endpoint it is for; {@link #ANY} is every one
 * @param serial the system it is for; {@link #ANY} is every one, and requests that are about none
 */
@NonNullByDefault
public record CloudScope(int times, String endpoint, String serial) {
    /** For {@link #times}: until cleared. */
    public static final int FOREVER = Integer.MAX_VALUE;
    /** For {@link #endpoint} and {@link #serial}: no matter which. */
    public static final String ANY = "";
    /** Every request until cleared. */
    public static final CloudScope ALWAYS = new CloudScope(FOREVER, ANY, ANY);

    /** The next requests, whatever they are. */
    public static CloudScope next(int requests) {
        return ALWAYS.times(requests);
    }

    /** The same, for so many requests. */
    public CloudScope times(int requests) {
        return new CloudScope(requests, endpoint, serial);
    }

    /** The same, only for this endpoint. */
    public CloudScope endpoint(String name) {
        return new CloudScope(times, name, serial);
    }

    /** The same, only for this system. */
    public CloudScope serial(String number) {
        return new CloudScope(times, endpoint, number);
    }

    boolean meets(CloudRequest request) {
        return (endpoint.equals(ANY) || endpoint.equals(request.endpoint()))
                && (serial.equals(ANY) || serial.equals(request.serial()));
    }
}
