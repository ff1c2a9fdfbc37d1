/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a return code means to a client (alphaess.md §1.10). The HTTP status usually tells nothing of it: it is 200 even
 * for a wrong signature; where a server in front of the cloud refuses without a code, its status counts.
 */
@NonNullByDefault
public enum Meaning {
    /** Done; whether there are data is another question. */
    SUCCESS,
    /** The code for data that are missing, which is none of an error. */
    NO_DATA,
    /** AppID or AppSecret is wrong. */
    CREDENTIALS,
    /** The time that was signed is too far from the cloud's. */
    CLOCK,
    /** The account lets only certain addresses in. */
    ADDRESS_BLOCKED,
    /** The system does not belong to the account. */
    NOT_BOUND,
    /** The system or the account does not have this endpoint. */
    NO_PERMISSION,
    /** The vendor's cloud has no connection to the system. */
    SYSTEM_OFFLINE,
    /** Asked too often. */
    RATE_LIMIT,
    /** It does not like the parameters, or the device does not: nothing was changed. */
    REJECTED,
    /** It went wrong, and may go well at once if asked again. */
    UNCLEAR,
    /** Everything else: codes that nobody has published, inner errors. */
    ERROR;

    /** The HTTP status of a server that was asked too often, which may come in place of any code. */
    static final int TOO_MANY_REQUESTS = 429;
    /** The HTTP status of a server that does not accept who asks. */
    static final int UNAUTHORIZED = 401;
    /** The HTTP status of a server that lets nobody in from there. */
    static final int FORBIDDEN = 403;

    /** Whether a write may have had its effect although this is the answer. */
    public boolean leavesOpen() {
        return this == UNCLEAR || this == ERROR;
    }

    /** What this code means. */
    public static Meaning of(int code) {
        return switch (code) {
            case 200 -> SUCCESS;
            case 6016 -> NO_DATA;
            case UNAUTHORIZED, 6007, 6010, 6012 -> CREDENTIALS;
            case 6006 -> CLOCK;
            case FORBIDDEN, 6009 -> ADDRESS_BLOCKED;
            case 6002, 6005, 6038 -> NOT_BOUND;
            case 6017 -> NO_PERMISSION;
            case 6042 -> SYSTEM_OFFLINE;
            case TOO_MANY_REQUESTS, 6053 -> RATE_LIMIT;
            case 6001, 6008, 10001 -> REJECTED;
            case 6029 -> UNCLEAR;
            default -> ERROR;
        };
    }
}
