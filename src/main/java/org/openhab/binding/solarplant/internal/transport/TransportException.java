/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.math.BigDecimal;
import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Why a request had no proper answer. Messages name neither serial numbers nor secrets. */
@NonNullByDefault
public abstract sealed class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    private TransportException(String message, String detail, @Nullable Throwable cause) {
        super(message, cause);
        this.detail = detail;
    }

    /** What a sentence about it must name: the address, the seconds waited, the code of the refusal. */
    public String detail() {
        return detail;
    }

    /** No connection could be made, or it broke. */
    public static final class Unreachable extends TransportException {
        private static final long serialVersionUID = 1L;

        /**
         * @param address where nobody was found
         */
        public Unreachable(String address, String problem, @Nullable Throwable cause) {
            super(address + ": " + problem, address, cause);
        }
    }

    /** The connection stands, but nothing was answered in time. */
    public static final class TimedOut extends TransportException {
        private static final long serialVersionUID = 1L;

        /**
         * @param waited how long
         */
        public TimedOut(Duration waited) {
            super("no answer within " + waited.toMillis() + " ms", seconds(waited), null);
        }

        private static String seconds(Duration waited) {
            return BigDecimal.valueOf(waited.toMillis(), 3).stripTrailingZeros().toPlainString();
        }
    }

    /** A service that says of itself that it does not work. */
    public static final class Unavailable extends TransportException {

        private static final long serialVersionUID = 1L;

        /**
         * @param status the HTTP status
         */
        public Unavailable(int status) {
            super("HTTP status " + status, Integer.toString(status), null);
        }
    }

    /** Something was answered that is not the protocol, or not the answer to this request. */
    public static final class Garbled extends TransportException {
        private static final long serialVersionUID = 1L;

        public Garbled(String message, @Nullable Throwable cause) {
            super(message, message, cause);
        }
    }

    /** An answer came, but what it says cannot be: nothing of it is to be used. */
    public static final class Implausible extends TransportException {
        private static final long serialVersionUID = 1L;

        public Implausible(String message) {
            super(message, message, null);
        }
    }

    /** The device answered that it will not do it. */
    public static final class Refused extends TransportException {
        private static final long serialVersionUID = 1L;
        private static final int SLAVE_FAILURE = 4;

        private final int code;

        /**
         * @param code the Modbus exception code
         */
        public Refused(int code) {
            super("Modbus exception " + code, Integer.toString(code), null);
            this.code = code;
        }

        /** The Modbus exception code. */
        public int code() {
            return code;
        }

        /**
         * Whether other registers may still be readable: the device named this request as wrong (codes 1 to 4, or 0 in
         * dialects that give no reason). Codes from 5 on speak of the device or gateway as a whole: busy, or nobody
         * there.
         */
        public boolean concernsAddress() {
            return code <= SLAVE_FAILURE;
        }
    }
}
