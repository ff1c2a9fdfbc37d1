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

/** Return codes of the cloud that the simulator uses of its own accord, with their English texts (alphaess.md §1.10). */
@NonNullByDefault
public enum CloudCode {
    /** A parameter is missing or out of range. */
    PARAMETER(6001, "Parameter error"),
    /** Nobody has this serial. */
    UNKNOWN_SERIAL(6002, "The SN is not bound to the user"),
    /** Somebody else has this serial. */
    FOREIGN_SERIAL(6005, "This appId is not bound to the SN"),
    /** The time of the request is too far from that of the cloud. */
    TIMESTAMP(6006, "Timestamp error"),
    /** The signature is not the right one. */
    SIGN(6007, "Sign verification error"),
    /** The device would not have the setting. */
    REFUSED(6008, "Set failed"),
    /** There is no signature. */
    NO_SIGN(6010, "Sign is empty"),
    /** There is no time. */
    NO_TIMESTAMP(6011, "timestamp is empty"),
    /** There is no AppID. */
    NO_APP_ID(6012, "AppId is empty"),
    /** This system has no such function. */
    NO_PERMISSION(6017, "No operation permissions"),
    /** The system has no connection to the cloud. */
    OFFLINE(6042, "system offline"),
    /** Too many requests in too short a time. */
    TOO_FAST(6053, "The request was too fast, please try again later"),
    /** The body is not made as it should be. */
    MALFORMED(10001, "Parameter Error");

    private final int number;
    private final String text;

    CloudCode(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** What it says in English. */
    public String text() {
        return text;
    }
}
